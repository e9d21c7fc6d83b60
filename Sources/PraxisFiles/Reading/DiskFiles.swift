package import PraxisDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A site's folder on disk.
package struct DiskFiles: SiteFiles {
    /// The folder's path, absolute or relative to the current folder.
    package let root: String

    package var name: String { root }

    /// The folder at a path; nothing is looked at yet.
    package init(root: String) {
        var root = root
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        self.root = root.isEmpty ? "." : root
    }

    /// Where a file of the site is for the system.
    package func location(of path: SourcePath) -> String {
        path.rawValue.isEmpty ? root : "\(root)/\(path.rawValue)"
    }

    package func node(at path: SourcePath) throws(FileError) -> FileNode? {
        do {
            if path.rawValue.isEmpty {
                return Self.node(path, "", try FileStatus(following: root), isText: true)
            }
            let location = location(of: path)
            return Self.node(path, location, try FileStatus(of: location), isText: true)
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw .unreadable(path, error)
        }
    }

    package func nodes(below folder: SourcePath) throws(FileError) -> [FileNode] {
        var nodes = [FileNode]()
        var pending = [FileNode(path: folder, kind: .folder, stamp: FileStamp(size: 0, number: 0))]
        var isFirst = true
        while let next = pending.popLast() {
            do {
                let items = try Folder.items(of: location(of: next.path))
                if !isFirst { nodes.append(next) }
                for item in items where !Leftover.isLeftover(item.name) {
                    let path = next.path.appending(item.name)
                    let node = Self.node(path, location(of: path), item.status, isText: item.isText)
                    if node.kind == .folder { pending.append(node) } else { nodes.append(node) }
                }
            } catch {
                if isFirst { throw .unreadable(folder, error) }
                nodes.append(FileNode(path: next.path, kind: .unreadableFolder(error), stamp: next.stamp))
            }
            isFirst = false
        }
        return nodes
    }

    private static func node(
        _ path: SourcePath, _ location: String, _ status: FileStatus, isText: Bool
    ) -> FileNode {
        let kind: FileNode.Kind =
            switch status.kind {
            case _ where !isText: .unnamable
            case .file: .file
            case .folder: .folder
            case .link: .link(to: (try? Folder.target(ofLink: location)) ?? "")
            case .other: .special
            }
        return FileNode(path: path, kind: kind, stamp: status.stamp)
    }

    package func read(_ path: SourcePath, _ body: (UnsafeRawBufferPointer) -> Void) throws(FileError) {
        let file = try opened(path)
        var failure: SystemError?
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            do throws(SystemError) {
                while case let count = try file.read(into: buffer), count > 0 {
                    body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw .unreadable(path, failure) }
    }

    package func bytes(of path: SourcePath, limit: Int) throws(FileError) -> [UInt8] {
        let file = try opened(path)
        do {
            let size = try file.status().stamp.size
            guard size <= limit else { throw FileError.tooLarge(path, size: size, limit: limit) }
            // The size says how much room to make, not where to stop: a file may grow or shrink while it is read.
            var bytes = try Self.next(size + 1, of: file)
            guard bytes.count > size else { return bytes }
            while case let more = try Self.next(1 << 16, of: file), !more.isEmpty, bytes.count <= limit {
                bytes += more
            }
            guard bytes.count <= limit else { throw FileError.tooLarge(path, size: bytes.count, limit: limit) }
            return bytes
        } catch let error as FileError {
            throw error
        } catch {
            throw .unreadable(path, (error as? SystemError) ?? SystemError(code: EIO))
        }
    }

    /// Opens a file of the site without waiting for the other end of a pipe and without following a link.
    private func opened(_ path: SourcePath) throws(FileError) -> FileDescriptor {
        do {
            let file = try FileDescriptor(opening: location(of: path), flags: O_RDONLY | O_NOFOLLOW)
            guard try file.status().kind == .file else { throw FileError.notAFile(path) }
            return file
        } catch let error as SystemError {
            throw error.code == ELOOP ? .notAFile(path) : .unreadable(path, error)
        } catch {
            throw .notAFile(path)
        }
    }

    /// Up to a number of bytes, fewer only at the end of the file.
    private static func next(_ count: Int, of file: borrowing FileDescriptor) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
                let read = try file.read(into: rest)
                if read == 0 { return }
                filled += read
            }
        }
    }
}

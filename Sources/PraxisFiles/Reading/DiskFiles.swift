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

    package func changeHistory(after previous: HistoryReading?) async -> HistoryReading {
        await GitLog.history(of: root, after: previous)
    }

    package func newestCommit() async -> String? { try? await GitLog.tip(of: root) }

    /// Where a file of the site is for the system.
    package func location(of path: SourcePath) -> String {
        path.rawValue.isEmpty ? root : "\(root)/\(path.rawValue)"
    }

    package func node(at path: SourcePath) throws(FileError) -> FileNode? {
        do {
            let isRoot = path.rawValue.isEmpty
            let status = isRoot ? try FileStatus(following: root) : try FileStatus(of: location(of: path))
            return node(path, status.kind, status.stamp, isText: true)
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw .unreadable(path, error)
        }
    }

    package func nodes(below folder: SourcePath) throws(FileError) -> [FileNode] {
        var nodes = [FileNode]()
        var pending = [FileNode]()
        do {
            add(try Folder.items(of: location(of: folder), withStamps: true), in: folder, to: &nodes, &pending)
        } catch {
            throw .unreadable(folder, error)
        }
        while let next = pending.popLast() {
            do {
                let items = try Folder.items(of: location(of: next.path), withStamps: true)
                nodes.append(next)
                add(items, in: next.path, to: &nodes, &pending)
            } catch {
                nodes.append(FileNode(path: next.path, kind: .unreadableFolder(error), stamp: next.stamp))
            }
        }
        return nodes
    }

    /// The names of everything directly in a folder, hidden things too, sorted; `nil` where there is no such folder.
    package func names(in folder: SourcePath) throws(FileError) -> [String]? {
        do {
            return try Folder.items(of: location(of: folder)).map(\.name).sorted()
        } catch {
            switch error.code {
            case ENOENT: return nil
            case ENOTDIR: throw .notAFile(folder)
            default: throw .unreadable(folder, error)
            }
        }
    }

    private func add(
        _ items: [Folder.Item], in folder: SourcePath, to nodes: inout [FileNode], _ folders: inout [FileNode]
    ) {
        for item in items where !Leftover.isLeftover(item.name) {
            guard let stamp = item.stamp else { continue }
            let node = node(folder.appending(item.name), item.kind, stamp, isText: item.isText)
            if node.kind == .folder { folders.append(node) } else { nodes.append(node) }
        }
    }

    private func node(_ path: SourcePath, _ kind: FileStatus.Kind, _ stamp: FileStamp, isText: Bool) -> FileNode {
        let kind: FileNode.Kind =
            switch kind {
            case _ where !isText: .unnamable
            case .file: .file
            case .folder: .folder
            case .link: .link(to: (try? Folder.target(ofLink: location(of: path))) ?? "")
            case .other: .special
            }
        return FileNode(path: path, kind: kind, stamp: stamp)
    }

    package func read(_ path: SourcePath, _ body: (UnsafeRawBufferPointer) -> Void) throws(FileError) {
        let opened = try open(path)
        var failure: SystemError?
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            do throws(SystemError) {
                while case let count = try opened.file.read(into: buffer), count > 0 {
                    body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw .unreadable(path, failure) }
    }

    package func bytes(of path: SourcePath, limit: Int) throws(FileError) -> [UInt8] {
        let opened = try open(path)
        let size = opened.status.stamp.size
        guard size <= limit else { throw .tooLarge(path, size: size, limit: limit) }
        do {
            // The size says how much room to make, not where to stop: a file may grow or shrink while it is read.
            var bytes = try opened.next(size + 1)
            guard bytes.count > size else { return bytes }
            while case let more = try opened.next(1 << 16), !more.isEmpty, bytes.count <= limit {
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
    private func open(_ path: SourcePath) throws(FileError) -> OpenedFile {
        let opened: OpenedFile
        do {
            opened = try OpenedFile(location(of: path))
        } catch {
            throw error.code == ELOOP ? .notAFile(path) : .unreadable(path, error)
        }
        guard opened.status.kind == .file else { throw .notAFile(path) }
        return opened
    }
}

/// A file that is being read, with what was known of it when it was opened.
private struct OpenedFile: ~Copyable {
    let file: FileDescriptor
    let status: FileStatus

    init(_ location: String) throws(SystemError) {
        let file = try FileDescriptor(opening: location, flags: O_RDONLY | O_NOFOLLOW)
        status = try file.status()
        self.file = file
    }

    /// Up to a number of bytes, fewer only at the end of the file.
    func next(_ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
                let read = try file.read(into: rest)
                filled += read
                // Of a plain file, less than was asked for comes only at its end.
                if read < rest.count { return }
            }
        }
    }
}

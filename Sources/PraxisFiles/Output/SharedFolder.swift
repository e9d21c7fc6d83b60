#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A folder in which others have files as well, and of which a server may be handing out files at this moment.
///
/// Paths are relative to it. No link below it is followed.
package struct SharedFolder: Sendable {
    /// Absolute, links resolved where it is there.
    package let path: String

    /// Where a file is written before it takes its place. What a cut leaves there is written over by the next file.
    private static let aside = ".praxis-upload"

    /// A folder that may not be there yet.
    package init(at path: String) {
        self.path = (try? Folder.resolved(path)) ?? path
    }

    /// What is at a path.
    package enum Item: Equatable, Sendable {
        case nothing
        case file([UInt8])
        /// A folder, a link, a device; or a file where the path needs a folder.
        case other
    }

    /// Reads what is at a path.
    package func item(at name: String) throws(SystemError) -> Item {
        for folder in OutputPath.folders(above: name) {
            guard let kind = try kind(of: folder) else { continue }
            if kind != .folder { return .other }
        }
        switch try kind(of: name) {
        case nil: return .nothing
        case .file: return .file(try bytes(of: name))
        case .folder, .link, .other: return .other
        }
    }

    /// Puts a copy of a file to a path, in one step. Folders are made as they are needed.
    package func put(_ source: String, at name: String) throws(SystemError) {
        let aside = "\(path)/\(Self.aside)"
        try Folder.removeAll(aside)
        do {
            try Folder.makingFolder(of: aside) { () throws(SystemError) in try Folder.copy(source, to: aside) }
            let place = "\(path)/\(name)"
            try Folder.makingFolder(of: place) { () throws(SystemError) in try Folder.move(aside, to: place) }
        } catch {
            try? Folder.removeAll(aside)
            throw error
        }
    }

    /// Takes a file away, and the folders above it that are empty then. Nothing there is fine; a folder there stays.
    package func remove(_ name: String) throws(SystemError) {
        guard let kind = try kind(of: name), kind != .folder else { return }
        try Folder.removeFile("\(path)/\(name)")
        for folder in OutputPath.folders(above: name) {
            do {
                try Folder.removeEmpty("\(path)/\(folder)")
            } catch {
                // Something else is in it.
                return
            }
        }
    }

    private func kind(of name: String) throws(SystemError) -> FileStatus.Kind? {
        do {
            return try FileStatus(of: "\(path)/\(name)").kind
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw error
        }
    }

    private func bytes(of name: String) throws(SystemError) -> [UInt8] {
        let file = try FileDescriptor(opening: "\(path)/\(name)", flags: O_RDONLY | O_NOFOLLOW)
        var bytes: [UInt8] = []
        var failure: SystemError?
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            do throws(SystemError) {
                while case let count = try file.read(into: buffer), count > 0 { bytes += buffer[..<count] }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}

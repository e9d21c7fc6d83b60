#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the system knows of a file without opening it.
struct FileStatus {
    /// What kind of thing a name stands for.
    enum Kind: Equatable {
        case file, folder, link, other

        /// The kind that a folder's own list gives with a name; `nil` where the file system does not say.
        init?(_ type: UInt8) {
            switch Int(type) {
            case Int(DT_REG): self = .file
            case Int(DT_DIR): self = .folder
            case Int(DT_LNK): self = .link
            case Int(DT_UNKNOWN): return nil
            default: self = .other
            }
        }
    }

    /// The kind of the thing itself; a link is a link.
    let kind: Kind
    /// The file system that it is on.
    let device: UInt64
    /// Permissions, without the kind.
    let permissions: UInt32
    /// Size, times and number.
    let stamp: FileStamp

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        permissions = UInt32(status.st_mode & 0o7777)
        #if canImport(Darwin)
        let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
        let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        stamp = FileStamp(
            size: Int(status.st_size), modified: Self.nanoseconds(modified), changed: Self.nanoseconds(changed),
            number: UInt64(status.st_ino))
    }

    /// The status of what a path names, a link itself included.
    init(of path: String) throws(SystemError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw SystemError.last }
        self.init(status)
    }

    /// The status of what a path names, links followed.
    init(following path: String) throws(SystemError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemError.last }
        self.init(status)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

/// What tells two versions of a file apart without reading it: as long as the stamp is the same, so are the bytes.
///
/// A site in memory derives `number` from the bytes and leaves the times at 0.
package struct FileStamp: Hashable, Sendable {
    /// Bytes.
    package let size: Int
    /// When the bytes were last written: nanoseconds since 1970.
    package let modified: Int64
    /// When anything about the file last changed: nanoseconds since 1970.
    package let changed: Int64
    /// The file's number in its file system.
    package let number: UInt64

    package init(size: Int, modified: Int64 = 0, changed: Int64 = 0, number: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.number = number
    }
}

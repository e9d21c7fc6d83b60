#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A system call that failed: its error number and what that means in plain words.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The value of `errno`.
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    /// The error of the call that has just failed on this thread.
    static var last: SystemError { SystemError(code: errno) }

    /// Another program has the port.
    package static let addressInUse = SystemError(code: EADDRINUSE)
    /// The rights of this process do not suffice.
    package static let permissionDenied = SystemError(code: EACCES)

    /// Why, as half a sentence: `there is no space left on the disk`.
    package var description: String {
        switch code {
        case ENOENT: "it is not there"
        case EACCES, EPERM: "permission is refused"
        case ENOTDIR: "a part of the path is a file, not a folder"
        case EISDIR: "it is a folder, not a file"
        case EEXIST: "something of that name is already there"
        case ENOTEMPTY: "the folder is not empty"
        case ENOSPC: "there is no space left on the disk"
        case EDQUOT: "the disk quota is used up"
        case EROFS: "the disk can only be read"
        case EBUSY: "the system is using it"
        case EXDEV: "it is on another disk"
        case EMFILE, ENFILE: "too many files are open"
        case ELOOP: "it is a symbolic link, or links lead in a circle"
        case ENAMETOOLONG: "the name is too long"
        case EIO: "the disk reports an error"
        case EADDRNOTAVAIL: "this machine has no such address"
        case ENOMEM: "there is not enough memory"
        default: "the system says \"\(Self.text(of: code))\""
        }
    }

    private static func text(of code: Int32) -> String {
        guard let message = strerror(code) else { return "error \(code)" }
        return String(cString: message)
    }
}

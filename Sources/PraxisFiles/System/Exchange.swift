#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Folder {
    /// Lets two things on one file system change places, in one step that nobody can see the middle of.
    ///
    /// Throws where the system or the file system cannot, or one of the two is a mount point: the caller then needs
    /// another way.
    static func exchange(_ one: String, with other: String) throws(SystemError) {
        #if canImport(Darwin)
        guard renamex_np(one, other, UInt32(RENAME_SWAP)) == 0 else { throw SystemError.last }
        #else
        // The call is not among the declarations that the platform's module shows, and older C libraries have not
        // got it: it is looked up by name.
        typealias Call =
            @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        let renameExchange: UInt32 = 1 << 1
        guard let symbol = dlsym(nil, "renameat2") else { throw SystemError(code: ENOSYS) }
        let renameat2 = unsafeBitCast(symbol, to: Call.self)
        guard renameat2(AT_FDCWD, one, AT_FDCWD, other, renameExchange) == 0 else { throw SystemError.last }
        #endif
    }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open file of the system, closed when the value ends.
struct FileDescriptor: ~Copyable {
    /// The system's number for it.
    let number: Int32

    /// Opens a file that is there. Never waits for the other end of a pipe, is never inherited by another program.
    init(opening path: String, flags: Int32) throws(SystemError) {
        self = try Self.opened(path, flags | O_CLOEXEC | O_NONBLOCK, 0)
    }

    /// Makes a new file, readable for all as far as the process's mask lets them; fails when the name is taken.
    init(creating path: String) throws(SystemError) {
        self = try Self.opened(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }

    /// Opens a file, making it when it is not there.
    init(openingOrCreating path: String) throws(SystemError) {
        self = try Self.opened(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }

    /// Takes over a number that some other call returned; a negative one means that the call failed.
    init(owning number: Int32) throws(SystemError) {
        guard number >= 0 else { throw SystemError.last }
        self.number = number
    }

    private static func opened(_ path: String, _ flags: Int32, _ mode: mode_t) throws(SystemError) -> FileDescriptor {
        while true {
            let number = open(path, flags, mode)
            if number >= 0 || errno != EINTR { return try FileDescriptor(owning: number) }
        }
    }

    deinit {
        close(number)
    }

    /// What the system knows of the file.
    func status() throws(SystemError) -> FileStatus {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw SystemError.last }
        return FileStatus(status)
    }

    /// Fills the buffer from where the last read ended; returns how many bytes came, 0 at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            #if canImport(Glibc)
            let count = Glibc.read(number, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
            let count = Musl.read(number, buffer.baseAddress, buffer.count)
            #else
            let count = Darwin.read(number, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 { return count }
            guard errno == EINTR else { throw SystemError.last }
        }
    }

    /// Writes all bytes, in as many calls as it takes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            #if canImport(Glibc)
            let count = Glibc.write(number, rest.baseAddress, rest.count)
            #elseif canImport(Musl)
            let count = Musl.write(number, rest.baseAddress, rest.count)
            #else
            let count = Darwin.write(number, rest.baseAddress, rest.count)
            #endif
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno != EINTR {
                throw SystemError.last
            }
        }
    }

    /// Writes all bytes of an array.
    func write(_ bytes: [UInt8]) throws(SystemError) {
        var failure: SystemError?
        bytes.withUnsafeBytes { bytes in
            do throws(SystemError) { try write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Takes the lock on the file if nobody else has it. The system lets go of it when the process ends, however it ends.
    func tryLock() throws(SystemError) -> Bool {
        if flock(number, LOCK_EX | LOCK_NB) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw SystemError.last }
        return false
    }
}

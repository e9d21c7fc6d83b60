#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Lets one thread wake another that waits in the system.
final class WakePipe: Sendable {
    private let reader: FileDescriptor
    private let writer: FileDescriptor

    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError.last }
        reader = try FileDescriptor(owning: ends[0])
        writer = try FileDescriptor(owning: ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    /// Wakes whoever waits now or will.
    func wake() {
        // A full pipe wakes as well.
        try? writer.write([1])
    }

    /// Waits until somebody wakes this pipe, something can be read from another file, or a time has passed; without a
    /// time, for ever. Returns whether the waiting thread was woken.
    func wait(orReadable other: Int32?, atMost time: Duration?) -> Bool {
        var files = [pollfd(fd: reader.number, events: Int16(POLLIN), revents: 0)]
        if let other { files.append(pollfd(fd: other, events: Int16(POLLIN), revents: 0)) }
        let milliseconds = time.map { Int32(clamping: max(1, Int64($0 / .milliseconds(1)))) } ?? -1
        guard poll(&files, nfds_t(files.count), milliseconds) > 0 else { return false }
        return files[0].revents != 0
    }
}

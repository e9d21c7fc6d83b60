#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension FileStamp {
    /// This moment as stamps say it: nanoseconds since 1970.
    package static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// Whether the file had been left alone for so long at a moment that every later change shows in its stamp: file systems
    /// tell time in steps, so two changes in one step look alike.
    package func isSettled(at moment: Int64) -> Bool { max(modified, changed) < moment - step }

    /// The same for changes of the bytes by whoever does not set the time back, where other changes do not matter.
    func hasSettledBytes(at moment: Int64) -> Bool { modified < moment - step }

    /// Whether it is of the same file with the same bytes, perhaps under other names.
    func hasBytes(of other: FileStamp) -> Bool {
        size == other.size && modified == other.modified && number == other.number
    }

    /// The longest that a time may stay the same. Some milliseconds, or up to two seconds on FAT and other file systems that
    /// know nothing between the seconds, which the time of the last change shows, since nobody can set it.
    private var step: Int64 { changed % 1_000_000_000 == 0 ? 2_100_000_000 : 100_000_000 }
}

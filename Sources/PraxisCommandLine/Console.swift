#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Where a command's words go: results to standard output, everything said about them to standard error.
package struct Console: Sendable {
    /// Writes a text as it is.
    package let write: @Sendable (_ text: String, _ stream: Stream) -> Void
    /// Whether a stream is a terminal that shows colours.
    package let usesColor: @Sendable (Stream) -> Bool
    /// Whether a person is watching standard error, so that progress is worth showing.
    package let isInteractive: Bool

    package enum Stream: Sendable {
        case output, errors
    }

    package init(
        isInteractive: Bool, usesColor: @escaping @Sendable (Stream) -> Bool,
        write: @escaping @Sendable (_ text: String, _ stream: Stream) -> Void
    ) {
        self.isInteractive = isInteractive
        self.usesColor = usesColor
        self.write = write
    }

    /// The console of the running command; tests put one there that remembers.
    @TaskLocal package static var current = Console.process

    /// The process's own streams. `NO_COLOR` and `TERM=dumb` switch colours off (https://no-color.org).
    package static let process = Console(
        isInteractive: isatty(STDERR_FILENO) == 1,
        usesColor: { stream in
            let isPlain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
            let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
            return !isPlain && !isDumb && isatty(stream == .output ? STDOUT_FILENO : STDERR_FILENO) == 1
        },
        write: { text, stream in
            let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
                guard written > 0 else { return }
                rest = rest.dropFirst(written)
            }
        })

    /// Prints a line of a result.
    package func print(_ line: String) {
        write(line + "\n", .output)
    }

    /// Says a line about what is going on.
    package func say(_ line: String) {
        write(line + "\n", .errors)
    }
}

/// `write(2)`, tried again when a signal interrupts it.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    while true {
        let written = write(descriptor, bytes.baseAddress, bytes.count)
        if written < 0, errno == EINTR { continue }
        return written
    }
}

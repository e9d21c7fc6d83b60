internal import Foundation

/// How long the next reader of a preview waits while others keep connections that they do not use.
struct PreviewCost {
    private let program: String
    private let folder: String
    private static let idleCount = 500
    private static let requestCount = 1000

    /// - Parameters:
    ///   - program: `praxis`, whose `serve` is measured.
    ///   - folder: Of the site that it shows.
    init(program: String, folder: String) {
        self.program = program
        self.folder = folder
    }

    /// Prints a row without idle connections and one with them.
    func run() throws {
        let addresses = try SitePages(in: folder).addresses
        let preview = try PreviewProcess(program, showing: folder)
        defer { preview.stop() }
        print("| \(Self.requestCount) requests to a preview, each anew | p50 | p99 | longest | still connected |")
        print("| --- | ---: | ---: | ---: | ---: |")
        // What a program does for the first time takes longer.
        _ = try times(addresses, preview)
        print(row("no idle connections", try times(addresses, preview)), "– |")
        let idle = try (0..<Self.idleCount).map { try idleConnection(number: $0, preview) }
        let measured = try times(addresses, preview)
        let connected = idle.count { $0.isConnected }
        print(row("\(Self.idleCount) idle connections", measured), "\(connected) |")
    }

    /// One of three kinds: it has said nothing, half a request, or has been answered and asks for nothing more.
    private func idleConnection(number: Int, _ preview: PreviewProcess) throws -> RawConnection {
        let connection = try RawConnection(port: preview.port)
        let head = "GET / HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n"
        switch number % 3 {
        case 0: break
        case 1: connection.send(head)
        default:
            connection.send(head + "If-None-Match: *\r\n\r\n")
            guard connection.receive().starts(with: "HTTP/1.1 304".utf8) else { throw BenchError.noAnswer("/") }
        }
        return connection
    }

    /// Milliseconds from before each reader connects until after its page has come, sorted.
    private func times(_ addresses: [String], _ preview: PreviewProcess) throws -> [Double] {
        let clock = ContinuousClock()
        return try (0..<Self.requestCount).map { number in
            let address = addresses[number % addresses.count]
            let start = clock.now
            let connection = try RawConnection(port: preview.port)
            connection.send("GET \(address) HTTP/1.1\r\nHost: localhost:\(preview.port)\r\nConnection: close\r\n\r\n")
            let answer = connection.receiveAll()
            let elapsed = (clock.now - start).components
            guard answer.starts(with: "HTTP/1.1 200".utf8) else { throw BenchError.noAnswer(address) }
            return Double(elapsed.seconds) * 1e3 + Double(elapsed.attoseconds) / 1e15
        }.sorted()
    }

    private func row(_ name: String, _ times: [Double]) -> String {
        let figures = [times[times.count / 2], times[times.count * 99 / 100], times[times.count - 1]]
        return "| \(name) | " + figures.map { String(format: "%.2f ms |", $0) }.joined(separator: " ")
    }
}

/// `praxis serve` on a free port.
private final class PreviewProcess {
    let port: Int
    private let process = Process()

    init(_ program: String, showing folder: String) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = ["serve", "--site", folder, "--port", "0"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = ""
        while true {
            if let found = said.firstMatch(of: /http:\/\/[^\/]*:([0-9]+)\//), let port = Int(found.1) {
                self.port = port
                return
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw BenchError.failed(program, process.arguments ?? []) }
            said += String(decoding: more, as: UTF8.self)
        }
    }

    func stop() {
        process.interrupt()
        process.waitUntilExit()
    }
}

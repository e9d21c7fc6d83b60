import Foundation

/// Says exactly these bytes to a server, and hears exactly what it answers: no library in between that would mend them.
final class RawClient {
    private let socket: Int32
    /// What has come and nobody has asked for yet.
    private var pending: [UInt8] = []

    struct Refused: Error {}

    /// Connects to a port of this machine.
    init(port: Int) throws {
        #if canImport(Darwin)
        let kind = SOCK_STREAM
        #else
        let kind = Int32(SOCK_STREAM.rawValue)
        #endif
        socket = Foundation.socket(AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        // A test that waits for ever tells nobody what is wrong.
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Refused() }
    }

    deinit {
        close(socket)
    }

    /// Sends bytes as they are; a server that has hung up already is no error.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            #if canImport(Darwin)
            let flags: Int32 = 0
            #else
            let flags = Int32(MSG_NOSIGNAL)
            #endif
            let count = bytes.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, flags) }
            if count <= 0 { return }
            sent += count
        }
    }

    /// Waits for more; `false` once the server has hung up.
    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        if count > 0 { pending += buffer[..<count] }
        return count > 0
    }

    /// Everything until the server hangs up.
    func receiveAll() -> [UInt8] {
        while receive() {}
        defer { pending = [] }
        return pending
    }

    /// Everything up to the end of a text, or until the server hangs up.
    func receive(until text: String) -> String {
        let mark = Array(text.utf8)
        while true {
            if let start = pending.indices.first(where: { pending[$0...].starts(with: mark) }) {
                defer { pending.removeFirst(start + mark.count) }
                return String(decoding: pending[..<(start + mark.count)], as: UTF8.self)
            }
            if !receive() { return String(decoding: receiveAll(), as: UTF8.self) }
        }
    }
}

/// An answer, taken apart.
struct RawResponse {
    let status: Int
    /// Fields by their names in lower case; of several with one name, the last.
    let fields: [String: String]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// Takes an answer apart; `nil` for what is none.
    init?(_ bytes: [UInt8]) {
        let gap = Array("\r\n\r\n".utf8)
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: gap) }) else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else { return nil }
        self.status = status
        var fields = [String: String]()
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        self.fields = fields
        body = Array(bytes[(end + gap.count)...])
    }
}

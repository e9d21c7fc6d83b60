#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A connection to a port of this machine, with no library in between that would do anything beside.
final class RawConnection {
    private let descriptor: Int32

    init(port: Int) throws {
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        descriptor = socket(AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard descriptor >= 0, result == 0 else { throw BenchError.cannotConnect(port) }
    }

    deinit {
        close(descriptor)
    }

    /// Whether the other side has not hung up. What has come stays to be read.
    var isConnected: Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
        return count > 0 || count < 0 && errno == EAGAIN
    }

    /// Sends a text short enough for the system to take it whole.
    func send(_ text: String) {
        var text = text
        _ = text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// What comes next; nothing once the other side has hung up.
    func receive() -> ArraySlice<UInt8> {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &buffer, buffer.count)
        return buffer.prefix(max(0, count))
    }

    /// Everything until the other side hangs up.
    func receiveAll() -> [UInt8] {
        var all: [UInt8] = []
        while case let more = receive(), !more.isEmpty { all += more }
        return all
    }
}

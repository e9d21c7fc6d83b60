package import NIOCore

/// Where a preview listens, and how patient it is.
package struct PreviewConfiguration: Sendable {
    /// The address to listen on: a name or number of this machine. Loopback unless told otherwise.
    package var host: String
    /// The port, 0 for any free one.
    package var port: Int
    /// Other names under which the preview may be asked for, each with its port if it is not 80: what a browser sees
    /// when a port is forwarded.
    package var otherNames: [String]
    /// What hosts send along with every answer, so that a browser refuses here what it refuses there.
    package var hostFields: [(name: String, value: String)]
    /// How long a request may take to arrive, and an unused connection may stay.
    package var patience: TimeAmount
    /// How long a browser may take to fetch a response.
    package var responsePatience: TimeAmount
    /// How many connections there may be at once.
    package var connectionLimit: Int

    package init(
        host: String = "127.0.0.1", port: Int = 8080, otherNames: [String] = [],
        hostFields: [(name: String, value: String)] = [], patience: TimeAmount = .seconds(10),
        responsePatience: TimeAmount = .seconds(60), connectionLimit: Int = 800
    ) {
        self.host = host
        self.port = port
        self.otherNames = otherNames
        self.hostFields = hostFields
        self.patience = patience
        self.responsePatience = responsePatience
        self.connectionLimit = connectionLimit
    }
}

/// Where a preview has come to listen.
package struct PreviewAddress: Hashable, Sendable, CustomStringConvertible {
    /// The number of the machine's address: `127.0.0.1`, `::1`, `0.0.0.0`.
    package let host: String
    package let port: Int

    /// Whether only programs on this machine can ask.
    package var isLoopback: Bool { host == "::1" || host.hasPrefix("127.") }

    /// Whether every address of this machine is listened on.
    var isAny: Bool { host == "0.0.0.0" || host == "::" }

    /// The address to type into a browser on this machine.
    package var description: String {
        let name = isAny || host == "127.0.0.1" ? "localhost" : host.contains(":") ? "[\(host)]" : host
        return "http://\(name)\(port == 80 ? "" : ":\(port)")/"
    }
}

/// Why a preview cannot be had.
package enum PreviewError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another program listens on the port.
    case portTaken(Int)
    /// The port is one that only the system's administrator may use.
    case portReserved(Int)
    /// The system does not let the preview listen on the address.
    case cannotListen(String, Int, reason: String)

    /// What is the case and what to do, for a person at a terminal.
    package var description: String {
        switch self {
        case .portTaken(let port):
            "port \(port) is used by another program; name another with --port N, or --port 0 for any free one"
        case .portReserved(let port):
            "port \(port) is reserved for the system; name one from 1024 up with --port N, or --port 0 for any free one"
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(host), port \(port): \(reason); leave out --host to listen on this machine only"
        }
    }
}

import NIOHTTP1

/// Decides who may ask: only a browser that has the preview open, under one of its own names.
///
/// A page of another site that somebody has open in the same browser can send requests here, and a name that its owner
/// points at this machine (DNS rebinding) makes them look like the preview's own. The names decide the second, what a
/// browser says about where a request comes from the first.
struct RequestGuard: Sendable {
    private let names: Set<String>
    private let port: Int
    /// Whether any number is a name too, since the machine may have many.
    private let acceptsNumbers: Bool

    init(address: PreviewAddress, otherNames: [String]) {
        let hosts: [String] =
            address.isLoopback || address.isAny
            ? ["localhost", "127.0.0.1", "[::1]"] : [address.host.contains(":") ? "[\(address.host)]" : address.host]
        var names = Set<String>()
        for host in hosts {
            names.insert("\(host):\(address.port)")
            if address.port == 80 { names.insert(host) }
        }
        for name in otherNames { names.insert(name.lowercased()) }
        self.names = names
        port = address.port
        acceptsNumbers = address.isAny
    }

    /// Why a request is refused; `nil` when it is not.
    func refusal(of request: HTTPRequestHead) -> HTTPResponseStatus? {
        guard request.method == .GET || request.method == .HEAD else { return .methodNotAllowed }
        guard request.version == .http1_1 || request.version == .http1_0 else { return .httpVersionNotSupported }
        let hosts = request.headers["host"]
        guard hosts.count == 1, let host = hosts.first?.lowercased() else { return .badRequest }
        guard isOwn(host) else { return .misdirectedRequest }
        // A request with a body asks for something that no page can answer.
        let length = request.headers["content-length"]
        guard length.isEmpty || length == ["0"], request.headers["transfer-encoding"].isEmpty else {
            return .badRequest
        }
        for origin in request.headers["origin"] where origin.lowercased() != "http://\(host)" { return .forbidden }
        return isForeign(request.headers) ? .forbidden : nil
    }

    private func isOwn(_ host: String) -> Bool {
        if names.contains(host) { return true }
        guard acceptsNumbers else { return false }
        let name = host.hasSuffix(":\(port)") ? host.dropLast(":\(port)".count) : port == 80 ? host[...] : ""
        return Self.isNumber(name)
    }

    /// Whether a name is an address in numbers, which nobody can point elsewhere.
    private static func isNumber(_ name: Substring) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") {
            return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether a page of another site asks, other than by a link that somebody followed to the preview.
    ///
    /// Fetch Metadata Request Headers, 2: old browsers and other programs send none of them.
    private func isForeign(_ headers: HTTPHeaders) -> Bool {
        let sites = headers["sec-fetch-site"]
        guard sites.contains(where: { $0 != "same-origin" && $0 != "none" }) else { return false }
        let isNavigation = headers["sec-fetch-mode"] == ["navigate"]
        let destinations = headers["sec-fetch-dest"]
        return !isNavigation || !(destinations.isEmpty || destinations == ["document"])
    }
}

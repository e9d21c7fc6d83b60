internal import PraxisDiagnostics

/// An address on the web that is one's own computer, as a preview has it: `http://localhost:8080/about/`.
struct LocalAddress {
    /// The page that it is of, if this is the preview of the site.
    let route: Route

    init?(_ address: String) {
        guard let slashes = address.firstRange(of: "//") else { return nil }
        let rest = address[slashes.upperBound...]
        let host = rest.prefix { !"/?#".contains($0) }
        let name = (host.hasPrefix("[") ? host.prefix { $0 != "]" } : host.prefix { $0 != ":" }).lowercased()
        guard ["localhost", "127.0.0.1", "0.0.0.0", "[::1"].contains(name) else { return nil }
        let path = rest[host.endIndex...].prefix { !"?#".contains($0) }
        let parts = path.split(separator: "/").filter { $0 != "index.html" }
        route = Route("/" + parts.map { "\($0)/" }.joined())
    }

    /// The name of the file that an address of one's own disk leads to: `file:///C:/Guide.pdf`, `C:\\Guide.pdf`.
    static func fileName(of address: String) -> String? {
        let isDrive = address.prefix(2).last == ":" && address.first?.isLetter == true && address.first?.isASCII == true
        guard isDrive || address.lowercased().hasPrefix("file:") else { return nil }
        let path = RelativeAddress(address).path
        return path.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
    }
}

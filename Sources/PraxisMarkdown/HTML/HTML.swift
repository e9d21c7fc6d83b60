/// What every text needs on its way into HTML.
package enum HTML {
    /// A text for an element's content or a quoted attribute.
    package static func escape(_ text: some StringProtocol) -> String {
        var buffer = HTMLBuffer()
        buffer.append(escaping: text)
        return buffer.string
    }

    /// What an address is by its beginning, before anything is known of where it leads.
    package enum AddressKind: Sendable {
        /// Within the site, or below the page: no scheme and no host.
        case relative
        /// `http`, `https` or a host without a scheme.
        case web
        /// `mailto`.
        case mail
        /// `tel`.
        case telephone
        /// Any other scheme, or something that a browser might read as one.
        case unsafe
    }

    /// What kind of address a text is. Linear in its length.
    package static func kind(ofAddress address: some StringProtocol) -> AddressKind {
        var address = String(address)
        return address.withUTF8 { kind(ofAddress: $0) }
    }

    static func kind(ofAddress address: UnsafeBufferPointer<UInt8>) -> AddressKind {
        // A browser drops control characters and spaces in front, and line ends and tabs everywhere.
        var end = address.count
        for (index, byte) in address.enumerated() {
            if byte < 0x20 || byte == 0x7F { return .unsafe }
            switch byte {
            case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"):
                end = min(end, index)
            default: break
            }
        }
        guard address.first != 0x20 else { return .unsafe }
        guard end < address.count else { return .relative }
        if address[end] != UInt8(ascii: ":") {
            func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
            return end == 0 && address.count > 1 && isSlash(address[0]) && isSlash(address[1]) ? .web : .relative
        }
        switch end {
        case 3 where isScheme(address, "tel"): return .telephone
        case 4 where isScheme(address, "http"), 5 where isScheme(address, "https"): return .web
        case 6 where isScheme(address, "mailto"): return .mail
        default: return .unsafe
        }
    }

    private static func isScheme(_ address: UnsafeBufferPointer<UInt8>, _ scheme: StaticString) -> Bool {
        scheme.withUTF8Buffer { $0.indices.allSatisfy { index in address[index] | 0x20 == scheme.utf8Start[index] } }
    }

    /// Whether an address may be linked to: `http`, `https`, `mailto`, `tel` or relative.
    package static func isSafe(address: some StringProtocol) -> Bool { kind(ofAddress: address) != .unsafe }
}

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

    /// What kind of address a text is. Constant but for the length of a scheme.
    package static func kind(ofAddress address: some StringProtocol) -> AddressKind {
        // A browser drops control characters and spaces in front, and line ends and tabs everywhere.
        guard !address.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }), address.utf8.first != 0x20 else {
            return .unsafe
        }
        guard let end = address.utf8.firstIndex(where: { ":/\\?#".utf8.contains($0) }) else { return .relative }
        let rest = address.utf8[end...]
        if rest.first != UInt8(ascii: ":") {
            let isHost = address.utf8.startIndex == end && rest.count > 1
            let slashes = rest.prefix(2).allSatisfy { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
            return isHost && slashes ? .web : .relative
        }
        switch String(decoding: Array(address.utf8[..<end]), as: UTF8.self).lowercased() {
        case "http", "https": return .web
        case "mailto": return .mail
        case "tel": return .telephone
        default: return .unsafe
        }
    }

    /// Whether an address may be linked to: `http`, `https`, `mailto`, `tel` or relative.
    package static func isSafe(address: some StringProtocol) -> Bool { kind(ofAddress: address) != .unsafe }
}

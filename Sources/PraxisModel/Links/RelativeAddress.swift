package import PraxisDiagnostics

/// A relative reference of a page's text in parts, percent-encoding undone.
package struct RelativeAddress: Sendable {
    /// The way to a file or folder; empty where only a heading is named.
    package let path: String
    /// What follows `#`.
    package let fragment: String?
    /// Everything from the first `?` or `#` on, as written.
    package let suffix: Substring

    package init(_ text: String) {
        let sides = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let written = sides[0].prefix { $0 != "?" }
        path = Self.decoded(written)
        fragment = sides.count > 1 ? Self.decoded(sides[1]) : nil
        suffix = text[written.endIndex...]
    }

    /// The file or folder that is named in a page; one that begins with `/` starts from `content/`. `nil` outside it.
    package func file(from source: SourcePath) -> SourcePath? {
        let folder = path.hasPrefix("/") ? Placement.contentFolder : source.folder
        guard let file = folder.resolving(path), file.components.first == "content" else { return nil }
        return file
    }

    /// What to write instead where this is an address on the web, or of a mailbox, that lacks its scheme.
    var adviceToAddScheme: String? {
        if MailAddress(text: path) != nil { return "write mailto:\(path)" }
        let host = path.prefix { $0 != "/" }.lowercased()
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ Slug.isValid($0) }), let end = labels.last else { return nil }
        let isHost = labels.count > 2 && labels[0] == "www" || Self.commonDomains.contains(String(end))
        return isHost ? "write https://\(path)\(suffix)" : nil
    }

    /// Ends of hosts' names that no file has.
    private static let commonDomains: Set<String> = ["com", "edu", "eu", "gov", "info", "int", "net", "org"]

    private static func decoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Markup that is safe to stand in a page as it is.
///
/// Its own type, so that a text can never be written without escaping by mistake: a template writes it as `{{{body}}}`,
/// and only code that escapes what it is given makes one.
package struct HTML: Hashable, Sendable {
    /// The markup in UTF-8, well-formed where it stands.
    package let bytes: [UInt8]

    /// Markup that the caller knows to be safe.
    package init(_ markup: String) {
        bytes = Array(markup.utf8)
    }

    /// Markup that the caller knows to be safe, in UTF-8.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var isEmpty: Bool { bytes.isEmpty }
}

extension [UInt8] {
    /// Appends a text so that it stands for itself in an element or a quoted attribute. Linear.
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                guard let entity = Self.entity(for: bytes[index]) else { continue }
                append(contentsOf: bytes[start..<index])
                entity.withUTF8Buffer { append(contentsOf: $0) }
                start = index + 1
            }
            append(contentsOf: bytes[start...])
        }
    }

    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

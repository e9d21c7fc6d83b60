/// Text of an XML document being written.
struct XMLText {
    private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
    private var open: [String] = []

    /// Begins an element that has children.
    mutating func begin(_ name: String, _ attributes: [(String, String)] = []) {
        indent()
        tag(name, attributes)
        bytes.append(contentsOf: ">\n".utf8)
        open.append(name)
    }

    /// Ends the element begun last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        bytes.append(contentsOf: "</\(name)>\n".utf8)
    }

    /// An element with text, or none when there is no text.
    mutating func element(_ name: String, _ text: String?, _ attributes: [(String, String)] = []) {
        guard let text else { return }
        indent()
        tag(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        escape(text)
        bytes.append(contentsOf: "</\(name)>\n".utf8)
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: [(String, String)]) {
        indent()
        tag(name, attributes)
        bytes.append(contentsOf: "/>\n".utf8)
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * open.count))
    }

    private mutating func tag(_ name: String, _ attributes: [(String, String)]) {
        bytes.append(contentsOf: "<\(name)".utf8)
        for (key, value) in attributes {
            bytes.append(contentsOf: " \(key)=\"".utf8)
            escape(value)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Writes text, with what XML 1.0 (2.2) does not allow in a document left out.
    private mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "\"": bytes.append(contentsOf: "&quot;".utf8)
            case "\t", "\n", "\r": bytes.append(UInt8(ascii: " "))
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": continue
            case _ where scalar.isASCII: bytes.append(UInt8(scalar.value))
            default: bytes.append(contentsOf: scalar.utf8)
            }
        }
    }
}

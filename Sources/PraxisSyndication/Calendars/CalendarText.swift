internal import PraxisMarkdown

/// Text of an iCalendar file being written: lines folded at 75 octets, ended by CR LF (RFC 5545, 3.1).
struct CalendarText {
    private(set) var bytes: [UInt8] = []

    /// A property whose value needs no escaping.
    mutating func property(_ name: String, _ value: String) {
        var width = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let encoded = scalar.utf8
            if width + encoded.count > 75 {
                bytes.append(contentsOf: "\r\n ".utf8)
                width = 1
            }
            bytes.append(contentsOf: encoded)
            width += encoded.count
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// A property whose value is text (RFC 5545, 3.3.11), without mail addresses; none when there is no text.
    mutating func text(_ name: String, _ value: String?) {
        guard let value else { return }
        var escaped = ""
        for scalar in MailAddresses.leftOut(of: value).unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case "\u{0}"..<"\u{20}", "\u{7F}": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        property(name, escaped)
    }
}

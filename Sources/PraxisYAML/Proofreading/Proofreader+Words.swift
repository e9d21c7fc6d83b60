import PraxisDiagnostics

extension Proofreader {
    /// What a line that is neither a field nor an item was meant as, with the edit that makes it one.
    mutating func mendedKind(of line: Placed, allowsItems: Bool) -> Kind? {
        if let kind = fieldWithoutSpace(line) ?? fieldWithEqualsSign(line) { return kind }
        guard allowsItems else { return nil }
        if let length = bulletLength(at: line.start), line.start + length < line.end, bytes[line.start + length] == 0x20
        {
            let rest = text.text(line.start + length..<line.end)
            reportOnce(
                YAMLRules.bullet, key: "bullet \(line.indent)", at: line.start..<line.start + length,
                "a list item begins with \(text.text(line.start..<line.start + length))",
                advice: "begin it with a hyphen: -\(rest)")
            edits.replace(line.start..<line.start + length, with: "-")
            return .item
        }
        if bytes[line.start] == 0x2D, line.start + 1 < line.end, bytes[line.start + 1] != 0x2D {
            let rest = text.text(line.start + 1..<line.end)
            reportOnce(
                YAMLRules.dashSpace, key: "dash \(line.indent)", at: line.start..<line.start + 1,
                "no space follows the hyphen of this list item", advice: "write - \(rest)")
            edits.insert(" ", at: line.start + 1)
            return .item
        }
        return nil
    }

    /// `title:Foo`
    private mutating func fieldWithoutSpace(_ line: Placed) -> Kind? {
        guard let key = word(at: line), key.upperBound + 1 < line.end, bytes[key.upperBound] == 0x3A,
            bytes[key.upperBound + 1] != 0x2F, !Self.addressSchemes.contains(text.text(key))
        else { return nil }
        report(
            YAMLRules.colonSpace, at: key.upperBound..<key.upperBound + 1,
            "no space follows the colon of \(name(of: key))",
            advice: "write \(text.text(key)): \(text.text(key.upperBound + 1..<line.end))")
        edits.insert(" ", at: key.upperBound + 1)
        return .field(key: key, colon: key.upperBound)
    }

    /// `title = Foo`
    private mutating func fieldWithEqualsSign(_ line: Placed) -> Kind? {
        guard let key = word(at: line) else { return nil }
        var sign = key.upperBound
        while sign < line.end, bytes[sign].isBlank { sign += 1 }
        guard sign < line.end, bytes[sign] == 0x3D else { return nil }
        var value = sign + 1
        while value < line.end, bytes[value].isBlank { value += 1 }
        report(
            YAMLRules.equalsSign, at: sign..<sign + 1, "an equals sign follows the name \(name(of: key))",
            advice: "write \(text.text(key)): \(text.text(value..<line.end))")
        edits.replace(sign..<value, with: ": ")
        return .field(key: key, colon: sign)
    }

    /// A name of one word at the beginning of a line.
    private func word(at line: Placed) -> Range<Int>? {
        let end = bytes[line.start..<line.end].firstIndex {
            !($0.isWordByte && $0 < 0x80) && $0 != 0x2D
        }
        guard let end, end > line.start, bytes[line.start] != 0x2D else { return nil }
        return line.start..<end
    }

    /// What stands before the colon of an address.
    private static let addressSchemes: Set<String> = [
        "http", "https", "mailto", "tel", "sms", "sip", "xmpp", "urn", "doi", "isbn", "data", "file",
    ]

    /// The length of a sign that people begin list items with instead of a hyphen.
    func bulletLength(at start: Int) -> Int? {
        switch bytes[start] {
        case 0x2A, 0x2B: return 1
        case 0xE2:
            guard start + 2 < bytes.count, bytes[start + 1] == 0x80 else { return nil }
            return [0xA2, 0x93, 0x94].contains(bytes[start + 2]) ? 3 : nil
        default: return nil
        }
    }
}

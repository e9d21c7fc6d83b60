/// A text as front matter has it.
enum PlainScalar {
    /// The text as it is where YAML takes it for a text, in quotes where not.
    ///
    /// - Parameter isInBrackets: Whether it stands in a list on one line, where commas and brackets part items.
    static func written(_ text: String, isInBrackets: Bool = false) -> String {
        isPlain(text, isInBrackets) ? text : quoted(text)
    }

    private static func isPlain(_ text: String, _ isInBrackets: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        let leading = "!&*-?:|>@`\"'%#{}[],=~ \t".unicodeScalars
        if leading.contains(first) { return false }
        if last == ":" || last == " " || last == "\t" { return false }
        // By scalars: in "#️⃣" the number sign is no character of its own, yet YAML sees it.
        let pairs = zip(text.unicodeScalars, text.unicodeScalars.dropFirst())
        if pairs.contains(where: { $0 == (":", " ") || $0 == (" ", "#") }) { return false }
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { return false }
        return !isInBrackets || !text.unicodeScalars.contains { ",[]{}".unicodeScalars.contains($0) }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

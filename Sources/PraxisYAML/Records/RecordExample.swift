/// A record as one would write it on a line, with what stands in its place as the value of the field that can hold it.
struct RecordExample {
    let text: String

    init(of description: RecordDescription, with node: YAMLNode) {
        let required = description.fields.filter(\.isRequired)
        var shown = required.isEmpty ? Array(description.fields.prefix(2)) : required
        var values = shown.map(Self.example)
        if case .scalar(let scalar) = node.content,
            !scalar.text.contains(where: { ",:{}[]\n".contains($0) }),
            let place = Self.place(for: scalar.text, in: shown)
        {
            values[place] = scalar.text
            if required.isEmpty {
                shown = [shown[place]]
                values = [values[place]]
            }
        }
        text = "{\(zip(shown, values).map { "\($0.key): \($1)" }.joined(separator: ", "))}"
    }

    private static func example(of field: FieldDescription) -> String {
        if let example = field.example { return example }
        return example(of: field.shape) ?? "…"
    }

    private static func example(of shape: FieldShape) -> String? {
        switch shape {
        case .words(let words): return words.first
        case .list(let item): return example(of: item)
        case .integer: return "20"
        case .boolean: return "false"
        case .scalar(let expectation, _):
            // What it is like stands up to the next of several.
            guard let like = expectation.firstRange(of: " like ") else { return nil }
            let rest = expectation[like.upperBound...]
            let end = [", ", " or ", ": "].compactMap { rest.firstRange(of: $0)?.lowerBound }.min()
            return String(rest[..<(end ?? rest.endIndex)])
        default: return nil
        }
    }

    /// The first field that says of a text that it is one of its own, else the first that takes any.
    private static func place(for text: String, in fields: [FieldDescription]) -> Int? {
        fields.firstIndex { isOne(text, of: $0.shape) } ?? fields.firstIndex { $0.shape == .text }
            ?? fields.firstIndex { field in
                guard case .scalar(_, pattern: nil) = field.shape else { return false }
                return !text.contains(" ") && Int(text) == nil
            }
    }

    private static func isOne(_ text: String, of shape: FieldShape) -> Bool {
        switch shape {
        case .integer: return Int(text) != nil
        case .words(let words): return words.contains { Words.normal($0) == Words.normal(text) }
        case .scalar(_, let pattern?):
            guard let form = try? Regex(pattern) else { return false }
            return text.firstMatch(of: form) != nil
        default: return false
        }
    }
}

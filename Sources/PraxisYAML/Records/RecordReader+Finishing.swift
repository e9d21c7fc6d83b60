import PraxisDiagnostics

extension RecordReader {
    /// Reports fields that nobody asked for, and those that ought to be there and are not.
    ///
    /// - Parameters:
    ///   - otherNames: what people call a field that is called otherwise here.
    ///   - otherKinds: what a field unknown here belongs to, as in `an event`, if it is known elsewhere.
    ///   - otherLines: what to do about a field of this name with this text, where another name is not enough.
    package mutating func finish(
        otherNames: (String) -> [String] = { _ in [] }, otherKinds: (String) -> String? = { _ in nil },
        otherLines: (String, String) -> String? = { _, _ in nil }
    ) {
        guard !isDescribing else { return }
        var reported: [Finding] = []
        for (index, field) in fields.enumerated() where !wasRead[index] {
            let key = field.key.value
            if case .scalar(let scalar) = field.value.content,
                let advice = otherLines(Words.normal(key), scalar.text)
            {
                reported.append(unknown(field.key, meaning: nil, advice: advice))
                continue
            }
            let free = knownKeys.filter { !hasValue($0) }
            let meant =
                likeliest(otherNames(Words.normal(key)).filter(free.contains))
                ?? Suggestion.nearest(to: key.lowercased(), among: free).first
            if let meant { missing.removeAll { $0.key == meant } }
            reported.append(
                unknown(
                    field.key, meaning: meant,
                    advice: meant.map { "did you mean \($0)?" } ?? advice(forUnknown: key, otherKinds)))
        }
        findings += reported + (hasFrontMatter ? missing.map(finding) : missingFrontMatter)
        missing = []
    }

    private func unknown(_ key: Located<String>, meaning meant: String?, advice: String?) -> Finding {
        Finding(
            FieldRules.unknown, at: source.location(key.range), "\(subject) has no field \"\(key.value)\"",
            advice: advice, field: meant)
    }

    /// The first that is missed, else the first.
    private func likeliest(_ names: [String]) -> String? {
        names.first { name in missing.contains { $0.key == name } } ?? names.first
    }

    private func advice(forUnknown key: String, _ otherKinds: (String) -> String?) -> String? {
        if let other = otherKinds(key) { return "it belongs to \(other)" }
        if let nearest = Suggestion.nearest(to: key.lowercased(), among: knownKeys).first {
            return "did you mean \(nearest), which is there already?"
        }
        if knownKeys.contains("extra") { return "take it away, or put it under extra: if your theme uses it" }
        return knownKeys.count <= 12 ? "it has \(Words.alternatives(knownKeys))" : nil
    }

    private func finding(_ field: Missing) -> Finding {
        if let empty = fields.first(where: { Words.normal($0.key.value) == Words.normal(field.key) }) {
            return Finding(
                FieldRules.missing, at: source.location(empty.key.range),
                "\"\(field.key)\" is empty, and \(field.message)", advice: "write for example \(field.line)",
                field: field.key)
        }
        return Finding(
            FieldRules.missing, at: source.location(place), field.message,
            advice: "add a line such as: \(field.line)", field: field.key)
    }

    /// What to say of a file that begins with its text although fields are needed.
    private var missingFrontMatter: [Finding] {
        guard !missing.isEmpty else { return [] }
        let isEmpty = !source.bytes.contains { $0 > 0x20 }
        let firstLine = source.line(place.start.line) ?? ""
        let name = firstLine.prefix { $0 != ":" }
        let isField =
            name.count < firstLine.count && knownKeys.contains { Words.normal($0) == Words.normal(String(name)) }
        let names = missing.map { "\($0.key):" }
        return [
            Finding(
                FieldRules.missing, at: source.location(place),
                isField
                    ? "fields stand here without a line of hyphens before them"
                    : "\(subject) begins with fields, and this file \(isEmpty ? "is empty" : "has none")",
                advice: isField
                    ? "write --- on a line of its own before the first field, and after the last"
                    : "begin the file with \(Words.list(["---"] + names + ["---"])), each on a line of its own")
        ]
    }
}

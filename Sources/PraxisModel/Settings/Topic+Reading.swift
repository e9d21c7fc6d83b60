package import PraxisDiagnostics
internal import PraxisYAML

extension Topic {
    /// The vocabulary of topics.yaml, in its order, and what is wrong with it.
    package static func read(_ source: SourceText) -> (topics: [Topic], findings: [Finding]) {
        let document = YAMLDocument(source)
        var fields = RecordReader(document, subject: "topics.yaml")
        let rows = fields.rows(subject: "a topic") { record in Row(&record) }
        var findings = document.findings + fields.findings
        func report(_ rule: Rule, at range: SourceRange, _ message: String, advice: String?) {
            findings.append(Finding(rule, at: source.location(range), message, advice: advice))
        }
        let known = Set(rows.map(\.key.value))
        let topics = rows.compactMap { row -> Topic? in
            let id = row.key.value
            guard Slug.isValid(id) else {
                report(
                    Rule.fileName, at: row.key.range, "\"\(id)\" cannot be an address: names have a–z, 0–9 and hyphens",
                    advice: "write \(Slug.suggestion(for: id)), and the name that readers see as its label")
                return nil
            }
            if let broader = row.value.value.broader, !known.contains(broader.value) {
                report(
                    ReferenceRules.unknown, at: broader.range, "no topic \"\(broader.value)\"",
                    advice: Suggestion.nearest(to: broader.value, among: known).first.map { "did you mean \"\($0)\"?" })
            }
            return Topic(
                id: TopicID(id), label: row.value.value.label ?? id, synonyms: row.value.value.synonyms,
                broader: row.value.value.broader.flatMap { known.contains($0.value) ? TopicID($0.value) : nil },
                summary: row.value.value.summary)
        }
        return (topics, findings)
    }

    /// What one topic says.
    struct Row {
        var label: String?
        var synonyms: [String]
        var broader: Located<String>?
        var summary: String?

        init(_ record: inout RecordReader) {
            label = record.text("label", "what readers see; its identifier, if nothing is said")?.value
            synonyms = record.values("synonyms", of: String.self, "other words for it, for the search").map(\.value)
            broader = record.text("broader", "the topic that it is a part of")
            summary = record.text("summary", "what it is, in a sentence")?.value
        }
    }
}

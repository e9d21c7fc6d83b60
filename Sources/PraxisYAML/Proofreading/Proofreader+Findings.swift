import PraxisDiagnostics

extension Proofreader {
    /// Adds a finding about a stretch of the text.
    mutating func report(
        _ rule: Rule, at range: Range<Int>, _ message: String, advice: String? = nil, notes: [Finding.Note] = []
    ) {
        findings.append(
            Finding(rule, at: location(range), message, advice: advice, notes: notes))
    }

    /// Adds a finding unless one with this key has been added.
    mutating func reportOnce(_ rule: Rule, key: String, at range: Range<Int>, _ message: String, advice: String) {
        guard reportedOnce.insert(key).inserted else { return }
        report(rule, at: range, message, advice: advice)
    }

    func note(_ message: String, at range: Range<Int>) -> Finding.Note {
        Finding.Note(message, at: location(range))
    }

    /// A stretch's place, with its line to show.
    func location(_ range: Range<Int>) -> Location {
        let line = text.lines.isEmpty ? range : text.lines[text.index(of: range.lowerBound)]
        return Location(path: source.path, range: text.sourceRange(range), excerpt: text.text(line))
    }

    /// Says that values are nested too deep; nothing of the text is read then.
    mutating func refuse(tooDeepAt offset: Int) {
        isRefused = true
        report(
            YAMLRules.tooDeep, at: offset..<offset + 1, "values are nested here more than \(limits.depth) levels deep",
            advice: "nest them less deep")
    }

    /// A field's name as findings show it.
    func name(of key: Range<Int>?) -> String {
        guard let key else { return "the field above" }
        let name = text.text(key)
        return name.first == "\"" || name.first == "'" ? name : "\"\(name)\""
    }

    /// What to write to have a text in quotes.
    func quotesAdvice(_ range: Range<Int>) -> String {
        let line = text.lines[text.index(of: range.lowerBound)]
        guard range.upperBound <= line.upperBound, range.count <= 100 else {
            let mark = bytes[range].contains { $0 == 0x22 || $0 == 0x5C } ? "'" : "\""
            return "put \(mark) before and behind the whole text"
        }
        return "put quotes around the text: \(repaired(range, as: quoted(range)))"
    }

    /// A line, from its first word, as it is after a repair of what begins in it.
    func repaired(_ range: Range<Int>, as replacement: String) -> String {
        let line = text.lines[text.index(of: range.lowerBound)]
        let start = line.lowerBound + text.indent(line)
        return text.text(start..<range.lowerBound) + replacement
    }
}

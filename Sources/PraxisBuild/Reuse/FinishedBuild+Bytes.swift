internal import PraxisBytes
internal import PraxisDiagnostics
internal import PraxisFiles

extension FinishedBuild {
    /// Another version of the bytes begins with something else.
    private static let head = "praxis finished build 1"

    /// The same bytes for the same build.
    var bytes: [UInt8] {
        var body: [UInt8] = []
        body.append(inputs)
        body.append(optional: commit) { $0.append(text: $1) }
        body.append(Fingerprint(rawValue: output.secret))
        body.append(output.list)
        body.append(output.files)
        Varints.append(output.count, to: &body)
        body.append(list: output.toldByBytes) { Varints.append($1, to: &$0) }
        Varints.append(pageCount, to: &body)
        Varints.append(hasAddress ? 1 : 0, to: &body)
        body.append(list: findings) { $0.append($1) }
        return SealedBytes.seal(body, head: Self.head)
    }

    /// Reads what `bytes` are; `nil` for anything else, a part of them included.
    init?(_ bytes: [UInt8]) {
        guard var reader = SealedBytes.open(bytes, head: Self.head) else { return nil }
        inputs = reader.fingerprint()
        commit = reader.optional { $0.text() }
        output = OutputState(
            secret: reader.fingerprint().rawValue, list: reader.fingerprint(), files: reader.fingerprint(),
            count: reader.number(), toldByBytes: reader.list { $0.number() })
        pageCount = reader.number()
        hasAddress = reader.number() == 1
        findings = reader.list { $0.finding() }
    }
}

extension [UInt8] {
    fileprivate mutating func append<Value>(optional value: Value?, _ write: (inout [UInt8], Value) -> Void) {
        append(list: value.map { [$0] } ?? [], write)
    }

    fileprivate mutating func append<Value>(list values: [Value], _ write: (inout [UInt8], Value) -> Void) {
        Varints.append(values.count, to: &self)
        for value in values { write(&self, value) }
    }

    /// With the rule as it was, so that nothing has to be looked up.
    fileprivate mutating func append(_ finding: Finding) {
        append(text: finding.rule.id)
        append(text: finding.rule.severity.rawValue)
        append(text: finding.rule.summary)
        append(text: finding.severity.rawValue)
        append(finding.location)
        append(text: finding.message)
        append(optional: finding.advice) { $0.append(text: $1) }
        append(list: finding.notes) { bytes, note in
            bytes.append(text: note.message)
            bytes.append(note.location)
        }
        append(optional: finding.field) { $0.append(text: $1) }
    }

    private mutating func append(_ location: Location) {
        append(text: location.path.rawValue)
        append(optional: location.range) { bytes, range in
            for position in [range.start, range.end] {
                Varints.appendSigned(position.line, to: &bytes)
                Varints.appendSigned(position.column, to: &bytes)
            }
        }
        append(optional: location.excerpt) { $0.append(text: $1) }
    }
}

extension VarintReader {
    fileprivate mutating func optional<Value>(_ read: (inout VarintReader) -> Value) -> Value? { list(read).first }

    fileprivate mutating func list<Value>(_ read: (inout VarintReader) -> Value) -> [Value] {
        (0..<number()).map { _ in read(&self) }
    }

    fileprivate mutating func finding() -> Finding {
        let rule = Rule(text(), severity(), text())
        let severity = severity()
        let location = location()
        let message = text()
        let advice = optional { $0.text() }
        let notes = list { Finding.Note($0.text(), at: $0.location()) }
        var finding = Finding(
            rule, at: location, message, advice: advice, notes: notes, field: optional { $0.text() })
        finding.severity = severity
        return finding
    }

    private mutating func severity() -> Severity { Severity(rawValue: text()) ?? .error }

    private mutating func location() -> Location {
        let path = SourcePath(text())
        let range = optional { reader in
            SourceRange(
                start: SourcePosition(line: reader.signed(), column: reader.signed()),
                end: SourcePosition(line: reader.signed(), column: reader.signed()))
        }
        return Location(path: path, range: range, excerpt: optional { $0.text() })
    }
}

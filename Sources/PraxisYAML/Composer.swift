import PraxisDiagnostics
import Yams

/// Turns proofread text into nodes: the only place that speaks to libyaml.
struct Composer {
    private var proofreader: Proofreader
    private var isUnreadable: Set<Int> = []

    init(_ proofreader: Proofreader) {
        self.proofreader = proofreader
    }

    var findings: [Finding] { proofreader.findings }

    /// A file with more fields that libyaml cannot read is given up.
    private static let mostAttempts = 10

    /// The outermost value. Where libyaml stumbles, the outermost field that it stumbles in is reported and left out.
    mutating func compose(opening: SourceRange) -> YAMLNode? {
        let unreadable = YAMLNode(.unreadable, at: opening)
        guard !proofreader.isRefused else { return unreadable }
        for _ in 0..<Self.mostAttempts {
            let edited = proofreader.edits.apply(to: proofreader.bytes, in: proofreader.text.range)
            do {
                let yaml = String(decoding: edited.bytes, as: UTF8.self)
                let parser = try Parser(yaml: yaml, resolver: .basic, constructor: .default, encoding: .utf8)
                guard let node = try parser.singleRoot() else { return nil }
                var converter = NodeConverter(edited, proofreader: proofreader, isUnreadable: isUnreadable)
                guard let root = converter.convert(node, depth: 1) else {
                    proofreader.refuse(tooDeepAt: proofreader.text.range.lowerBound)
                    return unreadable
                }
                proofreader.findings += converter.findings
                return root
            } catch let error as YamlError {
                guard leaveOut(error, edited) else { return unreadable }
            } catch {
                return unreadable
            }
        }
        return unreadable
    }

    /// Reports what libyaml says and takes the field out of the text; `false` where that cannot be done.
    private mutating func leaveOut(_ error: YamlError, _ edited: EditedText) -> Bool {
        let problem = LibyamlProblem(error)
        let text = proofreader.text
        let offset = min(
            edited.original(problem.offset(in: edited.bytes)), max(text.range.lowerBound, text.range.upperBound - 1))
        let fields = proofreader.rootFields.filter { !isUnreadable.contains($0.key) }
        guard let index = fields.lastIndex(where: { $0.key <= offset }) ?? fields.indices.first else {
            let line = text.lines.first ?? text.range
            proofreader.report(
                YAMLRules.syntax, at: line, "these lines are not fields",
                advice: "write each field as a name, a colon, a space and its value")
            return false
        }
        let field = fields[index]
        let next = proofreader.rootFields.first { $0.key > field.key }
        let lastLine = (next?.line ?? text.lines.count) - 1
        let key = text.text(field.key..<field.value - 1)
        reportUnlessKnown(problem, in: field.line...max(field.line, lastLine), key: key, offset: offset)
        isUnreadable.insert(field.key)
        for index in field.line...max(field.line, lastLine) {
            let line = text.lines[index]
            let start = index == field.line ? field.value : line.lowerBound
            proofreader.edits.removeAllEdits(in: start..<line.upperBound)
            proofreader.edits.replace(start..<max(start, line.upperBound), with: "")
        }
        return true
    }

    /// Reports a problem in a field, unless one that explains it has been reported there.
    private mutating func reportUnlessKnown(
        _ problem: LibyamlProblem, in lines: ClosedRange<Int>, key: String, offset: Int
    ) {
        let text = proofreader.text
        let isKnown = proofreader.findings.contains { finding in
            finding.severity == .error
                && finding.location.range.map { lines.contains($0.start.line - text.firstNumber) } == true
        }
        guard !isKnown else { return }
        let index = min(max(text.index(of: offset), lines.lowerBound), lines.upperBound)
        let line = text.lines[index]
        let start = line.lowerBound + text.indent(line)
        proofreader.report(
            YAMLRules.syntax, at: start..<max(start, line.upperBound),
            "the value of \"\(key)\" cannot be read\(index == lines.lowerBound ? "" : " from this line on")",
            advice: problem.advice)
    }
}

/// What libyaml says, for somebody who has never heard of it.
private struct LibyamlProblem {
    let advice: String
    private let mark: Mark?

    init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.mark = mark
            advice = Self.advice(for: problem)
        case .duplicatedKeysInMapping(let keys, let context):
            mark = context.mark
            advice = "write \(keys.map { "\"\($0)\"" }.joined(separator: " and ")) once only"
        default:
            mark = nil
            advice = Self.advice(for: "")
        }
    }

    /// What to do about a problem that proofreading does not know.
    private static func advice(for problem: String) -> String {
        if problem.contains("','") { return "put commas between the items in brackets, and a bracket at the end" }
        if problem.contains("alias") { return "put quotes around text that begins with *" }
        if problem.contains("indicator") || problem.contains("expected key") {
            return "begin fields that belong together in the same column, and list items with a hyphen and a space"
        }
        return "put quotes around the text, or begin fields that belong together in the same column"
    }

    /// The byte of a text that the problem is at.
    func offset(in bytes: [UInt8]) -> Int {
        guard let mark else { return 0 }
        var cursor = MarkCursor(bytes)
        return cursor.offset(line: mark.line, column: mark.column)
    }
}

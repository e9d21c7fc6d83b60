import PraxisDiagnostics

/// Makes a template's tokens a tree, and says what is wrong with their nesting.
struct TemplateParser {
    private let source: SourceText
    private var findings: [Finding] = []

    private init(_ source: SourceText) {
        self.source = source
    }

    /// Reads a template. What is wrong is left out of the tree, so that the rest of it can still be checked. Linear.
    ///
    /// - Parameter name: What partial tags call it: `components/resource-card`.
    static func parse(_ source: SourceText, named name: String) -> (template: Template, findings: [Finding]) {
        var parser = TemplateParser(source)
        let nodes = parser.nodes()
        return (Template(name: name, source: source, nodes: nodes), parser.findings)
    }

    /// A tag that is not closed yet, with what stands in it so far.
    private struct Level {
        var tag: TemplateScanner.Tag?
        var nodes: [TemplateNode] = []
    }

    private mutating func nodes() -> [TemplateNode] {
        let tokens: [TemplateScanner.Token]
        do {
            tokens = try TemplateScanner.tokens(of: source.bytes)
        } catch {
            report(error)
            return []
        }
        var levels = [Level()]
        for token in tokens {
            switch token {
            case .text(let range): add(.text(Array(source.bytes[range])), to: &levels)
            case .tag(let tag): add(tag, to: &levels)
            }
        }
        while levels.count > 1 {
            if let tag = levels.last?.tag {
                report(
                    .templateNesting, tag.range, "\(shown(tag)) is never closed",
                    advice: "write {{/\(tag.name.text)}} where it ends")
            }
            close(&levels)
        }
        return levels[0].nodes
    }

    private func add(_ node: TemplateNode, to levels: inout [Level]) {
        levels[levels.count - 1].nodes.append(node)
    }

    private mutating func add(_ tag: TemplateScanner.Tag, to levels: inout [Level]) {
        guard isName(tag.name.text, of: tag) else {
            report(
                .templateTag, tag.range, "\(shown(tag)) has no name that a template can use",
                advice: "write a name of letters, digits, \"-\", \"_\", \".\" and \"/\"")
            return
        }
        switch tag.sigil {
        case nil: add(.variable(tag.name, isEscaped: true), to: &levels)
        case UInt8(ascii: "{"), UInt8(ascii: "&"): add(.variable(tag.name, isEscaped: false), to: &levels)
        case UInt8(ascii: ">"): add(partial(tag), to: &levels)
        case UInt8(ascii: "/"): end(tag, &levels)
        default: levels.append(Level(tag: tag))
        }
    }

    private func partial(_ tag: TemplateScanner.Tag) -> TemplateNode {
        let isDynamic = tag.name.text.utf8.first == UInt8(ascii: "*")
        var name = tag.name
        if isDynamic {
            let trimmed = name.text.dropFirst().drop { $0 == " " }
            name.range = name.range.suffix(trimmed.utf8.count)
            name.text = String(trimmed)
        }
        return .partial(name, isDynamic: isDynamic, indentation: indentation(of: tag))
    }

    private func indentation(of tag: TemplateScanner.Tag) -> [UInt8] {
        tag.indentation.map { Array(source.bytes[$0]) } ?? []
    }

    private mutating func end(_ tag: TemplateScanner.Tag, _ levels: inout [Level]) {
        guard let open = levels.last?.tag else {
            report(
                .templateNesting, tag.range, "\(shown(tag)) closes nothing",
                advice: "take it out, or open {{#\(tag.name.text)}} before it")
            return
        }
        guard open.name.text == tag.name.text else {
            if levels.dropLast().contains(where: { $0.tag?.name.text == tag.name.text }) {
                report(
                    .templateNesting, open.range, "\(shown(open)) is not closed before \(shown(tag))",
                    advice: "write {{/\(open.name.text)}} where it ends")
                while let inner = levels.last?.tag, inner.name.text != tag.name.text { close(&levels) }
                close(&levels)
            } else {
                report(
                    .templateNesting, tag.range, "\(shown(tag)) closes nothing: \(shown(open)) is open here",
                    advice: "did you mean {{/\(open.name.text)}}?")
            }
            return
        }
        close(&levels)
    }

    /// Makes the innermost level a node of the one around it.
    private mutating func close(_ levels: inout [Level]) {
        guard levels.count > 1, let level = levels.popLast(), let tag = level.tag else { return }
        let node: TemplateNode
        switch tag.sigil {
        case UInt8(ascii: "<"):
            node = .parent(tag.name, blocks(in: level.nodes))
        case UInt8(ascii: "$"):
            node = .block(TemplateBlock(name: tag.name, content: level.nodes))
        default:
            node = .section(tag.name, isInverted: tag.sigil == UInt8(ascii: "^"), level.nodes)
        }
        add(node, to: &levels)
    }

    /// What a template that inherits fills in; everything else between its tags is ignored, as the specification says.
    private func blocks(in nodes: [TemplateNode]) -> [TemplateBlock] {
        nodes.compactMap { node in
            if case .block(let block) = node { block } else { nil }
        }
    }

    private func isName(_ text: String, of tag: TemplateScanner.Tag) -> Bool {
        var bytes = Substring(text).utf8
        if tag.sigil == UInt8(ascii: ">"), bytes.first == UInt8(ascii: "*") {
            bytes.removeFirst()
            while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
        }
        return !bytes.isEmpty
            && bytes.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D...0x2F, 0x5F: true
                default: false
                }
            }
    }

    private func shown(_ tag: TemplateScanner.Tag) -> String {
        String(decoding: source.bytes[tag.range], as: UTF8.self)
    }

    private mutating func report(_ problem: TemplateScanner.Problem) {
        switch problem {
        case .openTag(let range):
            report(.templateTag, range, "this tag never ends", advice: "close it with \"}}\"")
        case .delimiters(let range):
            report(
                .templateTag, range, "\(String(decoding: source.bytes[range], as: UTF8.self)) sets no delimiters",
                advice: "write two of them, as in {{=<% %>=}}")
        }
    }

    private mutating func report(_ rule: Rule, _ range: Range<Int>, _ message: String, advice: String) {
        findings.append(Finding(rule, at: source.location(of: range), message, advice: advice))
    }
}

extension SourceText {
    /// Where a stretch of bytes is; only its first line where it has several.
    func location(of range: Range<Int>) -> Location {
        location(SourceRange(start: position(of: range.lowerBound), end: position(of: range.upperBound)))
    }
}

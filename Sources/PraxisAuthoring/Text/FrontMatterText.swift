internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

/// The front matter of a page as text, to be changed at single places.
struct FrontMatterText {
    let page: ParsedPage
    let lines: LineStarts
    var changes = TextChanges()

    init(_ page: ParsedPage) {
        self.page = page
        lines = LineStarts(page.source.bytes)
    }

    var bytes: [UInt8] { page.source.bytes }
    var changed: [UInt8] { changes.applied(to: bytes) }
    var fields: [YAMLNode.Field] { page.frontMatter?.root?.fields ?? [] }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Writes another name at a place that names something; quotes and what else is around it stay.
    mutating func rename(_ use: ReferenceUse, to name: String) {
        let range = lines.bytes(of: use.range)
        let old = Array(use.text.utf8)
        let places = range.lowerBound...max(range.lowerBound, range.upperBound - old.count)
        let found = places.first { start in
            start + old.count <= range.upperBound && bytes[start..<(start + old.count)].elementsEqual(old)
                && (start == range.lowerBound || !Self.isNamePart(bytes[start - 1]))
                && (start + old.count == range.upperBound || !Self.isNamePart(bytes[start + old.count]))
        }
        if let found {
            changes.replace(found..<(found + old.count), with: name)
        } else {
            // Written with escapes, or over several lines.
            changes.replace(range, with: PlainScalar.written(name, isInBrackets: true))
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...0xFF: true
        default: false
        }
    }

    /// Adds an old address to the page. One that is the page's own again gives way to it.
    ///
    /// Returns `false` where the front matter cannot be read, so that nothing can be added.
    mutating func addAlias(_ alias: Route, insteadOf current: Route) -> Bool {
        guard canBeChanged else { return false }
        guard let field = fields.first(where: { $0.key.value == "aliases" }) else { return add("aliases", alias.path) }
        let range = lines.bytes(of: field.value.range)
        switch field.value.content {
        case .scalar where field.value.isEmpty:
            return fill(field, with: alias.path)
        case .scalar(let scalar):
            if isAddress(scalar.text, current) {
                changes.replace(range, with: alias.path)
            } else {
                changes.replace(range, with: "[\(text(range)), \(alias)]")
            }
        case .sequence(let items):
            addAlias(alias, to: items, at: range, insteadOf: current)
        case .mapping, .unreadable: return false
        }
        return true
    }

    /// Gives a field a plain value, in place of the one that it has.
    ///
    /// Returns `false` where the front matter cannot be read, and where the field holds more than one value.
    mutating func set(_ key: String, to value: String) -> Bool {
        guard canBeChanged else { return false }
        guard let field = fields.first(where: { $0.key.value == key }) else { return add(key, value) }
        guard case .scalar = field.value.content else { return false }
        if field.value.isEmpty { return fill(field, with: value) }
        changes.replace(lines.bytes(of: field.value.range), with: value)
        return true
    }

    /// Whether a field can be added: there is no front matter yet, or one of fields that ends where it should.
    private var canBeChanged: Bool {
        guard let document = page.frontMatter else { return true }
        return closingLine != nil && (document.root.map { $0.fields != nil || $0.isEmpty } ?? true)
    }

    /// What stands before each field in its line.
    private var indentation: String {
        guard let first = fields.first.map({ lines.bytes(of: $0.key.range) }) else { return "" }
        return text(lines.wholeLines(of: first).lowerBound..<first.lowerBound)
    }

    /// Adds a field behind the others.
    private mutating func add(_ key: String, _ value: String) -> Bool {
        let end = lines.lineEnd
        let line = "\(indentation)\(key): \(value)\(end)"
        if page.frontMatter == nil {
            changes.replace(0..<0, with: "---\(end)\(line)---\(end)\(bytes.isEmpty ? "" : end)")
        } else if let closing = closingLine {
            changes.replace(closing..<closing, with: line)
        } else {
            return false
        }
        return true
    }

    /// Writes a value behind the colon of a field that has none.
    mutating func fill(_ field: YAMLNode.Field, with value: String) -> Bool {
        guard let colon = bytes[lines.bytes(of: field.key.range).upperBound...].firstIndex(of: 0x3A) else {
            return false
        }
        changes.replace(colon + 1..<colon + 1, with: " \(value)")
        return true
    }

    private mutating func addAlias(_ alias: Route, to items: [YAMLNode], at range: Range<Int>, insteadOf current: Route)
    {
        let own = items.first { item in
            if case .scalar(let scalar) = item.content { isAddress(scalar.text, current) } else { false }
        }
        if let own {
            changes.replace(lines.bytes(of: own.range), with: alias.path)
            return
        }
        guard let last = items.last.map({ lines.bytes(of: $0.range) }) else {
            changes.replace(range, with: "[\(alias)]")
            return
        }
        if bytes[range.lowerBound] == UInt8(ascii: "[") {
            changes.replace(last.upperBound..<last.upperBound, with: ", \(alias)")
            return
        }
        let line = lines.wholeLines(of: last)
        changes.replace(
            line.upperBound..<line.upperBound,
            with: "\(text(line.lowerBound..<last.lowerBound))\(alias)\(lines.lineEnd)")
    }

    private func isAddress(_ text: String, _ route: Route) -> Bool {
        let parts = text.split(separator: "/")
        return !parts.isEmpty && parts == route.path.split(separator: "/")
    }

    /// Where the line begins that closes the front matter.
    private var closingLine: Int? {
        let parts = FrontMatter(of: page.source)
        guard let fields = parts.fields, parts.findings.isEmpty else { return nil }
        return fields.range.upperBound
    }
}

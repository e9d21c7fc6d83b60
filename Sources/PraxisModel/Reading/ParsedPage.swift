package import PraxisDiagnostics
package import PraxisMarkdown
package import PraxisYAML

/// One page's file, taken apart: front matter as nodes, body as a tree, nothing decoded yet.
package struct ParsedPage: Sendable {
    package let source: SourceText
    package let placement: Placement
    /// `nil` where the file has no front matter.
    package let frontMatter: YAMLDocument?
    package private(set) var document: MarkdownDocument
    /// What is wrong with the form of the file.
    package let findings: [Finding]

    /// Takes a file apart. A pure function; linear in the length of the text.
    package init(parsing source: SourceText, placement: Placement, dialect: MarkdownDialect = .site) {
        self.source = source
        self.placement = placement
        let parts = FrontMatter(of: source)
        var findings = parts.findings
        frontMatter = parts.fields.map { YAMLDocument($0, of: source) }
        findings += frontMatter?.findings ?? []
        document = MarkdownDocument(
            parsing: source, bodyStartingAt: parts.bodyOffset, dialect: dialect, findings: &findings)
        // Of a kind that needs fields, those that are missing are told with it.
        if frontMatter == nil, document.isEmpty, findings.isEmpty,
            !placement.kind.needsFields || placement.translation != nil
        {
            findings.append(
                Finding(
                    ParsingRules.empty, at: source.location(), "this file is empty",
                    advice: "write something in it, or remove it"))
        }
        self.findings = findings
    }

    /// The page with quotation marks as a language has them, where punctuation is smart.
    package func quoting(in language: String) -> ParsedPage {
        var page = self
        page.document = document.quoting(in: language)
        return page
    }

    /// What the catalogue must know of it. Values that cannot be read are passed over here; decoding reports them.
    package var candidate: CatalogueCandidate {
        let fields = frontMatter?.root?.fields ?? []
        func text(_ key: String) -> String? {
            guard case .scalar(let scalar)? = fields.first(where: { $0.key.value == key })?.value.content,
                !scalar.text.isEmpty
            else { return nil }
            return scalar.text
        }
        return CatalogueCandidate(
            source: source.path, placement: placement,
            title: (text(placement.kind == .person ? "name" : "title") ?? document.leadingHeading?.text)?.inOneLine,
            status: text("status").flatMap { Status(text: $0) } ?? .live,
            shownFrom: text("show_from").flatMap { Day($0) }, shownUntil: text("show_until").flatMap { Day($0) },
            language: text("language").flatMap { LanguageTag.isWellFormed($0) ? $0 : nil },
            isUnlisted: placement.kind == .person && text("listed").flatMap { Bool(text: $0) } == false,
            left: placement.kind == .person ? text("alumni").flatMap { Day($0) } : nil,
            aliases: aliases(fields))
    }

    private func aliases(_ fields: [YAMLNode.Field]) -> [Route] {
        guard let value = fields.first(where: { $0.key.value == "aliases" })?.value else { return [] }
        let nodes: [YAMLNode] = if case .sequence(let items) = value.content { items } else { [value] }
        return nodes.compactMap { node in
            if case .scalar(let scalar) = node.content { OldAddress(text: scalar.text)?.route } else { nil }
        }
    }
}

extension PageKind {
    /// Whether text alone makes no page of this kind.
    fileprivate var needsFields: Bool { self != .home && self != .page && self != .topic }
}

/// Rules about the form of a page's file.
package enum ParsingRules {
    package static let empty = Rule("page.empty", .error, "A file has something in it.")

    package static let untitled = Rule(
        "page.untitled", .advice, "A page has a title, or begins with a heading that stands for one.")

    package static let all = [empty, untitled]
}

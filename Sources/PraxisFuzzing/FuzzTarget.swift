internal import PraxisDiagnostics
internal import PraxisMarkdown
internal import PraxisModel
internal import PraxisYAML

/// A reader of what authors write, to be fed with whatever a machine thinks of.
///
/// libFuzzer finds inputs (`make fuzz`); those worth keeping are in `Tests/Fixtures/Fuzz` and are read again by the tests.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// A text in each profile, as a page, a sheet and by a trusted author.
    case markdown
    /// A whole page of one kind or another, up to what is said about it; site.yaml and topics.yaml.
    case frontMatter = "front-matter"
    /// Raw HTML in a paragraph, in a block and in a table.
    case html
    /// Names of files and what is made of them, headings and their anchors, tags of languages.
    case slugs

    /// What is wrong with what comes out; empty if nothing is. Bytes that are no UTF-8 are repaired first, since files
    /// with such bytes are refused before they are read.
    package func complaints(about bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        return switch self {
        case .markdown: Self.markdown(text)
        case .frontMatter: Self.frontMatter(text)
        case .html: Self.html(text)
        case .slugs: Self.slugs(text)
        }
    }
}

extension FuzzTarget {
    private static func source(_ text: String) -> SourceText {
        SourceText(path: SourcePath("content/x.md"), text: text)
    }

    private static func markdown(_ text: String) -> [String] {
        let source = source(text)
        var findings: [Finding] = []
        _ = Markdown.html(source, profile: .commonmark, findings: &findings)
        _ = Markdown.html(source, profile: .gfm, findings: &findings)
        let document = MarkdownDocument(parsing: source, dialect: .site, findings: &findings)
        var sheet = MarkdownHTMLOptions()
        sheet.isSheet = true
        var complaints = [MarkdownHTMLOptions(), sheet].flatMap { options in
            HTMLAudit.complaints(about: String(decoding: document.html(options: options), as: UTF8.self))
        }
        let anchors = document.headings.map(\.anchor)
        if Set(anchors).count < anchors.count { complaints.append("two headings have one anchor: \(anchors)") }
        for link in document.links { _ = document.range(ofDestination: link) }
        _ = document.firstSentence()
        return complaints + self.complaints(about: findings, in: source)
    }

    /// A file of each kind.
    private static let files: [String] =
        ["index", "x", "people/x", "topics/x", "opportunities/x", "programmes/x/index", "programmes/x/01-x"]
        + ["index", "resources/x", "paths/x", "events/x", "posts/x", "questions/x", "guides/x"].map {
            "communities/x/\($0)"
        }

    /// Which kind of file it is for depends on the text's length, so that each text is read once.
    private static func frontMatter(_ text: String) -> [String] {
        let choice = text.utf8.count % (files.count + 1)
        guard choice < files.count else {
            let source = source(text)
            return complaints(about: Settings.read(source).1 + Topic.read(source).1, in: source)
        }
        let source = SourceText(path: SourcePath("content/\(files[choice]).md"), text: text)
        guard case .page(let placement) = Placement.outcome(for: source.path) else {
            return ["\(files[choice]) is no page"]
        }
        let page = ParsedPage(parsing: source, placement: placement)
        let today = Day(number: 20_780)
        let (catalogue, findings) = Catalogue.make(
            of: [page.candidate], settings: .plain, today: today, includesDrafts: true)
        let context = ReadingContext(
            catalogue: catalogue, settings: .plain, topics: [], attachments: [:], today: today)
        let decoded = catalogue.entries.flatMap { entry in
            PageDecoder.decode(page, original: nil, entry: entry, in: context).findings
        }
        return complaints(about: page.findings + findings + decoded, in: source)
    }

    private static func html(_ text: String) -> [String] {
        ["a \(text) b", "<div>\n\(text)\n</div>", "<\(text)>", "| a |\n| - |\n| \(text) |", "<img \(text)>"].flatMap {
            text in
            HTMLAudit.complaints(about: Markdown.html(text, profile: .site))
        }
    }

    private static func slugs(_ text: String) -> [String] {
        var complaints: [String] = []
        let slug = Slug.suggestion(for: text)
        if !slug.isEmpty {
            if !Slug.isValid(slug) { complaints.append("\(slug) is no slug") }
            if Slug.suggestion(for: slug) != slug { complaints.append("\(slug) would be called otherwise") }
        }
        let path = SourcePath("content/\(text)")
        if case .page(let placement) = Placement.outcome(for: path) {
            if !placement.route.path.hasPrefix("/") || placement.route.path.contains("..") {
                complaints.append("\(path) would be at \(placement.route.path)")
            }
        }
        _ = SourcePath("content/people").resolving(text)
        _ = LanguageTag.isWellFormed(text)
        _ = Day(text)
        let headings = text.split(separator: "\n").map { "# \($0)\n" }.joined()
        return complaints + markdown(headings)
    }

    /// Findings that point outside the text, or cannot be shown.
    private static func complaints(about findings: [Finding], in source: SourceText) -> [String] {
        let lines = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
        return findings.compactMap { finding in
            guard let range = finding.location.range else { return nil }
            let isInside = range.start.line >= 1 && range.start.column >= 1 && range.start.line <= lines
            return isInside ? nil : "\(finding.rule.id) points at \(range)"
        }
    }
}

package import PraxisDiagnostics
package import PraxisMarkdown
package import PraxisYAML

/// Reads one page's front matter by its kind.
///
/// A pure function of the page, its place and the context: pages may be decoded in any order and on any thread.
package enum PageDecoder {
    /// The page, and everything wrong with its front matter. What is wrong is replaced by a value that stands for it, so
    /// that the rest of the page is still read.
    ///
    /// - Parameters:
    ///   - fields: The front matter. Of a translation, the original's fields stand in for those that it leaves out.
    ///   - isComplete: Whether required fields must be there.
    package static func decode(
        _ fields: RecordReader, of source: SourceText, document: MarkdownDocument, entry: CatalogueEntry,
        in context: ReadingContext
    ) -> (page: DecodedPage, findings: [Finding]) {
        var reader = PageReader(fields, of: source, in: context)
        let read = reader.read(entry.placement, document: document, entry: entry)
        let written = reader.fields
        var findings = reader.finish(
            otherKinds: { key in
                let holders = KindDescriptions.fields(holding: key, in: entry.kind).map(\.key)
                return written.records(above: key, among: holders).map {
                    "the fields below \"\($0)\": begin it where they begin"
                } ?? KindDescriptions.kind(having: key, besides: entry.kind)
            },
            otherLines: { key, text in
                KindDescriptions.fields(holding: key, in: entry.kind).lazy.compactMap { holder in
                    written.text(of: holder.key, rightAbove: key).map {
                        "if it belongs to \"\(holder.key)\", write \(holder.key): {\(holder.first): \($0), \(key): \(text)}"
                    }
                }.first
            })
        if entry.kind == .page {
            let hasOtherFields = findings.contains { $0.rule == FieldRules.unknown }
            if let misplaced = Placement.finding(forFolderOf: entry.source, hasOtherFields: hasOtherFields) {
                // Of the fields of another kind nothing is to be said to somebody who meant that kind.
                if hasOtherFields { findings.removeAll { $0.rule == FieldRules.unknown } }
                findings.append(misplaced)
            }
            let isEmpty = !source.bytes.contains { $0 > 0x20 }
            if read.title == nil, document.leadingHeading == nil, entry.original == nil, !isEmpty {
                findings.append(untitled(entry, document))
            }
        }
        var metadata = Metadata(
            title: (read.title ?? document.leadingHeading?.text)?.inOneLine ?? entry.title,
            summary: read.common.summary ?? document.firstSentence() ?? "",
            hasWrittenSummary: read.common.summary != nil, status: read.common.status,
            shownFrom: read.common.shownFrom, shownUntil: read.common.shownUntil, topics: read.common.topics,
            circle: read.common.circle ?? KindDefaults.circle(of: read.content),
            way: read.common.way ?? KindDefaults.way(of: read.content), aliases: read.common.aliases,
            owners: read.owners, review: read.common.review, isFeatured: read.common.isFeatured,
            waivers: read.common.waivers, extra: read.common.extra)
        metadata.review.every =
            metadata.review.every ?? KindDefaults.reviewPeriod(of: entry.kind, in: context.settings)
        if case .community(let community) = read.content {
            metadata.summary = read.common.summary ?? community.purpose
            metadata.hasWrittenSummary = true
        }
        return (DecodedPage(entry: entry, metadata: metadata, content: read.content, uses: reader.uses), findings)
    }

    /// What to say of a page that has the name of its file in place of a title.
    private static func untitled(_ entry: CatalogueEntry, _ document: MarkdownDocument) -> Finding {
        let start = document.plainText(of: document.body).prefix { !$0.isNewline }
        let words = start.drop { $0 == "#" }
        let name = entry.placement.slug.replacing("-", with: " ")
        return Finding(
            ParsingRules.untitled, at: Location(path: entry.source),
            "nothing says what this page is called, so readers see \"\(entry.title)\"",
            advice: words.startIndex > start.startIndex && words.first?.isLetter == true
                ? "write a space behind the \(start[..<words.startIndex]) of its first line: # \(words.prefix(60))"
                : "begin it with a heading such as # \(name.prefix(1).uppercased() + name.dropFirst()), or give it a title",
            field: "title")
    }
}

extension PageReader {
    /// What one page says.
    struct Reading {
        var content: Page.Content
        var title: String?
        var common: CommonFields
        var owners: [PersonMention]
    }

    /// Asks for all fields that a kind of page has, its own first.
    mutating func read(_ placement: Placement, document: MarkdownDocument, entry: CatalogueEntry?) -> Reading {
        var (content, title) = ownFields(placement, document: document, entry: entry)
        var owners: [PersonMention] = []
        if case .community(let community) = content {
            owners = (community.roles[.owner] ?? []).filter { !$0.isPast(on: context.today) }.map(\.person)
        } else {
            owners = people("owners", "who answers for this page, where it is not its author or the community's owners")
        }
        let common = commonFields()
        if case .topic(let id) = content, title == nil { title = id.rawValue }
        if case .resource(var resource) = content, resource.why.isEmpty {
            resource.why = common.summary ?? ""
            content = .resource(resource)
        }
        return Reading(content: content, title: title, common: common, owners: owners)
    }

    private mutating func ownFields(
        _ placement: Placement, document: MarkdownDocument, entry: CatalogueEntry?
    ) -> (content: Page.Content, title: String?) {
        switch placement.kind {
        case .home, .page:
            return (
                .plain, fields.text("title", "what the page is called; its first # heading, if nothing is said")?.value
            )
        case .topic:
            let title = fields.text("title", "what the page is called; the topic's label, if nothing is said")
            return (.topic(TopicID(placement.slug)), title?.value)
        case .person:
            let (content, title) = personContent()
            return (.person(content), title)
        case .community:
            let (content, title) = community()
            return (.community(content), title)
        case .resource:
            let (content, title) = resource(hasBody: !document.isEmpty)
            return (.resource(content), title)
        case .path:
            let (content, title) = learningPath()
            return (.path(content), title)
        case .event:
            let (content, title) = event()
            return (.event(content), title)
        case .post:
            let (content, title) = post()
            return (.post(content), title)
        case .question:
            let (content, title) = question(document: document)
            return (.question(content), title)
        case .guide:
            let (content, title) = guide()
            return (.guide(content), title)
        case .programme:
            let (content, title) = programme()
            return (.programme(content), title)
        case .session:
            let read = sessionFields()
            let programme = entry?.programme.flatMap { context.catalogue.entries[$0].page } ?? PageID(0)
            return (
                .session(
                    Session(
                        programme: programme, number: placement.sessionNumber ?? 1, minutes: read.minutes,
                        goal: read.goal)),
                read.title
            )
        case .opportunity:
            let (content, title) = opportunity()
            return (.opportunity(content), title)
        }
    }
}

internal import PraxisDiagnostics
internal import PraxisMarkdown
internal import PraxisYAML

/// Reads one page's front matter into typed values, its references resolved as they are read.
///
/// The same calls, made without a document, describe what a kind of page has.
struct PageReader {
    var fields: RecordReader
    let context: ReadingContext
    let source: SourceText
    /// About references; those about fields are in `fields`.
    private(set) var referenceFindings: [Finding] = []
    /// Every place that names another file.
    private(set) var uses: [ReferenceUse] = []
    /// Days of what has happened, as far as they have been read.
    private var pastDays: [PastDay] = []

    /// The day of something that has happened.
    private struct PastDay {
        var what: String
        var day: Located<Day>
        var advice: String
    }

    init(_ fields: RecordReader, of source: SourceText, in context: ReadingContext) {
        self.fields = fields
        self.source = source
        self.context = context
    }

    /// Everything wrong with the front matter, once all fields have been asked for.
    ///
    /// - Parameters:
    ///   - otherKinds: what a field unknown here belongs to.
    ///   - otherLines: what to write instead of a field of this name with this text.
    mutating func finish(
        otherKinds: (String) -> String?, otherLines: (String, String) -> String?
    ) -> [Finding] {
        fields.finish(
            otherNames: { OtherNames.fields[$0] ?? [] }, otherKinds: otherKinds,
            otherLines: { OtherNames.advice(for: $0, with: $1) ?? otherLines($0, $1) })
        return fields.findings + referenceFindings
    }

    mutating func report(
        _ rule: Rule, at range: SourceRange, _ message: String, advice: String?, notes: [Finding.Note] = []
    ) {
        referenceFindings.append(
            Finding(rule, at: source.location(range), message, advice: advice, notes: notes))
    }

    mutating func report(_ finding: Finding?) {
        if let finding { referenceFindings.append(finding) }
    }

    /// Notes that a place names a file beside the page.
    mutating func use(_ name: Located<String>, of file: SourcePath) {
        uses.append(ReferenceUse(range: name.range, text: name.value, target: file, kinds: []))
    }

    /// What the names of a list mean, each once.
    private mutating func each<Name, Meaning: Hashable>(
        of names: [Located<Name>], _ meaning: (inout PageReader, Located<Name>) -> Meaning?
    ) -> [Meaning] {
        var known: Set<Meaning> = []
        var meanings: [Meaning] = []
        for name in names {
            guard let meaning = meaning(&self, name) else { continue }
            if known.insert(meaning).inserted {
                meanings.append(meaning)
            } else {
                report(
                    ReferenceRules.repeated, at: name.range, "this stands in the list already", advice: "take it out")
            }
        }
        return meanings
    }

    // MARK: Days

    /// Notes the day of something that has happened, such as `this count`.
    mutating func happened(_ what: String, on day: Located<Day>?, advice: String) {
        if let day { pastDays.append(PastDay(what: what, day: day, advice: advice)) }
    }

    /// Reports noted days that are still to come, also when readers see the page for the first time.
    mutating func checkPastDays(shownFrom: Day?) {
        let latest = max(context.today, shownFrom ?? context.today)
        for past in pastDays where past.day.value > latest {
            report(
                DateRules.inFuture, at: past.day.range,
                "\(past.what) is dated \(past.day.value), which is still to come", advice: past.advice)
        }
    }

    // MARK: People

    mutating func person(_ key: String, _ documentation: String, _ need: RecordReader.Need = .optional)
        -> PersonMention?
    {
        fields.text(key, documentation, need).map { person($0, isOneOfMany: false) }
    }

    mutating func people(_ key: String, _ documentation: String, _ need: RecordReader.Need = .optional)
        -> [PersonMention]
    {
        each(of: fields.values(key, of: PersonName.self, documentation, need)) { $0.people($1.map(\.text)) }
            .flatMap(\.self)
    }

    /// Who is meant by one name of a list.
    ///
    /// One that joins several people is reported, and stands for all of them: nobody is missed whom its author named.
    mutating func people(_ name: Located<String>) -> [PersonMention] {
        let mention = person(name)
        guard case .name(let text) = mention, let several = severalPeople(text) else { return [mention] }
        return several.map { part in
            if case .found(let mention, _) = context.catalogue.person(part) { mention } else { .name(part) }
        }
    }

    /// Who is meant by an identifier or a name.
    ///
    /// - Parameter isOneOfMany: Whether others may stand beside them.
    mutating func person(_ name: Located<String>, isOneOfMany: Bool = true) -> PersonMention {
        switch context.catalogue.person(name.value) {
        case .found(let mention, let entry):
            uses.append(ReferenceUse(range: name.range, text: name.value, target: entry.source, kinds: [.person]))
            if mention.page == nil, entry.visibility != .unlisted { reportHidden(entry, at: name.range) }
            return mention
        case .name(let text) where FormerMember.isOne(text): return .name(text)
        case .name(let text):
            uses.append(ReferenceUse(range: name.range, text: text, target: nil, kinds: [.person]))
            let shown = MailAddresses.leftOut(of: text)
            guard shown == text else {
                report(
                    ReferenceRules.mailAddress, at: name.range, "a mail address stands in place of a name",
                    advice: "write the person's name")
                return .name(shown)
            }
            if let entry = personOfFile(text) {
                report(
                    ReferenceRules.unknown, at: name.range, "a person is named by identifier, not by file",
                    advice: "write \(entry.placement.slug)")
                return .name(entry.title)
            }
            if let several = severalPeople(text) {
                report(
                    FieldRules.commaList, at: name.range, "several people stand in one text",
                    advice: isOneOfMany
                        ? "write them in brackets: [\(several.joined(separator: ", "))]"
                        : "name one of them here, such as \(several[0])")
                return .name(text.inOneLine)
            }
            let slug = Slug.suggestion(for: text, in: context.settings.language)
            if let entry = context.catalogue.person(identifier: slug) {
                report(
                    ReferenceRules.noProfile, at: name.range, "\"\(text)\" is nobody's name, so only the name is shown",
                    advice: "did you mean \"\(slug)\" (\(entry.source))?")
                return .name(text.inOneLine)
            }
            let near = context.catalogue.people(near: text).map { "\"\($0.title)\" (\($0.source))" }
            let file = slug.isEmpty ? nil : "to add one, make content/people/\(slug).md"
            report(
                ReferenceRules.noProfile, at: name.range, "\"\(text)\" has no profile, so only the name is shown",
                advice: near.isEmpty ? file : "did you mean \(Words.alternatives(near))?")
            return .name(text.inOneLine)
        case .unknown(let nearest):
            let advice =
                nearest.first.map { "did you mean \"\($0.placement.slug)\" (\($0.source))?" }
                ?? "write a person's identifier, which is the name of a file in content/people/, or their full name"
            report(ReferenceRules.unknown, at: name.range, "no person \"\(name.value)\"", advice: advice)
            return .name(name.value)
        case .ambiguous(let entries):
            report(
                ReferenceRules.ambiguous, at: name.range, "\(entries.count) people are called \"\(name.value)\"",
                advice: "write the identifier: \(Words.alternatives(entries.map(\.placement.slug)))")
            return .name(name.value)
        }
    }

    /// The person whose file a text names; `nil` where it names none.
    private func personOfFile(_ text: String) -> CatalogueEntry? {
        let file = SourcePath(text)
        guard file.pathExtension == "md" || file.folder.name == "people" else { return nil }
        let identifier = String(file.stem)
        return context.catalogue.person(identifier: identifier) ?? context.catalogue.people(near: identifier).first
    }

    /// The people of a text that joins them by a word or a mark, at least one of whom is known.
    private func severalPeople(_ text: String) -> [String]? {
        for word in [",", ";", "/", "+", " and ", " & ", " och ", " und ", " et ", " og "] {
            let parts = text.split(separator: word).map { $0.split(separator: " ").joined(separator: " ") }
                .filter { !$0.isEmpty }
            let isKnown = parts.contains { if case .found = context.catalogue.person($0) { true } else { false } }
            if parts.count > 1, isKnown { return parts }
        }
        return nil
    }

    // MARK: Pages

    mutating func page(
        _ key: String, of kinds: [PageKind], _ documentation: String, _ need: RecordReader.Need = .optional
    ) -> PageReference? {
        fields.value(key, as: PageName.self, documentation, need).flatMap { page($0.map(\.text), of: kinds) }
    }

    mutating func pages(_ key: String, of kinds: [PageKind], _ documentation: String) -> [PageReference] {
        each(of: fields.values(key, of: PageName.self, documentation)) { $0.page($1.map(\.text), of: kinds) }
    }

    /// What a reference leads to; `nil` where it leads to nothing.
    mutating func page(_ text: Located<String>, of kinds: [PageKind]) -> PageReference? {
        let wanted = kinds.count == 1 ? kinds[0].rawValue : "page"
        switch context.catalogue.page(text.value, of: kinds, from: source.path) {
        case .found(let entry):
            uses.append(ReferenceUse(range: text.range, text: text.value, target: entry.source, kinds: kinds))
            if entry.page == nil { reportHidden(entry, at: text.range) }
            // Whoever is not listed is named in roles and nowhere else.
            return entry.visibility == .unlisted ? nil : context.catalogue.reference(to: entry)
        case .wrongKind(let entry):
            report(
                ReferenceRules.wrongKind, at: text.range, "\"\(text.value)\" is a \(entry.kind.rawValue)",
                advice: "name a \(wanted) here")
        case .unknown(let nearest):
            report(
                ReferenceRules.unknown, at: text.range, "no \(wanted) \"\(text.value)\"",
                advice: nearest.isEmpty
                    ? kinds == [.community]
                        ? "write the name of a folder in content/communities/"
                        : "write an identifier, community/folder/identifier, or the relative path of a .md file"
                    : "did you mean \(Words.alternatives(nearest.map { "\"\($0)\"" }))?")
        case .ambiguous(let references):
            report(
                ReferenceRules.ambiguous, at: text.range, "\(references.count) pages are called \"\(text.value)\"",
                advice: "write \(Words.alternatives(references))")
        }
        return nil
    }

    /// An address elsewhere, or a page of the site.
    mutating func linkOrPage(_ text: Located<String>, title: String? = nil) -> LinkOrReference? {
        if LinkAddress(text: text.value) != nil { return .link(title: title ?? text.value, url: text.value) }
        return page(text, of: PageKind.allCases).map { .reference($0) }
    }

    private mutating func reportHidden(_ entry: CatalogueEntry, at range: SourceRange) {
        report(
            ReferenceRules.hidden, at: range,
            "\"\(entry.title)\" is \(entry.visibility.reason), so "
                + (entry.visibility == .unlisted ? "this place shows nothing" : "only its name is shown"), advice: nil)
    }

    // MARK: Topics

    mutating func topics(_ key: String, _ documentation: String) -> [TopicID] {
        each(of: fields.values(key, of: TopicName.self, documentation)) { $0.topic($1.map(\.text)) }
    }

    /// The topic of that name; `nil` where the vocabulary has none.
    mutating func topic(_ name: Located<String>) -> TopicID? {
        let id = TopicID(name.value)
        if context.topics.contains(id) { return id }
        let nearest = Suggestion.nearest(to: name.value, among: context.topics.lazy.map(\.rawValue))
        report(
            ReferenceRules.topicUnknown, at: name.range, "no topic \"\(name.value)\" in topics.yaml",
            advice: nearest.first.map { "did you mean \"\($0)\"?" } ?? "add it to content/topics.yaml, or leave it out")
        return nil
    }
}

/// A person, by identifier or by name.
struct PersonName: ScalarValue {
    let text: String
    init?(text: String) { self.text = text }
    static var expectation: String { "a person's identifier or name" }
    static var mayContainComma: Bool { false }
}

/// A page, by identifier, by `community/folder/id` or by the relative path of its file.
struct PageName: ScalarValue {
    let text: String
    init?(text: String) { self.text = text }
    static var expectation: String { "the identifier or path of a page" }
    static var mayContainComma: Bool { false }
}

/// A topic, by its identifier in topics.yaml.
struct TopicName: ScalarValue {
    let text: String
    init?(text: String) { self.text = text }
    static var expectation: String { "the identifier of a topic" }
    static var mayContainComma: Bool { false }
}

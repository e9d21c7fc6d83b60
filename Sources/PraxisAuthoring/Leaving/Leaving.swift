package import PraxisDiagnostics
package import PraxisFiles
internal import PraxisMarkdown
package import PraxisModel

/// Somebody's leaving of the organisation: their profile says so, their roles in communities end on that day, and what they
/// answered for goes to a successor, if there is one.
///
/// What they wrote, asked and once did stays theirs. Nothing is removed.
package struct Leaving: Sendable {
    package private(set) var edits = FileEdits()
    /// What is changed, and what falls to others by itself, a line each.
    package private(set) var report: [String] = []
    /// What nobody answers for afterwards, and what could not be changed.
    package private(set) var remaining: [Finding] = []

    /// Works out the changes. Linear in the size of the site.
    ///
    /// - Parameters:
    ///   - person: An identifier, or a full name, which need have no profile.
    ///   - day: The last day; what the profile says, or else today, if nothing is said.
    ///   - successor: Who takes over, by identifier or name.
    package init(
        person: String, on day: Day? = nil, to successor: String? = nil, in sources: SiteSources
    ) throws(AuthoringError) {
        let subject = try SitePerson(person, in: sources)
        let profile = subject.source.flatMap(sources.catalogue.entry(of:))
        let last = day ?? profile?.left ?? sources.context.today
        let heir = try successor.map { (text) throws(AuthoringError) in
            try Successor(text, of: subject, after: last, in: sources)
        }
        try leave(subject, on: last, in: sources)
        let context = Self.context(of: subject, on: last, in: sources)
        for (page, decoded) in zip(sources.pages, sources.decoded) {
            let uses = decoded.uses.filter(subject.isNamed)
            guard !uses.isEmpty, !subject.files.contains(page.source.path) else { continue }
            var handover = Handover(
                page, decoded, uses: uses, of: subject, on: last, insteadOf: profile?.left, to: heir, in: sources)
            handover.endRoles()
            handover.handOver()
            remaining += handover.remaining
            let changed = handover.text.changed
            guard changed != page.source.bytes else {
                report += handover.report
                continue
            }
            guard Self.reads(changed, instead: page, entry: decoded.entry, in: context, of: sources) else {
                remaining.append(
                    Finding(
                        AuthoringRules.byHand, at: page.source.location(uses[0].range),
                        "\(subject.name) is named here, and the page could not be changed safely",
                        advice: "end the role by hand: {person: \(uses[0].text), until: \(last)}"))
                continue
            }
            report += handover.report
            edits.writes.append(FileEdits.Write(path: page.source.path, old: page.source.bytes, new: changed))
        }
        if report.isEmpty, remaining.isEmpty { report = ["no page says that \(subject.name) answers for anything"] }
        remaining.sort()
    }

    /// Writes the day into the profile.
    private mutating func leave(_ subject: SitePerson, on day: Day, in sources: SiteSources) throws(AuthoringError) {
        guard let source = subject.source, let page = sources.pages.first(where: { $0.source.path == source }) else {
            return
        }
        guard page.candidate.left != day else { return report.append("\(source): left on \(day), as it says") }
        var text = FrontMatterText(page)
        guard text.set("alumni", to: day.description) else {
            throw AuthoringError(
                "\(source) cannot be changed as it is", advice: "mend its front matter first; praxis check says where")
        }
        report.append("\(source): alumni: \(day)")
        edits.writes.append(FileEdits.Write(path: source, old: page.source.bytes, new: text.changed))
    }

    /// What pages are read in once the profile says so.
    private static func context(of subject: SitePerson, on day: Day, in sources: SiteSources) -> ReadingContext {
        let old = sources.context
        let candidates = sources.pages.map { page in
            var candidate = page.candidate
            if candidate.source == subject.source { candidate.left = day }
            return candidate
        }
        let (catalogue, _) = Catalogue.make(
            of: candidates, settings: old.settings, today: old.today, includesDrafts: true)
        return ReadingContext(
            catalogue: catalogue, settings: old.settings, topics: old.topics, attachments: old.attachments,
            today: old.today)
    }

    /// Whether a page can be read as before with another text, and says nothing new that is wrong.
    private static func reads(
        _ bytes: [UInt8], instead page: ParsedPage, entry: CatalogueEntry, in context: ReadingContext,
        of sources: SiteSources
    ) -> Bool {
        let original = entry.original.map { sources.pages[$0] }
        let new = ParsedPage(parsing: SourceText(path: page.source.path, bytes: bytes), placement: page.placement)
        func errors(_ page: ParsedPage, _ context: ReadingContext) -> [String] {
            let decoding = PageDecoder.decode(page, original: original, entry: entry, in: context)
            return (page.findings + decoding.findings).filter { $0.severity == .error }.map(\.message)
        }
        return Set(errors(new, context)).isSubset(of: errors(page, sources.context))
    }
}

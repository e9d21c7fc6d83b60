internal import PraxisDiagnostics
internal import PraxisMarkdown
internal import PraxisModel
internal import PraxisYAML

/// Where one page names somebody who is forgotten, and what stands there instead.
struct PersonMentions {
    private(set) var text: FrontMatterText
    private(set) var report: [String] = []
    private(set) var remaining: [Finding] = []
    private let decoded: DecodedPage
    private let uses: [ReferenceUse]
    private let person: SitePerson
    private let sources: SiteSources
    private var removesAnswers = false

    init(
        _ page: ParsedPage, _ decoded: DecodedPage, uses: [ReferenceUse], of person: SitePerson,
        in sources: SiteSources
    ) {
        text = FrontMatterText(page)
        self.decoded = decoded
        self.uses = uses
        self.person = person
        self.sources = sources
    }

    private var page: ParsedPage { text.page }
    private var neutral: String { FormerMember.name(in: decoded.entry.language) }

    private mutating func say(_ line: Int, _ words: String) {
        report.append("\(page.source.path):\(line): \(words)")
    }

    // MARK: Answers

    /// Puts a name that is nobody's above the person's answers, or takes the answers out.
    mutating func removeFromAnswers(withText removesAnswers: Bool) {
        self.removesAnswers = removesAnswers
        guard decoded.entry.kind == .question else { return }
        let headings = page.document.headings.filter { $0.level <= 2 }
        for (index, heading) in headings.enumerated() where heading.level == 2 {
            let range = page.document.range(of: heading)
            guard let use = uses.first(where: { $0.range == range }) else { continue }
            if removesAnswers {
                let start = text.lines.wholeLines(of: text.lines.bytes(of: range)).lowerBound
                let next = headings.dropFirst(index + 1).first.map { page.document.range(of: $0) }
                let end = next.map { text.lines.wholeLines(of: text.lines.bytes(of: $0)).lowerBound }
                text.changes.remove(start..<(end ?? text.bytes.count))
                say(range.start.line, "the answer is removed")
            } else {
                text.rename(use, to: neutral)
                say(range.start.line, "\(use.text) → \(neutral)")
            }
        }
    }

    // MARK: Fields

    /// Takes the person out of the front matter, and puts another name where one must stand.
    mutating func removeFromFields() {
        let required = Set(
            KindDescriptions.description(of: decoded.entry.kind, in: sources.context.settings).fields
                .filter(\.isRequired).map(\.key))
        for naming in text.namings(of: uses) {
            let line = naming.field.key.range.start.line
            if naming.key == "accepted", !removesAnswers, isFirstFormerMember {
                text.replace(naming, with: neutral)
                say(line, "accepted: \(neutral)")
            } else if naming.isOnly, required.contains(naming.key) {
                replace(naming, line)
            } else if naming.key == "owners", isLastOwner(naming) {
                text.replace(naming, with: neutral)
                say(line, "owners: \(neutral), since the community needs one; name somebody who answers for it now")
            } else {
                text.remove(naming)
                say(line, "\(naming.isOnly ? "\(naming.key) is removed" : "taken out of \(naming.key)")")
            }
        }
    }

    private mutating func replace(_ naming: FrontMatterText.Naming, _ line: Int) {
        let namesPeople = uses.contains { use in
            use.kinds == [.person]
                && text.lines.bytes(of: naming.field.value.range).overlaps(text.lines.bytes(of: use.range))
        }
        guard namesPeople else {
            remaining.append(
                Finding(
                    AuthoringRules.byHand, at: page.source.location(naming.field.key.range),
                    "\"\(naming.key)\" names the profile only, and must name something", advice: "name something else"))
            return
        }
        if isResponsibility(naming.key), let owner {
            text.replace(naming, with: owner.name)
            say(line, "\(naming.key): \(owner.name), who owns \(owner.community)")
        } else {
            text.replace(naming, with: neutral)
            say(line, "\(naming.key): \(neutral)")
        }
    }

    /// Whether a field says who answers for something now, rather than who once did it.
    private func isResponsibility(_ key: String) -> Bool {
        guard key != "author" else { return false }
        guard case .event(let event) = decoded.content else { return true }
        return event.mayTakePlace(since: sources.context.today)
    }

    /// Whether the community is active and would have no owner any more.
    private func isLastOwner(_ naming: FrontMatterText.Naming) -> Bool {
        guard case .community(let community) = decoded.content, community.stage.isActive else { return false }
        let owners = community.roles[.owner] ?? []
        return owners.enumerated().allSatisfy { index, holder in
            naming.positions.contains(index) || holder.isPast(on: sources.context.today)
        }
    }

    /// Whether no answer before the person's is a former member's, so that the name tells which is accepted.
    private var isFirstFormerMember: Bool {
        guard case .question(let question) = decoded.content, let accepted = question.accepted else { return false }
        return !question.answers[..<accepted].contains { $0.author == .name(neutral) }
    }

    /// Somebody who owns the page's community, by the name to write.
    private var owner: (name: String, community: String)? {
        let catalogue = sources.catalogue
        var position = decoded.entry.community
        if case .opportunity(let opportunity) = decoded.content, let page = opportunity.community?.page {
            position = catalogue.entries.firstIndex { $0.page == page }
        }
        guard let position, case .community(let community) = sources.decoded[position].content else { return nil }
        for holder in community.roles[.owner] ?? [] where !holder.isPast(on: sources.context.today) {
            switch holder.person {
            case .profile(let page):
                guard let entry = catalogue.entries.first(where: { $0.page == page }), entry.left == nil,
                    entry.source != person.source
                else { continue }
                return (entry.placement.slug, catalogue.entries[position].title)
            case .name(let name) where name != person.name && !FormerMember.isOne(name):
                return (name, catalogue.entries[position].title)
            case .name: continue
            }
        }
        return nil
    }
}

extension Event {
    /// Whether it, or a date of its series, may be on a day or after it.
    func mayTakePlace(since day: Day) -> Bool {
        guard let recurrence else { return start.day >= day }
        return recurrence.until.map { $0 >= day } ?? true
    }
}

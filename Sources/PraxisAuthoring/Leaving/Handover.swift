internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

/// What one page leaves to others of somebody who leaves, and how it says so.
struct Handover {
    private(set) var text: FrontMatterText
    private(set) var report: [String] = []
    private(set) var remaining: [Finding] = []
    private let decoded: DecodedPage
    private let uses: [ReferenceUse]
    private let leaver: SitePerson
    private let day: Day
    private let earlierDay: Day?
    private let heir: Successor?
    private let sources: SiteSources

    /// - Parameters:
    ///   - uses: Where the page names who leaves.
    ///   - day: Their last day.
    ///   - earlierDay: What was said to be their last day before: roles that end on it end on the other instead.
    init(
        _ page: ParsedPage, _ decoded: DecodedPage, uses: [ReferenceUse], of leaver: SitePerson, on day: Day,
        insteadOf earlierDay: Day?, to heir: Successor?, in sources: SiteSources
    ) {
        text = FrontMatterText(page)
        self.decoded = decoded
        self.uses = uses
        self.leaver = leaver
        self.day = day
        self.earlierDay = earlierDay == day ? nil : earlierDay
        self.heir = heir
        self.sources = sources
    }

    private var page: ParsedPage { text.page }
    private var isArchived: Bool { decoded.metadata.status == .archived }

    /// The first day of who follows: none that has passed.
    private var start: Day { max(day.advanced(byDays: 1), sources.context.today) }

    private mutating func say(_ field: YAMLNode.Field, _ words: String) {
        report.append("\(page.source.path):\(field.key.range.start.line): \(words)")
    }

    private mutating func leave(_ range: SourceRange, _ words: String, advice: String) {
        remaining.append(Finding(AuthoringRules.byHand, at: page.source.location(range), words, advice: advice))
    }

    // MARK: Roles in a community

    /// Roles that answer for something, which somebody else can take over.
    private static let handedOver: Set<Role> = [.owner, .moderator, .curator]

    /// Ends each role that would last longer, and lets the successor follow.
    mutating func endRoles() {
        guard case .community(let community) = decoded.content else { return }
        for role in Role.allCases {
            guard let field = text.fields.first(where: { $0.key.value == role.key }) else { continue }
            end(role, field, community)
        }
    }

    private mutating func end(_ role: Role, _ field: YAMLNode.Field, _ community: Community) {
        var positions = text.namings(of: uses).first { $0.key == role.key }?.positions ?? []
        positions.removeAll { position in
            guard let start = Self.day("since", of: field, at: position), start > day else { return false }
            leave(
                field.key.range, "\(leaver.name) is named here from \(start) on, after their last day",
                advice: "take that entry away, or name somebody else in it")
            return true
        }
        let lasting = positions.filter { Self.end(of: field, at: $0).map { $0 > day || $0 == earlierDay } ?? true }
        // After a first run without a successor, the terms have ended and nobody has come.
        let ended = isHeld(community, role) ? nil : positions.last { Self.end(of: field, at: $0) == day }
        guard !lasting.isEmpty || ended != nil else { return }
        let isTaken = heir.map { isHeld(role, field, by: $0) } ?? false
        var isFollowed = heir != nil
        var next = Self.handedOver.contains(role) && !isTaken && !isArchived ? heir : nil
        for position in lasting.isEmpty && next != nil ? [ended].compactMap(\.self) : lasting {
            let end = lasting.isEmpty ? nil : day
            let term = next.map { FrontMatterText.NextTerm(person: $0.reference, since: start) }
            guard text.endTerm(position, of: field, on: end, then: term) else {
                leave(
                    field.key.range, "\(leaver.name) is named here, and the term could not be ended",
                    advice: "end it by hand: until: \(day)")
                continue
            }
            let moved = moveStart(behind: position, of: field)
            if moved != nil { isFollowed = true }
            let words = [end.map { "until \($0)" }, (next?.name ?? moved).map { "\($0) from \(start)" }].compactMap(
                \.self)
            say(field, "\(role.key): \(words.joined(separator: ", then "))")
            next = nil
        }
        guard role == .owner, !isArchived, !isFollowed, community.goesOn, !isHeld(community, .owner) else { return }
        leave(
            field.key.range, "nobody owns \(decoded.entry.title) after \(day)",
            advice: "add somebody to owners, or run praxis leave again with --to")
    }

    /// Lets whoever follows since the day after another last day, as an earlier run has it, follow after this one. Says who.
    private mutating func moveStart(behind position: Int, of field: YAMLNode.Field) -> String? {
        guard let earlierDay, case .sequence(let items) = field.value.content, position + 1 < items.count,
            Self.end(of: field, at: position) == earlierDay,
            Self.day("since", of: field, at: position + 1) == earlierDay.advanced(byDays: 1),
            case .scalar(let person)? = items[position + 1]["person"]?.content
        else { return nil }
        text.beginTerm(position + 1, of: field, on: start)
        guard case .found(_, let entry) = sources.catalogue.person(person.text) else { return person.text }
        return entry.title
    }

    /// The last day of the term that an entry says; `nil` where it says none.
    private static func end(of field: YAMLNode.Field, at position: Int) -> Day? {
        day("until", of: field, at: position)
    }

    private static func day(_ key: String, of field: YAMLNode.Field, at position: Int) -> Day? {
        var entry = field.value
        if case .sequence(let items) = entry.content { entry = items[position] }
        guard case .scalar(let scalar)? = entry[key]?.content else { return nil }
        return Day(scalar.text)
    }

    /// Whether somebody has a role on the page that goes on.
    private func isHeld(_ role: Role, _ field: YAMLNode.Field, by heir: Successor) -> Bool {
        let named = text.namings(of: decoded.uses.filter(heir.isNamed)).first { $0.key == role.key }
        return named?.positions.contains { Self.end(of: field, at: $0).map { $0 > day } ?? true } ?? false
    }

    /// Whether anybody else has a role in a community then.
    private func isHeld(_ community: Community, _ role: Role) -> Bool {
        community.holders(of: role, on: day.advanced(byDays: 1)).contains { holder in
            switch holder.person {
            case .name(let name): name != leaver.name
            case .profile(let id):
                sources.catalogue.entries.first { $0.page == id }.map { entry in
                    entry.source != leaver.source && (entry.left.map { $0 > day } ?? true)
                } ?? false
            }
        }
    }

    // MARK: Pages

    /// Puts the successor where the page says who answers for something now; without one, says whose it is.
    mutating func handOver() {
        guard !isArchived else { return }
        for naming in text.namings(of: uses) {
            switch (naming.key, decoded.content) {
            case ("owners", .community): continue
            case ("owners", _): handOverPage(naming)
            case ("curator", _): handOverCurated(naming)
            case ("coordinator", _): replace(naming, "coordinates this")
            case ("host", .event(let event)) where !event.isCancelled:
                guard event.mayTakePlace(since: day.advanced(byDays: 1)) else { continue }
                replace(naming, "hosts this", isLater: event.start.day > day)
            case ("speakers", .event(let event)) where !event.isCancelled:
                guard event.mayTakePlace(since: day.advanced(byDays: 1)) else { continue }
                leave(naming.field.key.range, "\(leaver.name) speaks here", advice: "ask whether they still will")
            case ("host", .opportunity(let opportunity)) where opportunity.isOpen(on: day.advanced(byDays: 1)):
                leave(
                    naming.field.key.range, "\(leaver.name) offers this",
                    advice: "name somebody else who does, or take it away: praxis archive \(page.source.path)")
            default: continue
            }
        }
    }

    /// Whether the last day is to come.
    private var isAhead: Bool { day > sources.context.today }

    /// Whether a page may name who leaves and who follows: the site leaves out whose profile says that they have left.
    private var mayNameBoth: Bool { isAhead && leaver.source != nil }

    /// A field for one person, which cannot say from when: it changes at once.
    private mutating func replace(_ naming: FrontMatterText.Naming, _ words: String, isLater: Bool = false) {
        guard let heir else {
            return leave(
                naming.field.key.range, "\(leaver.name) \(words)",
                advice: "name somebody else, or run praxis leave again with --to")
        }
        text.replace(naming, with: heir.reference)
        say(naming.field, "\(naming.key): \(heir.name)" + (isAhead && !isLater ? ", from now on" : ""))
    }

    /// A page that names who answers for it.
    private mutating func handOverPage(_ naming: FrontMatterText.Naming) {
        guard let heir else {
            return naming.isOnly ? fall(naming) : say(naming.field, "owners: the others go on")
        }
        let isNamed = text.namings(of: decoded.uses.filter(heir.isNamed)).contains { $0.key == naming.key }
        guard mayNameBoth else {
            if isNamed { text.remove(naming) } else { text.replace(naming, with: heir.reference) }
            return say(naming.field, "owners: \(heir.name)" + (isAhead ? ", from now on" : ""))
        }
        if !isNamed { text.add(heir.reference, behind: naming) }
        say(naming.field, "owners: \(together(with: heir))")
    }

    /// Who answers for a page until the last day and after it.
    private func together(with heir: Successor) -> String {
        "\(heir.name), and \(leaver.name) until \(day)"
    }

    /// A page for which its curator answers, unless it names others: whose note it is stays as it is.
    private mutating func handOverCurated(_ naming: FrontMatterText.Naming) {
        let hasOwners = text.fields.contains { $0.key.value == "owners" && !$0.value.saysNothing }
        guard !hasOwners, page.placement.translation == nil else { return }
        guard let heir else { return fall(naming) }
        let names = (mayNameBoth ? [leaver.reference, heir.reference] : [heir.reference]).map {
            PlainScalar.written($0, isInBrackets: mayNameBoth)
        }
        guard text.set("owners", to: mayNameBoth ? "[\(names.joined(separator: ", "))]" : names[0]) else {
            return fall(naming)
        }
        say(naming.field, "owners: \(mayNameBoth ? together(with: heir) : heir.name); the curator stays named")
    }

    /// Says that a page falls to the owners of its community.
    private mutating func fall(_ naming: FrontMatterText.Naming) {
        guard decoded.entry.community != nil else {
            return leave(
                naming.field.key.range, "nobody answers for this page after \(day)",
                advice: "name somebody under owners, or run praxis leave again with --to")
        }
        say(naming.field, "\(naming.key): \(leaver.name); the community's owners answer for it then")
    }
}

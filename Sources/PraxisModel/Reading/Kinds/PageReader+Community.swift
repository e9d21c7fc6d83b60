package import PraxisDiagnostics
internal import PraxisYAML

extension PageReader {
    mutating func community() -> (content: Community, title: String?) {
        let title = fields.text("title", "what the community is called", .required(example: "Business advisors"))
        let purpose = fields.text(
            "purpose", "what it is there for, in a sentence",
            .required(example: "Any advisor can draw on what all the others know."))
        let audience = fields.text("for", "whom it is for", .required(example: "Branch advisors and specialists"))
        var roles: [Role: [RoleHolder]] = [:]
        for role in [Role.owner, .moderator] { roles[role] = holders(of: role) }
        let join = join()
        let startHere = items("start_here", "up to five things for newcomers: pages or links", subject: "a first thing")
        for role in [Role.ambassador, .expert, .curator, .sponsor] { roles[role] = holders(of: role) }
        let stage = stage()
        let reach = fields.value("reach", as: Reach.self, "internal (if nothing is said), cross-company or external")
        let needs = fields.values("needs", of: String.self, "what its members need")
        let methods = fields.values("methods", of: String.self, "how it works")
        let channels = channels()
        let parent = page("parent", of: [.community], "the community that it is a part of")
        let related = pages("related", of: [.community], "communities near to it")
        let successor = page("successor", of: [.community], "the community that takes over from it")
        let members = members()
        let target = fields.value("target", as: Int.self, "how many members it hopes for")
        let participation = participation()
        let conduct = fields.value("conduct", as: PageName.self, "its rules of conduct: a page or an address")
        let assessments = assessments()

        let community = Community(
            purpose: purpose?.value ?? "", audience: audience?.value ?? "", join: join, roles: roles,
            startHere: startHere.compactMap(\.target), stage: stage, reach: reach?.value ?? .internal,
            needs: needs.map(\.value), methods: methods.map(\.value), channels: channels, parent: parent,
            related: related, successor: successor, members: members, target: target?.value,
            participation: participation, conduct: conduct.flatMap { linkOrPage($0.map(\.text)) },
            assessments: assessments)
        if community.leavesOutOwners {
            let subject =
                LifeStage(text: stage.id) == .active
                ? "an active community" : "a community in the stage \"\(stage.id)\""
            fields.miss("owners", "\(subject) needs \"owners\": who answers for it", advice: "owners: anna-lind")
        }
        return (community, title?.value)
    }

    /// Where it is in its life: one of the site's own stages.
    private mutating func stage() -> Stage {
        let (stages, usual) = (context.settings.stages, context.settings.usualStage)
        let name = fields.word(
            "stage", among: stages.map(\.id), "where it is in its life; \(usual.id) if nothing is said")
        return name.flatMap { name in stages.first { $0.id == name.value } } ?? usual
    }

    /// The people in a role, each a name or a record with a term.
    private mutating func holders(of role: Role) -> [RoleHolder] {
        struct Entry {
            var person: Located<String>
            var since: Day?
            var until: Located<Day>?
            var note: String?
        }
        let entries = fields.entries(
            role.key, "its \(role.key): people, each perhaps with a term", subject: "somebody in a role",
            scalar: { (name: Located<PersonName>) in Entry(person: name.map(\.text)) },
            record: { record in
                let person = record.text("person", "who it is", .required(example: "anna-lind"))
                let since = record.value("since", as: Day.self, "the first day of the term")
                let until = record.value("until", as: Day.self, "the last day of the term")
                let note = record.text("note", "what to add")
                return person.map { Entry(person: $0, since: since?.value, until: until, note: note?.value) }
            })
        return entries.map(\.value).flatMap { entry in
            if let since = entry.since, let until = entry.until, until.value < since {
                report(
                    DateRules.endBeforeStart, at: until.range, "the term ends before it begins on \(since)",
                    advice: "write a day after \(since)")
            }
            let holders = people(entry.person).map { person in
                RoleHolder(person: person, since: entry.since, until: entry.until?.value, note: entry.note)
            }
            if holders.contains(where: { !$0.isPast(on: context.today) }) {
                checkPresence(of: entry.person, as: role, until: entry.until?.value)
            }
            return holders
        }
    }

    /// Nobody holds a role for longer than they stay. This speaks of days that are to come too: once a site has been built,
    /// no day that passes may break it.
    private mutating func checkPresence(of name: Located<String>, as role: Role, until: Day?) {
        guard case .found(_, let entry) = context.catalogue.person(name.value), let left = entry.left,
            until.map({ $0 > left }) ?? true
        else { return }
        report(
            CommunityRules.roleOfLeaver, at: name.range,
            left < context.today
                ? "\(entry.title) left on \(left) and is still \(role.rawValue)"
                : "\(entry.title) leaves on \(left) and is \(role.rawValue) for longer",
            advice: "end the term: {person: \(entry.placement.slug), until: \(left)}")
    }

    private mutating func join() -> Community.Join? {
        var bareAddress: (text: Located<String>, advice: String)?
        let join = fields.entry(
            "join", "how one becomes a member: an address, a mail address or a sentence", subject: "how to join",
            scalar: { (text: Located<String>) in
                var join = Community.Join()
                if WebAddress(text: text.value) != nil {
                    join.url = text.value
                } else if let mail = MailAddress(text: text.value) {
                    join.email = mail.text
                } else {
                    join.how = text.value
                    if !text.value.contains(" "), let advice = RelativeAddress(text.value).adviceToAddScheme {
                        bareAddress = (text, advice)
                    }
                }
                return join
            },
            record: { record in
                let url = record.value("url", as: WebAddress.self, "where to join")
                let email = record.value("email", as: MailAddress.self, "whom to write to")
                let how = record.text("how", "what to do, in a sentence")
                let eligibility = record.text("eligibility", "who can join")
                return Community.Join(
                    url: url?.value.text, email: email?.value.text, how: how?.value, eligibility: eligibility?.value)
            })?.value
        if let bareAddress {
            report(
                FieldRules.wrongValue, at: bareAddress.text.range,
                "\"\(bareAddress.text.value)\" is shown as words, and not as a link", advice: bareAddress.advice)
        }
        return join
    }

    private mutating func channels() -> [Community.Channel] {
        fields.records("channels", "where members talk, and what goes where", subject: "a channel") { record in
            let name = record.text("name", "what it is called", .required(example: "Advisors chat"))
            let url = record.value("url", as: LinkAddress.self, "its address")
            let kind = record.text("kind", "chat, forum, mailing list…")
            let purpose = record.text("for", "what goes there")
            return name.map {
                Community.Channel(name: $0.value, url: url?.value.text, kind: kind?.value, purpose: purpose?.value)
            }
        }.map(\.value)
    }

    private mutating func members() -> [Community.MemberCount] {
        let counts = fields.records(
            "members", "how many members there were, by date", subject: "a count of members"
        ) { record -> (date: Located<Day>, count: Int)? in
            let date = record.value("date", as: Day.self, "the day of the count", .required(example: "2026-01-31"))
            let count = record.value("count", as: Int.self, "how many there were", .required(example: "120"))
            guard let date, let count else { return nil }
            return (date, count.value)
        }.map(\.value)
        for count in counts { happened("this count", on: count.date, advice: "write the day of the count") }
        return counts.map { Community.MemberCount(date: $0.date.value, count: $0.count) }.sorted { $0.date < $1.date }
    }

    private mutating func participation() -> Community.Participation? {
        let counted = fields.record(
            "participation", "how many take part how much", subject: "participation"
        ) { record -> (day: Located<Day>, participation: Community.Participation)? in
            func number(_ key: String, _ documentation: String) -> Int? {
                record.value(key, as: Int.self, documentation, .required(example: "12"))?.value
            }
            let core = number("core", "who carry it")
            let active = number("active", "who take part often")
            let occasional = number("occasional", "who take part now and then")
            let peripheral = number("peripheral", "who read and listen")
            let asOf = record.value("as_of", as: Day.self, "the day of the count", .required(example: "2026-01-31"))
            guard let core, let active, let occasional, let peripheral, let asOf else { return nil }
            return (
                asOf,
                Community.Participation(
                    core: core, active: active, occasional: occasional, peripheral: peripheral, asOf: asOf.value)
            )
        }?.value
        happened("this count", on: counted?.day, advice: "write the day of the count")
        return counted?.participation
    }

    private mutating func assessments() -> [Community.Assessment] {
        let dimensions = context.settings.maturity.map(\.id)
        let assessments = fields.records(
            "assessments", "self-assessments against the maturity model, by date", subject: "an assessment"
        ) { record -> (day: Located<Day>, assessment: Community.Assessment)? in
            let date = record.value("date", as: Day.self, "the day of the assessment", .required(example: "2026-01-31"))
            let scores = dimensions.compactMap { dimension in
                record.value(dimension, as: Score.self, "a score from 1 to 5")
                    .map { Community.Assessment.Score(dimension: dimension, score: $0.value.number) }
            }
            let evidence = record.text("evidence", "what the scores rest on")
            return date.map {
                ($0, Community.Assessment(date: $0.value, scores: scores, evidence: evidence?.value))
            }
        }.map(\.value)
        for entry in assessments {
            happened("this assessment", on: entry.day, advice: "write the day of the assessment")
        }
        return assessments.map(\.assessment).sorted { $0.date < $1.date }
    }
}

/// A score of the maturity model.
private struct Score: ScalarValue {
    let number: Int

    init?(text: String) {
        guard let number = Int(text), 1...5 ~= number else { return nil }
        self.number = number
    }

    static var expectation: String { "a score from 1 to 5" }
    static var pattern: String? { "^[1-5]$" }
    static var mayContainComma: Bool { false }
}

/// Rules about communities.
package enum CommunityRules {
    package static let roleOfLeaver = Rule(
        "community.role-of-leaver", .error,
        "Nobody holds a role in a community for longer than they stay in the organisation.")

    package static let all = [roleOfLeaver]
}

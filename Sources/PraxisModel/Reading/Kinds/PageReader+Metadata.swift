internal import PraxisDiagnostics
internal import PraxisYAML

extension PageReader {
    /// What every kind has, but for its title and what follows from the kind.
    struct CommonFields {
        var summary: String?
        var status: Status
        var shownFrom: Day?
        var shownUntil: Day?
        var topics: [TopicID]
        var circle: Circle?
        var way: Way?
        var aliases: [Route]
        var review: Review
        var isFeatured: Bool
        var waivers: [Waiver]
        var extra: ExtraValue
    }

    /// Asks for the fields that every kind has; owners are asked for by each kind, since a community's have terms.
    mutating func commonFields() -> CommonFields {
        let summary = fields.text("summary", "one or two plain sentences for lists, search and link previews")
        let status = fields.value("status", as: Status.self, "draft, live or archived; live if nothing is said")
        let shownFrom = fields.value("show_from", as: Day.self, "the first day on which the page is on the site")
        let shownUntil = fields.value("show_until", as: Day.self, "the last day on which the page is on the site")
        let topics = topics("topics", "what it is about: words of topics.yaml")
        let circle = fields.value("circle", as: Circle.self, "how far it reaches, where it differs from its kind's")
        let way = fields.value("way", as: Way.self, "how one learns from it, where it differs from its kind's")
        _ = fields.value("language", as: Language.self, "its language, where it differs from its community's")
        let aliases = fields.values("aliases", of: OldAddress.self, "old addresses that lead here")
        let reviewed = fields.value("reviewed", as: Day.self, "when somebody last looked at the page")
        let every = fields.value("review_every", as: Period.self, "how long it may be left until the next look")
        let featured = fields.value("featured", as: Bool.self, "whether it is pinned on its community's page")
        var rules: [Located<String>] = []
        let waivers = fields.records("waive", "rules that this page may break for a while", subject: "a waiver") {
            record in
            let rule = record.text("rule", "the name in brackets of the finding", .required(example: "review.overdue"))
            let until = record.value(
                "until", as: Day.self, "the last day of the waiver", .required(example: "2027-03-31"))
            let why = record.text("why", "the reason")
            if let rule { rules.append(rule) }
            return Waiver(rule: rule?.value, until: until?.value, why: why?.value)
        }
        for rule in rules { report(context.rules.finding(about: rule.value, at: source.location(rule.range))) }
        let extra = fields.anything("extra", "whatever the theme wants to know")
        if let from = shownFrom, let until = shownUntil, until.value < from.value {
            report(
                DateRules.endBeforeStart, at: until.range, "\"show_until\" is before \"show_from\"",
                advice: "write a day after \(from.value)")
        }
        happened("the review", on: reviewed, advice: "write the day on which somebody looked at the page")
        if status?.value != .draft { checkPastDays(shownFrom: shownFrom?.value) }
        return CommonFields(
            summary: summary?.value, status: status?.value ?? .live, shownFrom: shownFrom?.value,
            shownUntil: shownUntil?.value, topics: topics, circle: circle?.value, way: way?.value,
            aliases: aliases.map(\.value.route), review: Review(reviewed: reviewed?.value, every: every?.value),
            isFeatured: featured?.value ?? false, waivers: waivers.map(\.value),
            extra: extra.map { ExtraValue($0) } ?? .none)
    }
}

extension ExtraValue {
    /// The value of a node, without its places.
    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let scalar): self = .text(scalar.text)
        case .sequence(let items): self = .list(items.map { ExtraValue($0) })
        case .mapping(let fields):
            self = .fields(
                Dictionary(fields.map { ($0.key.value, ExtraValue($0.value)) }, uniquingKeysWith: { first, _ in first })
            )
        case .unreadable: self = .none
        }
    }
}

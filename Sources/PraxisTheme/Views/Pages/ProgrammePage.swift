/// A programme with its sessions and cohorts.
struct ProgrammePage: View {
    var reading: ReadingHead
    var apply: ApplyView?
    var about: TextSection?
    var sessions: SessionSection?
    var cohorts: CohortSection?

    static let contract = Contract<ProgrammePage>(
        "ProgrammePage", "Something that runs over weeks.",
        Field.all(of: { $0.reading }) + [
            .optional("apply", "How to take part, while one can.") { $0.apply },
            .optional("about", "Its text.") { $0.about },
            .optional("sessions", "Its sessions, as a timeline.") { $0.sessions },
            .optional("cohorts", "The groups that go through it, the open ones first.") { $0.cohorts },
        ])
}

/// How to take part in something.
struct ApplyView: View {
    var title: String
    var text: String?
    var href: String?
    var label: String
    var email: MailView?

    static let contract = Contract<ApplyView>(
        "Apply", "How to take part in something.",
        [
            .text("title", "The heading.") { $0.title },
            .optional("text", "What one should know.") { $0.text },
            .optional("href", "The address at which one applies.") { $0.href },
            .text("label", "The text of that link.") { $0.label },
            .optional("email", "The mail address to which one writes.") { $0.email },
        ])
}

/// The sessions of a programme.
struct SessionSection: View {
    var head: SectionHead
    var items: [SessionRow]

    static let contract = Contract<SessionSection>(
        "SessionSection", "The sessions of a programme.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The sessions, in order.") { $0.items }])
}

/// A session in the timeline.
struct SessionRow: View {
    var number: Int
    var when: String
    var title: String
    var href: String
    var lang: String?
    var goal: String?
    var minutes: String?

    static let contract = Contract<SessionRow>(
        "SessionRow", "A session in the timeline.",
        [
            .number("n", "Its place, from 1.") { $0.number },
            .text("when", "Its week, where there is one a week, else its place.") { $0.when },
            .text("title", "Its title.") { $0.title },
            .text("href", "Its page.") { $0.href },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("goal", "What one gets out of it.") { $0.goal },
            .optional("minutes", "How long it takes, in words.") { $0.minutes },
        ])
}

/// The cohorts of a programme.
struct CohortSection: View {
    var head: SectionHead
    var items: [CohortView]

    static let contract = Contract<CohortSection>(
        "CohortSection", "The cohorts of a programme.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The cohorts.") { $0.items }])
}

/// A group that goes through a programme together.
struct CohortView: View {
    var name: String
    var badge: String?
    var facts: [Fact]
    var outcome: String?
    var applyHref: String?
    var calendar: String?
    var isOver: Bool

    static let contract = Contract<CohortView>(
        "Cohort", "A group that goes through a programme together.",
        [
            .text("name", "Its name.") { $0.name },
            .optional("badge", "Open, or finished.") { $0.badge },
            .list("facts", "When it starts, by when one applies, how many places there are.") { $0.facts },
            .optional("outcome", "What came of it.") { $0.outcome },
            .optional("applyHref", "Where one applies, while one can.") { $0.applyHref },
            .optional("calendar", "The calendar of its sessions.") { $0.calendar },
            .flag("over", "Whether it has begun and takes nobody any more.") { $0.isOver },
        ])
}

/// One session of a programme.
struct SessionPage: View {
    var reading: ReadingHead
    var programme: LinkView
    var goal: String?
    var previous: LinkView?
    var next: LinkView?

    static let contract = Contract<SessionPage>(
        "SessionPage", "One session of a programme.",
        Field.all(of: { $0.reading }) + [
            .view("programme", "The programme.") { $0.programme },
            .optional("goal", "What one gets out of it.") { $0.goal },
            .optional("previous", "The session before it.") { $0.previous },
            .optional("next", "The session after it.") { $0.next },
        ])
}

/// Shadowing, rotation, a swap, a gig or an apprenticeship.
struct OpportunityPage: View {
    var reading: ReadingHead
    var learning: String
    var apply: ApplyView?
    var isClosed: Bool

    static let contract = Contract<OpportunityPage>(
        "OpportunityPage", "Shadowing, rotation, a swap, a gig or an apprenticeship that somebody offers.",
        Field.all(of: { $0.reading }) + [
            .text("learning", "What one learns.") { $0.learning },
            .optional("apply", "How to apply, while one can.") { $0.apply },
            .flag("closed", "Whether one cannot apply any more.") { $0.isClosed },
        ])
}

/// A community of practice.
struct CommunityPage: View {
    var kind: TermView
    var circle: TermView?
    var stage: String?
    var reach: String?
    var purpose: String
    var audience: String
    var next: EventRow?
    var join: JoinView?
    var startHere: ItemSection?
    var people: PeopleSection?
    var channels: ChannelSection?
    var events: EventSection?
    var resources: ResourceSection?
    var guides: ItemSection?
    var questions: QuestionSection?
    var stories: PostSection?
    var about: AboutSection?
    var figures: FigureSection?
    var related: CommunitySection?
    var follow: FeedSection?
    var topics: [LinkView]

    static let contract = Contract<CommunityPage>(
        "CommunityPage", "A community of practice. A section without anything in it is missing.",
        [
            .view("kind", "The word for a community.") { $0.kind },
            .optional("circle", "The circle in which one learns here.") { $0.circle },
            .optional("stage", "Its stage, where it is not simply active.") { $0.stage },
            .optional("reach", "Whom it is open to, where that is not the organisation.") { $0.reach },
            .text("purpose", "What it is for.") { $0.purpose },
            .text("for", "Whom it is for.") { $0.audience },
            .optional("next", "When one meets next.") { $0.next },
            .optional("join", "How one becomes a member.") { $0.join },
            .optional("startHere", "What a newcomer reads first.") { $0.startHere },
            .optional("people", "Who does what.") { $0.people },
            .optional("channels", "Where members talk, and what goes where.") { $0.channels },
            .optional("events", "The next meetings.") { $0.events },
            .optional("resources", "Featured resources, then the newest.") { $0.resources },
            .optional("guides", "Guides and learning paths.") { $0.guides },
            .optional("questions", "Questions, the open ones first.") { $0.questions },
            .optional("stories", "The newest posts.") { $0.stories },
            .optional("about", "Its text, needs and methods.") { $0.about },
            .optional("figures", "Charts.") { $0.figures },
            .optional("related", "Communities near it: what it belongs to, what belongs to it, its neighbours.") {
                $0.related
            },
            .optional("follow", "Its feeds and calendar.") { $0.follow },
            .list("topics", "Its topics.") { $0.topics },
            .list("sections", "The sections that are there, with the `id` of each heading.") { $0.sections },
        ])

    private var sections: [TocLeaf] {
        let heads = [
            startHere?.head, people?.head, channels?.head, events?.head, resources?.head, guides?.head, questions?.head,
            stories?.head, about?.head, figures?.head, related?.head, follow?.head,
        ]
        return heads.compactMap { head in head.map { TocLeaf(id: $0.id, label: $0.title) } }
    }
}

/// How one becomes a member.
struct JoinView: View {
    var how: String?
    var eligibility: String?
    var href: String?
    var label: String
    var email: MailView?
    var isEnding: Bool

    static let contract = Contract<JoinView>(
        "Join", "How one becomes a member.",
        [
            .optional("how", "In a sentence.") { $0.how },
            .optional("eligibility", "Who can.") { $0.eligibility },
            .optional("href", "The address that one joins at.") { $0.href },
            .text("label", "The text of that link.") { $0.label },
            .optional("email", "The mail address that one writes to.") { $0.email },
            .flag("ending", "Whether the community comes to its end, so that nobody is asked to join.") { $0.isEnding },
        ])
}

/// A place where members talk.
struct ChannelView: View {
    var name: String
    var href: String?
    var kind: String?
    var purpose: String?

    static let contract = Contract<ChannelView>(
        "Channel", "A place where members talk.",
        [
            .text("name", "Its name.") { $0.name },
            .optional("href", "Its address.") { $0.href },
            .optional("kind", "What it is, as written.") { $0.kind },
            .optional("for", "What goes there.") { $0.purpose },
            .flag("chat", "Whether it is a chat.") { $0.kind == "chat" },
            .flag("mail", "Whether it is a mailing list.") { ["mail", "mailing list", "email"].contains($0.kind) },
            .flag("other", "Whether it is neither.") {
                !["chat", "mail", "mailing list", "email"].contains($0.kind ?? "")
            },
        ])
}

/// The channels of a community.
struct ChannelSection: View {
    var head: SectionHead
    var items: [ChannelView]

    static let contract = Contract<ChannelSection>(
        "ChannelSection", "The channels of a community.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The channels.") { $0.items }])
}

/// What a community says about itself.
struct AboutSection: View {
    var head: SectionHead
    var lists: [TextList]
    var body: HTML?
    var conduct: LinkView?

    static let contract = Contract<AboutSection>(
        "AboutSection", "What a community says about itself.",
        [
            .view("head", "The heading.") { $0.head },
            .list("lists", "What its members need, how it works.") { $0.lists },
            .html("bodyHTML", "Its text.") { $0.body },
            .optional("conduct", "How its members treat each other.") { $0.conduct },
        ])
}

/// A community in figures.
struct FigureSection: View {
    var head: SectionHead
    var growth: GrowthChart?
    var participation: ParticipationChart?
    var balance: BalanceChart?
    var maturity: MaturityChart?

    static let contract = Contract<FigureSection>(
        "FigureSection", "A community in figures; a chart is there where there is something to draw.",
        [
            .view("head", "The heading.") { $0.head },
            .optional("growth", "Members over time.") { $0.growth },
            .optional("participation", "How many take part how much.") { $0.participation },
            .optional("balance", "Ways of learning.") { $0.balance },
            .optional("maturity", "How it sees itself.") { $0.maturity },
        ])
}

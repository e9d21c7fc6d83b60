/// Somebody with a profile.
struct PersonPage: View {
    var person: PersonLink
    var pronouns: String?
    var meta: [String]
    var reach: ReachView?
    var aboutHead: SectionHead
    var offers: OfferSection?
    var skills: SkillSection?
    var events: EventSection?
    var roles: RoleSection?
    var curated: ResourceSection?
    var wrote: ItemSection?
    var thanks: ThanksSection?
    var follow: FeedSection?

    static let contract = Contract<PersonPage>(
        "PersonPage",
        "Somebody with a profile. Before the person agreed to the page, only name, role and unit are there.",
        Field.all(of: { $0.person }) + [
            .optional("pronouns", "How to speak of the person.") { $0.pronouns },
            .optional("roleLine", "Role and unit.") { page in
                let parts = [page.person.role, page.person.unit].compactMap(\.self)
                return parts.isEmpty ? nil : parts.joined(separator: ", ")
            },
            .texts("meta", "Location, languages.") { $0.meta },
            .optional("reach", "How to get in touch.") { $0.reach },
            .view("aboutHead", "The heading of the person's own text, which is `page.bodyHTML`.") { $0.aboutHead },
            .optional("offers", "What the person is ready to do for others.") { $0.offers },
            .optional("skills", "What the person knows, and wants to learn.") { $0.skills },
            .optional("events", "Meetings to come that the person hosts or speaks at.") { $0.events },
            .optional("roles", "Roles in communities, past ones last.") { $0.roles },
            .optional("curated", "Resources that the person vouches for.") { $0.curated },
            .optional(
                "wrote", "What the person wrote and answered, hosted and offers; meetings to come are in `events`."
            ) { $0.wrote },
            .optional("thanks", "Thanks received.") { $0.thanks },
            .optional("follow", "The feed of what the person curates.") { $0.follow },
            .list(
                "sections",
                "The sections below the person's own text, with the `id` of each heading; none where there are few."
            ) { TocLeaf.several($0.heads) },
        ])

    private var heads: [SectionHead?] {
        [
            offers?.head, skills?.head, events?.head, roles?.head, curated?.head, wrote?.head, thanks?.head,
            follow?.head,
        ]
    }
}

/// How to get in touch with somebody.
struct ReachView: View {
    var title: String
    var email: MailView?
    var chat: String?
    var booking: String?
    var links: [LinkView]

    static let contract = Contract<ReachView>(
        "Reach", "How to get in touch with somebody.",
        [
            .text("title", "The heading.") { $0.title },
            .optional("email", "By mail.") { $0.email },
            .optional("chat", "The address of a chat.") { $0.chat },
            .optional("booking", "The address at which one books a time.") { $0.booking },
            .list("links", "Elsewhere.") { $0.links },
        ])
}

/// What somebody knows, and wants to learn.
struct SkillSection: View {
    var head: SectionHead
    var levels: [SkillLevel]
    var seeks: SkillLevel?

    static let contract = Contract<SkillSection>(
        "SkillSection", "What somebody knows, and wants to learn.",
        [
            .view("head", "The heading.") { $0.head },
            .list("levels", "Topics by level, the highest first.") { $0.levels },
            .optional("seeks", "Topics that the person wants to learn.") { $0.seeks },
        ])
}

/// Topics that somebody knows at one level.
struct SkillLevel: View {
    /// From 1 for the lowest; 0 where no level is meant.
    var number: Int
    var label: String
    var topics: [LinkView]

    static let contract = Contract<SkillLevel>(
        "SkillLevel", "Topics that somebody knows at one level.",
        [
            .number("n", "From 1 for the lowest level.") { $0.number },
            .text("label", "The level.") { $0.label },
            .list("topics", "The topics.") { $0.topics },
        ])
}

/// Roles of a person.
struct RoleSection: View {
    var head: SectionHead
    var items: [RoleLine]

    static let contract = Contract<RoleSection>(
        "RoleSection", "Roles of a person in communities.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The roles, past ones last.") { $0.items }])
}

/// One role of a person.
struct RoleLine: View {
    var role: String
    var community: String
    var href: String
    var lang: String?
    var term: String?
    var isPast: Bool

    static let contract = Contract<RoleLine>(
        "RoleLine", "One role of a person.",
        [
            .text("role", "The role.") { $0.role },
            .text("community", "The community's name.") { $0.community },
            .text("href", "The community's page.") { $0.href },
            .optional("lang", "The community's language, where that is not the page's.") { $0.lang },
            .optional("term", "Since when, until when.") { $0.term },
            .flag("past", "Whether it is over.") { $0.isPast },
        ])
}

/// Thanks that somebody received.
struct ThanksSection: View {
    var head: SectionHead
    var items: [ThanksLine]

    static let contract = Contract<ThanksSection>(
        "ThanksSection", "Thanks that somebody received.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The posts.") { $0.items }])
}

/// One thanks.
struct ThanksLine: View {
    var href: String
    var title: String
    var lang: String?
    var meta: String

    static let contract = Contract<ThanksLine>(
        "ThanksLine", "One thanks.",
        [
            .text("href", "The post.") { $0.href },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .text("meta", "By whom, and when.") { $0.meta },
        ])
}

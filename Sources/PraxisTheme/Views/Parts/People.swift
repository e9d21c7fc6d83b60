/// Somebody named on a page.
struct PersonLink: View, Hashable {
    var name: String
    /// Missing where the person has no page.
    var href: String?
    var photo: PhotoView?
    var note: String?
    var role: String?
    var unit: String?

    /// The first letters of the first and last name.
    var initials: String {
        let words = name.split(separator: " ")
        guard let first = words.first?.first else { return "" }
        return (String(first) + (words.count > 1 ? words.last?.first.map(String.init) ?? "" : "")).uppercased()
    }

    static let contract = Contract<PersonLink>(
        "PersonLink", "Somebody named on a page.",
        [
            .text("name", "The name.") { $0.name },
            .optional("href", "The person's page, where there is one.") { $0.href },
            .text("initials", "Two letters of the name, for where there is no photo.") { $0.initials },
            .optional("photo", "The photo.") { $0.photo },
            .optional("note", "What the person does here.") { $0.note },
            .optional("role", "What the person is in the organisation.") { $0.role },
            .optional("unit", "Where in the organisation.") { $0.unit },
        ])
}

/// A photo of somebody.
struct PhotoView: View, Hashable {
    var src: String
    var alt: String
    var width: Int
    var height: Int

    static let contract = Contract<PhotoView>(
        "Photo", "A photo of somebody.",
        [
            .text("src", "Where it is, from this page.") { $0.src },
            .text("alt", "What it shows.") { $0.alt },
            .number("width", "In pixels.") { $0.width },
            .number("height", "In pixels.") { $0.height },
        ])
}

/// Somebody in a role or with a skill, on a line of its own.
struct PersonRow: View {
    var person: PersonLink
    /// What the person is in the organisation, and where.
    var unit: String?
    var term: String?
    var note: String?
    /// The role, where the list does not say it.
    var badge: String?
    /// Whoever has not agreed to their page has neither of these.
    var offers: [String] = []
    var skills: String?
    var isPast = false

    static let contract = Contract<PersonRow>(
        "PersonRow", "Somebody in a role or with a skill.",
        [
            .view("person", "Who.") { $0.person },
            .optional("unit", "What the person is in the organisation, and where.") { $0.unit },
            .optional("term", "Since when, until when.") { $0.term },
            .optional("note", "What the role is about.") { $0.note },
            .optional("badge", "The role, where the list does not say it.") { $0.badge },
            .texts(
                "offers",
                "In lists of people: what the person offers, and on which topics; on a topic's page: what on that topic."
            ) { $0.offers },
            .optional("skills", "In lists of people: the topics that the person knows best.") { $0.skills },
            .flag("past", "Whether the term is over.") { $0.isPast },
        ])
}

/// The holders of one role.
struct RoleGroup: View {
    var label: String
    var holders: [PersonRow]

    static let contract = Contract<RoleGroup>(
        "RoleGroup", "The people in one role, or with one level of skill.",
        [
            .text("label", "The role, in the singular or plural.") { $0.label },
            .list("holders", "Who.") { $0.holders },
        ])
}

/// People by role.
struct PeopleSection: View {
    var head: SectionHead
    var roles: [RoleGroup]
    /// Who had a role before.
    var past: RoleGroup?

    static let contract = Contract<PeopleSection>(
        "PeopleSection", "People by role.",
        [
            .view("head", "The heading.") { $0.head },
            .list("roles", "The roles that somebody holds.") { $0.roles },
            .optional("past", "Who had a role before.") { $0.past },
        ])
}

/// What somebody is ready to do for others.
struct OfferView: View {
    var kind: String
    /// The topics' labels, parted by commas.
    var topics: String
    var format: String?
    var meta: [String]

    static let contract = Contract<OfferView>(
        "Offer", "What somebody is ready to do for others.",
        [
            .text("kind", "Mentor, coach, skill buddy …") { $0.kind },
            .text("topics", "On what, parted by commas.") { $0.topics },
            .optional("format", "How.") { $0.format },
            .texts("meta", "How long, for how many, until when.") { $0.meta },
        ])
}

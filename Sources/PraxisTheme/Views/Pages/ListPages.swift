/// The most items of a list that browsers lay out at once. A selector that counts them (`:has(> :nth-child(61))`) made a
/// library of 10,000 a second slower to open, and to filter.
let longestLaidOut = 60

/// A list of pages of one or several kinds.
struct ListPage: View {
    var groups: [RowGroup]
    /// How many there are, in words.
    var countText: String?
    var feeds: [FeedLink]
    /// Lists beside it: the other circles, the other ways of learning, the other parts.
    var siblings: [NavigationLink] = []
    var people: PeopleTools?
    var suggest: LinkView?
    /// Where the list is too long for one page: a form that searches it, and what it is divided into.
    var search: ListSearch?
    var parts: PartsView?
    var table: LinkView?
    var narrow: LinkView?
    var steps: PartSteps?

    static let contract = Contract<ListPage>(
        "ListPage",
        "A list of pages: of a kind, of a community, of a circle, of a way of learning; or of a list that is too long for one "
            + "page, what it is divided into, or a part.",
        [
            .list("groups", "The items, in groups; one group without a title where there is nothing to part.") {
                $0.groups
            },
            .optional("countText", "How many there are, in words.") { $0.countText },
            .list("feedLinks", "What one can subscribe to here.") { $0.feeds },
            .list("siblings", "Lists beside it: the other circles, the other ways of learning, the other parts.") {
                $0.siblings
            },
            .flag("parted", "Whether it has several groups with a heading.") {
                $0.groups.count { $0.title != nil } > 1
            },
            .optional("people", "On the list of people: what helps to find one of them.") { $0.people },
            .optional("suggest", "Where one adds something, shown in an empty list.") { $0.suggest },
            .optional("search", "A form that searches the list, where it is too long for one page.") { $0.search },
            .optional("parts", "What it is divided into, where it is too long for one page.") { $0.parts },
            .optional("table", "The same as a table for a spreadsheet.") { $0.table },
            .optional("narrow", "Where the same can be narrowed further.") { $0.narrow },
            .optional("steps", "Of a part, those before and after it.") { $0.steps },
        ])
}

/// What helps to find one of many people.
struct PeopleTools: View {
    var hasFilter: Bool
    var find: LinkView?

    static let contract = Contract<PeopleTools>(
        "PeopleTools", "What helps to find one of many people.",
        [
            .flag("filter", "Whether they are so many that a field narrows the list.") { $0.hasFilter },
            .optional("find", "The way to whoever can help with something.") { $0.find },
        ])
}

/// A part of a list.
struct RowGroup: View {
    var id: String
    /// Missing where the list has no parts.
    var title: String?
    var note: String?
    var more: LinkView?
    var isOfOneKind = false
    var items: [Row]

    static let contract = Contract<RowGroup>(
        "RowGroup", "A part of a list.",
        [
            .text("id", "For its heading's `id`.") { $0.id },
            .optional("title", "Its heading; missing where the list has no parts.") { $0.title },
            .optional("note", "A sentence below it.") { $0.note },
            .optional("more", "Where the whole of it is.") { $0.more },
            .flag("ofOneKind", "Whether the heading says already what kind its items are of.") { $0.isOfOneKind },
            .number("count", "How many items it has.") { $0.items.count },
            .flag("long", "Whether it has so many that browsers had better not lay them all out at once.") {
                $0.items.count > longestLaidOut
            },
            .list("items", "The items.") { $0.items },
        ])
}

/// An item of a list: exactly one of its parts is there.
enum Row: View {
    case resource(ResourceCard)
    case community(CommunityCard)
    case person(PersonRow)
    case event(EventRow)
    case post(PostRow)
    case question(QuestionRow)
    case opportunity(OpportunityRow)
    case item(ItemRow)

    static let contract = Contract<Row>(
        "Row", "An item of a list: exactly one of these is there.",
        [
            .optional("resource", "A resource.") { if case .resource(let card) = $0 { card } else { nil } },
            .optional("community", "A community.") { if case .community(let card) = $0 { card } else { nil } },
            .optional("person", "Somebody.") { if case .person(let row) = $0 { row } else { nil } },
            .optional("event", "A meeting.") { if case .event(let row) = $0 { row } else { nil } },
            .optional("post", "A post.") { if case .post(let row) = $0 { row } else { nil } },
            .optional("question", "A question.") { if case .question(let row) = $0 { row } else { nil } },
            .optional("opportunity", "Job shadowing, a rotation, project work …") {
                if case .opportunity(let row) = $0 { row } else { nil }
            },
            .optional("item", "A page of any other kind.") { if case .item(let row) = $0 { row } else { nil } },
        ])
}

/// All communities.
struct CommunitiesPage: View {
    var groups: [CommunityGroup]

    static let contract = Contract<CommunitiesPage>(
        "CommunitiesPage", "All communities, by stage.", [.list("groups", "The stages.") { $0.groups }])
}

/// Communities in one stage.
struct CommunityGroup: View {
    var head: SectionHead
    var items: [CommunityCard]

    static let contract = Contract<CommunityGroup>(
        "CommunityGroup", "Communities in one stage.",
        Field.all(of: { $0.head }) + [
            .flag("long", "Whether it has so many that browsers had better not lay them all out at once.") {
                $0.items.count > longestLaidOut
            },
            .list("items", "The communities.") { $0.items },
        ])
}

/// What is kept and no longer looked after.
struct ArchivePage: View {
    var groups: [ItemGroup]

    static let contract = Contract<ArchivePage>(
        "ArchivePage", "What is kept and no longer looked after.", [.list("groups", "By kind.") { $0.groups }])
}

/// Pages under a heading.
struct ItemGroup: View {
    var head: SectionHead
    var items: [ItemRow]

    static let contract = Contract<ItemGroup>(
        "ItemGroup", "Pages under a heading.",
        Field.all(of: { $0.head }) + [
            .flag("long", "Whether it has so many that browsers had better not lay them all out at once.") {
                $0.items.count > longestLaidOut
            },
            .list("items", "The pages.") { $0.items },
        ])
}

/// Every resource, with facets.
struct LibraryPage: View {
    var facets: [FacetView]
    var countText: String
    var groups: [ResourceGroup]
    var table: LinkView?

    static let contract = Contract<LibraryPage>(
        "LibraryPage", "Every resource, by kind, with facets for a script.",
        [
            .list("facets", "The properties by which the list can be narrowed.") { $0.facets },
            .text("countText", "How many there are, in words.") { $0.countText },
            .list("groups", "The kinds.") { $0.groups },
            .optional("table", "The same as a table for a spreadsheet.") { $0.table },
        ])
}

/// Resources of one kind.
struct ResourceGroup: View {
    var id: String
    var label: String
    var items: [ResourceCard]

    static let contract = Contract<ResourceGroup>(
        "ResourceGroup", "Resources of one kind.",
        [
            .text("id", "For its heading's `id`.") { $0.id },
            .text("label", "The kind.") { $0.label },
            .number("count", "How many there are.") { $0.items.count },
            .flag("long", "Whether there are so many that browsers had better not lay them all out at once.") {
                $0.items.count > longestLaidOut
            },
            .list("items", "The resources, the newest first.") { $0.items },
        ])
}

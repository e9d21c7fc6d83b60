/// A part of a list that is too long for one page.
struct PartLink: View {
    var href: String
    var label: String
    var count: Int
    /// What it is divided into itself.
    var parts: [CountedLink]

    static let contract = Contract<PartLink>(
        "PartLink", "A part of a list that is too long for one page.",
        [
            .text("href", "Where it is, from this page.") { $0.href },
            .text("label", "What its items have in common: a kind, a year, a letter.") { $0.label },
            .number("count", "How many items it has.") { $0.count },
            .list("parts", "What it is divided into itself; none where its items stand on one page.") { $0.parts },
        ])
}

/// A link to so many things.
struct CountedLink: View {
    var href: String
    var label: String
    var count: Int

    static let contract = Contract<CountedLink>(
        "CountedLink", "A link to so many things.",
        [
            .text("href", "Where it leads, from this page.") { $0.href },
            .text("label", "Its text.") { $0.label },
            .number("count", "How many there are.") { $0.count },
        ])
}

/// All parts of a list, under a heading.
struct PartsView: View {
    var head: SectionHead
    var items: [PartLink]

    static let contract = Contract<PartsView>(
        "Parts", "The parts of a list that is too long for one page.",
        [
            .view("head", "Their heading.") { $0.head },
            .flag("nested", "Whether any of them is divided itself.") { $0.items.contains { !$0.parts.isEmpty } },
            .list("items", "The parts.") { $0.items },
        ])
}

/// The parts before and after a part of a list.
struct PartSteps: View {
    var previous: LinkView?
    var next: LinkView?

    static let contract = Contract<PartSteps>(
        "PartSteps", "The parts before and after a part of a list.",
        [
            .optional("previous", "The part before it.") { $0.previous },
            .optional("next", "The part after it.") { $0.next },
        ])
}

/// A form that searches among the items of a list.
struct ListSearch: View {
    var action: String
    var label: String
    var filters: [FilterView]
    var fixed: [FixedChoice]

    static let contract = Contract<ListSearch>(
        "ListSearch", "A form that leads to the search, to look among the items of a long list.",
        [
            .text("action", "The page of the search, from this page.") { $0.action },
            .text("label", "What the form is for.") { $0.label },
            .list("filters", "What can be chosen, by the facets of the search.") { $0.filters },
            .list("fixed", "What is chosen already, as the list has no other items.") { $0.fixed },
        ])
}

/// A value of a facet that holds for all items of a list.
struct FixedChoice: View {
    var key: String
    var value: String

    static let contract = Contract<FixedChoice>(
        "FixedChoice", "A value of a facet that all items of a list have.",
        [
            .text("key", "The facet, for scripts.") { $0.key },
            .text("value", "The value for scripts.") { $0.value },
        ])
}

/// A list in the text of a page; one of its parts holds what was asked for.
struct InlineList: View {
    var items: [ItemRow] = []
    var events: [EventRow] = []
    var people: [PersonRow] = []

    static let contract = Contract<InlineList>(
        "InlineList", "A list in the text of a page. One of its parts holds what the author asked for.",
        [
            .list("items", "Pages.") { $0.items },
            .list("events", "Meetings, soonest first.") { $0.events },
            .list("people", "People.") { $0.people },
            .flag("empty", "Whether there is nothing to list.") {
                $0.items.isEmpty && $0.events.isEmpty && $0.people.isEmpty
            },
        ])
}

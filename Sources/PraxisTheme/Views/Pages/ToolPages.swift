/// Where one finds somebody to learn from.
struct FindPage: View {
    var filters: [FilterView]
    var topics: [TopicChoice]
    var foundHead: SectionHead
    var found: [FoundPerson]
    var byTopicHead: SectionHead
    var byTopic: [TopicPeople]

    static let contract = Contract<FindPage>(
        "FindPage", "Where one finds somebody to learn from.",
        [
            .list("filters", "The choices of the form.") { $0.filters },
            .list("topics", "Every topic, for the form to complete.") { $0.topics },
            .view("foundHead", "The heading of the people.") { $0.foundHead },
            .list("found", "Everybody who has an open offer.") { $0.found },
            .flag("long", "Whether there are so many that browsers had better not lay them all out at once.") {
                $0.found.count > longestLaidOut
            },
            .view("byTopicHead", "The heading of the list by topic.") { $0.byTopicHead },
            .list("byTopic", "Topics on which somebody offers something.") { $0.byTopic },
        ])
}

/// A topic that the finder's form completes.
struct TopicChoice: View {
    var href: String
    var label: String
    var synonyms: [String]

    static let contract = Contract<TopicChoice>(
        "TopicChoice", "A topic that the finder's form completes.",
        [
            .text("href", "The topic's page.") { $0.href },
            .text("label", "The topic.") { $0.label },
            .text("synonyms", "What else it is called, for a script, parted by vertical bars.") {
                $0.synonyms.joined(separator: "|")
            },
        ])
}

/// Somebody who offers something.
struct FoundPerson: View {
    var person: PersonLink
    var meta: [String]
    var reasons: [String]
    var capacity: String?
    var href: String?
    /// JSON for the finder's script.
    var data: String

    static let contract = Contract<FoundPerson>(
        "FoundPerson", "Somebody who offers something.",
        [
            .view("person", "Who.") { $0.person },
            .texts("meta", "Role, unit, location.") { $0.meta },
            .texts("reasons", "What the person offers, one by one.") { $0.reasons },
            .optional("capacity", "For how many there is room, in words.") { $0.capacity },
            .optional("href", "Where one writes to the person.") { $0.href },
            .text("data", "For a `data-` attribute: what the finder's script compares, as JSON.") { $0.data },
        ])
}

/// Who offers something on a topic.
struct TopicPeople: View {
    var href: String
    var label: String
    /// Everybody, or the first of many.
    var people: [PersonLink]
    var more: LinkView?

    static let contract = Contract<TopicPeople>(
        "TopicPeople", "Who offers something on a topic.",
        [
            .text("href", "The topic's page.") { $0.href },
            .text("label", "The topic.") { $0.label },
            .list("people", "Who; the first of them where they are many.") { $0.people },
            .optional("more", "Where all are, if some are left out.") { $0.more },
        ])
}

/// The page of search, which without a script is an index from A to Z.
struct SearchPage: View {
    var find: String?
    var letters: [NavigationLink]
    var groups: [LetterGroup]

    static let contract = Contract<SearchPage>(
        "SearchPage", "The page of search; without a script an index from A to Z.",
        [
            .optional("find", "Where one finds somebody who knows; missing where nobody offers anything.") { $0.find },
            .list("letters", "The letters of the index, which lead down the page or to a page of their own.") {
                $0.letters
            },
            .list("groups", "Titles and topics by first letter; none where letters have pages of their own.") {
                $0.groups
            },
        ])
}

/// A page of the index from A to Z: the titles that begin alike.
struct TitlesPage: View {
    var letters: [NavigationLink]
    var siblings: [NavigationLink]
    var parts: PartsView?
    var items: [IndexEntry]
    var steps: PartSteps?

    static let contract = Contract<TitlesPage>(
        "TitlesPage", "A page of the index from A to Z: the titles that begin alike.",
        [
            .list("letters", "All letters.") { $0.letters },
            .list("siblings", "Where it is one of the parts of a letter, all of these.") { $0.siblings },
            .optional("parts", "What it is divided into, where it is too long for one page.") { $0.parts },
            .flag("long", "Whether there are so many that browsers had better not lay them all out at once.") {
                $0.items.count > longestLaidOut
            },
            .list("items", "The titles; none where it is divided.") { $0.items },
            .optional("steps", "The parts before and after it.") { $0.steps },
        ])
}

/// Titles that begin with one letter.
struct LetterGroup: View {
    var id: String
    var letter: String
    var items: [IndexEntry]

    static let contract = Contract<LetterGroup>(
        "LetterGroup", "Titles that begin with one letter.",
        [
            .text("id", "For its heading's `id`.") { $0.id },
            .text("letter", "The letter.") { $0.letter },
            .list("items", "The titles.") { $0.items },
        ])
}

/// A title in the index from A to Z.
struct IndexEntry: View {
    var href: String
    var title: String
    var lang: String?
    var inLanguage: String?
    var kind: String

    static let contract = Contract<IndexEntry>(
        "IndexEntry", "A title in the index from A to Z.",
        [
            .text("href", "The page.") { $0.href },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("inLanguage", "The same for readers: \"in Swedish\".") { $0.inLanguage },
            .text("kind", "What it is.") { $0.kind },
        ])
}

/// Every feed and calendar of the site.
struct SubscribePage: View {
    var howHead: SectionHead
    var groups: [FeedGroup]
    var programsHead: SectionHead
    var subscriptions: LinkView?
    var json: FeedLink?

    static let contract = Contract<SubscribePage>(
        "SubscribePage", "Every feed and calendar of the site.",
        [
            .view("howHead", "The heading of what feeds and calendars are.") { $0.howHead },
            .list("groups", "The site's own, those of communities, of topics, of curators.") { $0.groups },
            .view("programsHead", "The heading of what is for programs.") { $0.programsHead },
            .optional("subscriptions", "All feeds in one file (OPML); missing where there are calendars alone.") {
                $0.subscriptions
            },
            .optional("json", "The site's feed as programs read it.") { $0.json },
        ])
}

/// Things to subscribe to, under a heading.
struct FeedGroup: View {
    var head: SectionHead
    var items: [FeedSubjectView]

    static let contract = Contract<FeedGroup>(
        "FeedGroup", "Things to subscribe to, under a heading; none where there are too many for one page.",
        Field.all(of: { $0.head }) + [.list("items", "The things.") { $0.items }])
}

/// Something that has feeds.
struct FeedSubjectView: View {
    var href: String
    var title: String
    var lang: String?
    var feeds: [FeedLink]

    static let contract = Contract<FeedSubjectView>(
        "FeedSubject", "Something that has feeds or a calendar.",
        [
            .text("href", "Its page.") { $0.href },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .list("feedLinks", "Its feeds and calendar.") { $0.feeds },
        ])
}

/// How to contribute.
struct ContributePage: View {
    var groups: [TaskGroup]

    static let contract = Contract<ContributePage>(
        "ContributePage", "How to contribute.", [.list("groups", "What one can do.") { $0.groups }])
}

/// Things that one can do, under a heading.
struct TaskGroup: View {
    var head: SectionHead
    var items: [TaskView]

    static let contract = Contract<TaskGroup>(
        "TaskGroup", "Things that one can do, under a heading.",
        Field.all(of: { $0.head }) + [.list("items", "The things.") { $0.items }])
}

/// Something that one can do, or a place to go.
struct TaskView: View {
    var href: String
    var title: String
    var text: String
    var time: String?

    static let contract = Contract<TaskView>(
        "Task", "Something that one can do, or a place to go.",
        [
            .text("href", "Where one does it.") { $0.href },
            .text("title", "What it is.") { $0.title },
            .text("text", "A sentence about it.") { $0.text },
            .optional("time", "How long it takes, in words.") { $0.time },
        ])
}

/// What is shown at an address that there is nothing at.
struct NotFoundPage: View {
    var items: [TaskView]
    /// Whether the page cannot know where the site's root is, and must do without links and style sheets.
    var isBare: Bool

    static let contract = Contract<NotFoundPage>(
        "NotFoundPage", "What is shown at an address that there is nothing at.",
        [
            .list("items", "Where to go instead.") { $0.items },
            .flag(
                "bare", "Whether the page cannot know the way to the site's root, and must do without links and files."
            ) {
                $0.isBare
            },
        ])
}

/// What an old address answers with.
struct RedirectPage: View {
    var href: String
    var label: String

    static let contract = Contract<RedirectPage>(
        "RedirectPage", "What an old address answers with.",
        [
            .text("href", "Where the page is now, from here.") { $0.href },
            .text("label", "Its title.") { $0.label },
        ])
}

/// Resources under a heading.
struct ResourceSection: View {
    var head: SectionHead
    var items: [ResourceCard]

    static let contract = Contract<ResourceSection>(
        "ResourceSection", "Resources under a heading.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The resources.") { $0.items }])
}

/// Communities under a heading.
struct CommunitySection: View {
    var head: SectionHead
    var items: [CommunityCard]

    static let contract = Contract<CommunitySection>(
        "CommunitySection", "Communities under a heading.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The communities.") { $0.items }])
}

/// Pages of any kind under a heading.
struct ItemSection: View {
    var head: SectionHead
    var items: [ItemRow]

    static let contract = Contract<ItemSection>(
        "ItemSection", "Pages of any kind under a heading.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The pages.") { $0.items }])
}

/// Posts under a heading.
struct PostSection: View {
    var head: SectionHead
    var items: [PostRow]

    static let contract = Contract<PostSection>(
        "PostSection", "Posts under a heading.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The posts.") { $0.items }])
}

/// Questions under a heading.
struct QuestionSection: View {
    var head: SectionHead
    var items: [QuestionRow]

    static let contract = Contract<QuestionSection>(
        "QuestionSection", "Questions under a heading.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The questions.") { $0.items }])
}

/// Meetings under a heading.
struct EventSection: View {
    var head: SectionHead
    var items: [EventRow]

    static let contract = Contract<EventSection>(
        "EventSection", "Meetings under a heading.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The meetings, soonest first.") { $0.items }])
}

/// Offers under a heading.
struct OfferSection: View {
    var head: SectionHead
    var items: [OfferView]

    static let contract = Contract<OfferSection>(
        "OfferSection", "Offers under a heading.",
        [.view("head", "The heading.") { $0.head }, .list("items", "The offers.") { $0.items }])
}

/// Links to topics under a heading.
struct TopicSection: View {
    var head: SectionHead
    var topics: [LinkView]

    static let contract = Contract<TopicSection>(
        "TopicSection", "Links to topics under a heading.",
        [.view("head", "The heading.") { $0.head }, .list("topics", "The topics.") { $0.topics }])
}

/// Text under a heading.
struct TextSection: View {
    var head: SectionHead
    var body: HTML

    static let contract = Contract<TextSection>(
        "TextSection", "Text under a heading.",
        [.view("head", "The heading.") { $0.head }, .html("bodyHTML", "The text.") { $0.body }])
}

/// Feeds under a heading.
struct FeedSection: View {
    var head: SectionHead
    var feeds: [FeedLink]

    static let contract = Contract<FeedSection>(
        "FeedSection", "Feeds and calendars under a heading.",
        [.view("head", "The heading.") { $0.head }, .list("feedLinks", "The feeds and calendars.") { $0.feeds }])
}

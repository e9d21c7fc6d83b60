/// The first page of a site.
struct HomePage: View {
    var links: HomeLinks
    /// The widest first.
    var circles: [CircleDisc]
    var communitiesHead: SectionHead
    var communities: [CommunityCard]
    var nextHead: SectionHead
    var events: [EventRow]
    var newHead: SectionHead
    var posts: [PostRow]
    var resources: [ItemRow]
    var questionsHead: SectionHead
    var questions: [QuestionRow]

    static let contract = Contract<HomePage>(
        "HomePage", "The first page of a site; its text is `page.introHTML` and `page.bodyHTML`.",
        [
            .view("home", "Where it leads first.") { $0.links },
            .list("circles", "The four circles as discs in each other, the widest first.") { $0.circles },
            .list("circlesNearFirst", "The same, the nearest first.") { $0.circles.reversed() },
            .view("communitiesHead", "The heading of the communities.") { $0.communitiesHead },
            .list("communities", "The communities that are not closing.") { $0.communities },
            .view("nextHead", "The heading of the meetings.") { $0.nextHead },
            .list("events", "The next meetings, one of each series.") { $0.events },
            .flag("hasNews", "Whether there is a post or a resource.") { !$0.posts.isEmpty || !$0.resources.isEmpty },
            .view("newHead", "The heading of what is new.") { $0.newHead },
            .list("posts", "The newest posts.") { $0.posts },
            .list("resources", "The newest resources.") { $0.resources },
            .view("questionsHead", "The heading of the questions.") { $0.questionsHead },
            .list("questions", "Questions that wait for an answer.") { $0.questions },
        ])
}

/// Where the home page leads first.
struct HomeLinks: View {
    var find: LinkView?
    var communities: LinkView?

    static let contract = Contract<HomeLinks>(
        "HomeLinks", "Where the home page leads first.",
        [
            .optional("find", "The finder, where somebody offers something.") { $0.find },
            .optional("communities", "The list of communities, where there are any.") { $0.communities },
        ])
}

/// One of the four circles as a disc of a picture of 480 by 480, all standing on one floor.
struct CircleDisc: View {
    var id: String
    /// From 1 for the nearest to 4 for the widest.
    var number: Int
    var label: String
    var text: String
    var href: String
    var countText: String?

    private var radius: Int { [77, 131, 184, 236][number - 1] }
    private var nameY: Int { 478 - 2 * radius + (number == 1 ? 74 : 48) }

    static let contract = Contract<CircleDisc>(
        "CircleDisc", "One of the four circles, as a disc of a picture of 480 by 480.",
        [
            .text("id", "`one-to-one`, `team`, `community` or `network`.") { $0.id },
            .number("n", "From 1 for the nearest to 4 for the widest.") { $0.number },
            .text("label", "Its name.") { $0.label },
            .text("text", "What it is.") { $0.text },
            .text("href", "Its page.") { $0.href },
            .optional("countText", "How much there is in it, in words, if there is anything.") { $0.countText },
            .number("r", "The disc's radius.") { $0.radius },
            .number("cy", "The disc's centre, from the top.") { 478 - $0.radius },
            .number("nameY", "Where its name stands, from the top.") { $0.nameY },
            .number("countY", "Where its count stands, from the top.") { $0.nameY + 25 },
        ])
}

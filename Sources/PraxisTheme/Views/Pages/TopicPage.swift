/// A topic: who knows it and what there is about it.
struct TopicPage: View {
    var kind: TermView
    var synonyms: String?
    var about: TextSection?
    var people: PeopleSection?
    var communities: CommunitySection?
    var resources: ResourceSection?
    var guides: ItemSection?
    var questions: QuestionSection?
    var stories: PostSection?
    var events: EventSection?
    var relatedTopics: TopicSection?
    var follow: FeedSection?

    static let contract = Contract<TopicPage>(
        "TopicPage", "A topic: who knows it, and what there is about it. A section without anything in it is missing.",
        [
            .view("kind", "The word for a topic.") { $0.kind },
            .optional("synonyms", "What else it is called, parted by commas.") { $0.synonyms },
            .optional("about", "Its text.") { $0.about },
            .optional("people", "Who knows it, by level.") { $0.people },
            .optional("communities", "Communities.") { $0.communities },
            .optional("resources", "Resources, the newest first.") { $0.resources },
            .optional("guides", "Guides and learning paths.") { $0.guides },
            .optional("questions", "Questions.") { $0.questions },
            .optional("stories", "Posts.") { $0.stories },
            .optional("events", "Meetings to come.") { $0.events },
            .optional("relatedTopics", "Topics near it.") { $0.relatedTopics },
            .optional("follow", "Its feeds.") { $0.follow },
            .list("sections", "The sections that are there, with the `id` of each heading; none where there are few.") {
                TocLeaf.several($0.heads)
            },
        ])

    private var heads: [SectionHead?] {
        [
            about?.head, people?.head, communities?.head, resources?.head, guides?.head, questions?.head, stories?.head,
            events?.head, relatedTopics?.head, follow?.head,
        ]
    }
}

/// A story, lesson or other post.
struct PostPage: View {
    var reading: ReadingHead
    var date: DateView
    var benefit: String?
    var thanked: [PersonLink]
    var trail: TrailView?
    var more: TitledPosts?

    static let contract = Contract<PostPage>(
        "PostPage", "A story, lesson or other post.",
        Field.all(of: { $0.reading }) + [
            .view("date", "When it was written.") { $0.date },
            .optional("benefit", "What it gave.") { $0.benefit },
            .list("thanked", "Of a thanks: whom it is for.") { $0.thanked },
            .optional("trail", "What it grew out of, and what grew out of it.") { $0.trail },
            .optional("more", "More posts of its community.") { $0.more },
        ])
}

/// Posts under a plain heading.
struct TitledPosts: View {
    var title: String
    var items: [PostRow]

    static let contract = Contract<TitledPosts>(
        "TitledPosts", "Posts under a plain heading.",
        [.text("title", "The heading.") { $0.title }, .list("items", "The posts.") { $0.items }])
}

/// A question with its answers.
struct QuestionPage: View {
    var reading: ReadingHead
    var date: DateView
    var trail: TrailView?
    var answersTitle: String
    var answers: [AnswerView]
    var answerHref: String?

    static let contract = Contract<QuestionPage>(
        "QuestionPage", "A question with its answers; the question's text is `page.bodyHTML`.",
        Field.all(of: { $0.reading }) + [
            .view("date", "When it was asked.") { $0.date },
            .optional("trail", "What grew out of it.") { $0.trail },
            .text("answersTitle", "The heading of the answers.") { $0.answersTitle },
            .list("answers", "The answers, the accepted one first.") { $0.answers },
            .optional("answerHref", "Where one answers.") { $0.answerHref },
        ])
}

/// One answer.
struct AnswerView: View {
    var id: String
    var person: PersonLink
    var date: DateView?
    var body: HTML
    var isAccepted: Bool

    static let contract = Contract<AnswerView>(
        "Answer", "One answer to a question.",
        [
            .text("id", "For its `id`.") { $0.id },
            .view("person", "Whose it is.") { $0.person },
            .optional("date", "When it was given.") { $0.date },
            .html("bodyHTML", "Its text.") { $0.body },
            .flag("accepted", "Whether it settled the question.") { $0.isAccepted },
        ])
}

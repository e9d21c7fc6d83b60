import PraxisMarkdown
import PraxisModel

/// The text of a question, parted into what is asked and the answers.
struct QuestionText {
    private let page: Page
    private let question: Question
    /// The heading of each answer, and the one at which it ends.
    private var stretches: [(answer: Question.Answer, start: MarkdownDocument.Heading, end: MarkdownDocument.Heading?)]

    init(_ page: Page, _ question: Question) {
        self.page = page
        self.question = question
        let headings = page.document.headings.filter { $0.level == 2 }
        let top = Set(page.document.divisions(atLevel: 2).compactMap(\.heading))
        let begun = question.answers.compactMap { answer -> (Question.Answer, MarkdownDocument.Heading)? in
            guard headings.indices.contains(answer.section), top.contains(headings[answer.section]) else { return nil }
            return (answer, headings[answer.section])
        }
        stretches = begun.indices.map { position in
            (begun[position].0, begun[position].1, position + 1 < begun.count ? begun[position + 1].1 : nil)
        }
    }

    /// What is asked: everything before the first answer.
    func asked(_ maker: ViewMaker) -> HTML? {
        BodyRenderer(maker, page: page).part(after: nil, before: stretches.first?.start)
    }

    /// The answers, the accepted one first, then in their order.
    func answers(_ maker: ViewMaker) -> [AnswerView] {
        let renderer = BodyRenderer(maker, page: page)
        let accepted = question.accepted.flatMap { question.answers.indices.contains($0) ? question.answers[$0] : nil }
        let views = stretches.enumerated().map { number, stretch in
            AnswerView(
                id: "answer-\(number + 1)", person: maker.person(stretch.answer.author),
                date: stretch.answer.date.map(maker.date),
                body: renderer.part(after: stretch.start, before: stretch.end, prefix: "answer-\(number + 1)-")
                    ?? HTML(""),
                isAccepted: stretch.answer.section == accepted?.section)
        }
        return views.filter(\.isAccepted) + views.filter { !$0.isAccepted }
    }
}

internal import PraxisDiagnostics
internal import PraxisModel

/// A question gets an answer within a month.
enum QuestionUnanswered: SiteCheck {
    static let rule = Rule("question.unanswered", .advice, "A question has an answer within thirty days.")

    static func findings(in site: Site) -> [Finding] {
        site.kept(.question).compactMap { page in
            guard let question = page.question, question.answers.isEmpty,
                question.asked.advanced(byDays: 30) < site.today
            else { return nil }
            return finding(
                on: page, "nobody has answered since \(question.asked)",
                advice: "answer below a heading \"## @your-id \(site.today)\", or ask somebody who may know")
        }
    }
}

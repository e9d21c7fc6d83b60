package import PraxisDiagnostics
internal import PraxisMarkdown
internal import PraxisYAML

extension PageReader {
    mutating func post() -> (content: Post, title: String?) {
        let title = fields.text("title", "what it is called", .required(example: "What the pilot taught us"))
        let kind = fields.value("kind", as: PostKind.self, "what sort of post it is", .required(example: "story"))
        let author = person("author", "who wrote it", .required(example: "anna-lind"))
        let date = fields.value("date", as: Day.self, "the day of the post", .required(example: "2026-03-31"))
        let to = people("to", "of a thanks: whom it is for")
        let from = pages("from", of: PageKind.allCases, "what it grew out of: a question, an event, a lesson")
        let benefit = fields.text("benefit", "of a lesson: what it was worth, in a sentence")
        if let date {
            let advice = "write the day of the post, or add show_from: \(date.value) to hold it back until then"
            happened("the post", on: date, advice: advice)
        }
        return (
            Post(
                kind: kind?.value ?? .story, author: author ?? .name(""), date: date?.value ?? context.today, to: to,
                from: from, benefit: benefit?.value),
            title?.value
        )
    }

    mutating func guide() -> (content: Guide, title: String?) {
        let title = fields.text("title", "what it is called", .required(example: "Run a retrospective"))
        let kind = fields.value("kind", as: GuideKind.self, "practice (if nothing is said), how-to, checklist or sheet")
        let minutes = fields.value("minutes", as: Minutes.self, "how long it takes")
        let audience = fields.text("for", "whom it is for")
        let origin = fields.text("origin", "where the idea comes from")
        let licence = fields.text("licence", "how it may be used")
        return (
            Guide(
                kind: kind?.value ?? .practice, minutes: minutes?.value.count, audience: audience?.value,
                origin: origin?.value, licence: licence?.value),
            title?.value
        )
    }

    mutating func question(document: MarkdownDocument) -> (content: Question, title: String?) {
        let title = fields.text("title", "the question", .required(example: "How do you begin a first meeting?"))
        let asked = fields.value(
            "asked", as: Day.self, "the day on which it was asked", .required(example: "2026-03-31"))
        let askedBy = person("asked_by", "who asks")
        let accepted = fields.value("accepted", as: PersonName.self, "whose answer is the one")
        let answers = answers(in: document)
        happened("the question", on: asked, advice: "write the day on which it was asked")
        var index: Int?
        if let accepted {
            let person = person(accepted.map(\.text))
            index = answers.firstIndex { $0.author == person }
            if index == nil {
                report(
                    QuestionRules.acceptedMissing, at: accepted.range,
                    "\"\(accepted.value.text)\" has not answered this question",
                    advice: answers.isEmpty
                        ? "begin the answer with a heading: ## @\(accepted.value.text) \(context.today)"
                        : "name somebody who has, as the headings that begin with ## @ do")
            }
        }
        return (
            Question(asked: asked?.value ?? context.today, askedBy: askedBy, answers: answers, accepted: index),
            title?.value
        )
    }

    /// The answers of a question: each begins with a heading `## @anna-lind 2026-03-03`.
    private mutating func answers(in document: MarkdownDocument) -> [Question.Answer] {
        document.headings.filter { $0.level == 2 }.enumerated().compactMap { section, heading in
            guard heading.text.hasPrefix("@") else { return nil }
            let words = heading.text.dropFirst().split(separator: " ").map(String.init)
            var day = words.last.flatMap { Day($0) }
            var name = (day == nil ? words : words.dropLast()).joined(separator: " ")
            if let day {
                happened(
                    "this answer", on: Located(day, at: document.range(of: heading)),
                    advice: "write the day on which it was given")
            } else if let (known, other) = Self.otherDate(behind: words) {
                (name, day) = (known, other)
                report(
                    QuestionRules.answerUndated, at: document.range(of: heading),
                    "the date of this answer is written in another way", advice: "write ## @\(name) \(other)")
            } else {
                report(
                    QuestionRules.answerUndated, at: document.range(of: heading), "this answer has no date",
                    advice: "end the heading with one: ## @\(name) \(context.today)")
            }
            return Question.Answer(
                author: person(Located(name, at: document.range(of: heading))), date: day, section: section)
        }
    }
}

extension PageReader {
    /// A name and the date behind it, which may be of several words and in brackets.
    fileprivate static func otherDate(behind words: [String]) -> (name: String, day: Day)? {
        for length in [1, 3] where words.count > length {
            let last = words.suffix(length).joined(separator: " ").filter { !"(),".contains($0) }
            guard let day = Day(last) ?? Day.turnedAround(last) else { continue }
            let name = words.dropLast(length).joined(separator: " ")
            return (name.hasSuffix(",") ? String(name.dropLast()) : name, day)
        }
        return nil
    }
}

/// Rules about questions and their answers.
package enum QuestionRules {
    package static let acceptedMissing = Rule(
        "question.accepted", .error, "The accepted answer of a question is one of its answers.")
    package static let answerUndated = Rule("question.undated-answer", .advice, "An answer says when it was given.")

    package static let all = [acceptedMissing, answerUndated]
}

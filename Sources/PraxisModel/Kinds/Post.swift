/// A story, lesson, announcement, work in progress, retrospective or thanks.
package struct Post: Equatable, Sendable, Encodable {
    package var kind: PostKind
    package var author: PersonMention
    package var date: Day
    /// Whom a thanks is for.
    package var to: [PersonMention]
    /// What it grew out of.
    package var from: [PageReference]
    /// What a lesson was worth, in a sentence.
    package var benefit: String?
}

/// A question and its answers.
package struct Question: Equatable, Sendable, Encodable {
    package var asked: Day
    package var askedBy: PersonMention?
    package var answers: [Answer]
    /// An index into `answers`.
    package var accepted: Int?

    /// One answer: `## @anna-lind 2026-03-03` and what follows it.
    package struct Answer: Equatable, Sendable, Encodable {
        package var author: PersonMention
        package var date: Day?
        /// The second-level section of the page's document that holds it, from 0.
        package var section: Int
    }
}

/// A practice, a how-to, a checklist or a fill-in sheet.
package struct Guide: Equatable, Sendable, Encodable {
    package var kind: GuideKind
    package var minutes: Int?
    package var audience: String?
    package var origin: String?
    package var licence: String?
}

/// Something worth learning from, with a note by whoever vouches for it.
package struct Resource: Equatable, Sendable, Encodable {
    package var kind: ResourceKind
    /// Absent where the page itself is the resource.
    package var url: String?
    package var curator: PersonMention
    /// What it is good for, and for whom.
    package var why: String
    package var authors: [String]
    /// When it was published: a year, a month or a day, as written.
    package var issued: String?
    package var added: Day?
    /// A word of the vocabulary `levels`.
    package var level: String?
    package var minutes: Int?
    package var cost: String?
    package var licence: String?
    package var archivedURL: String?
    package var replacedBy: PageReference?
}

/// A learning path or collection: things to take in an order, each with a reason.
package struct LearningPath: Equatable, Sendable, Encodable {
    package var curator: PersonMention
    package var items: [Item]
    package var objectives: [String]
    package var minutes: Int?

    package struct Item: Equatable, Sendable, Encodable {
        package var target: LinkOrReference
        package var why: String?
    }
}

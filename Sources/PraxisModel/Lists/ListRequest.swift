/// A list that an author wants in the middle of a text: `[list: 3 resources about coaching]`.
package struct ListRequest: Hashable, Sendable, Encodable {
    package var subject: Subject
    package var topic: TopicID?
    /// Only what is in this community.
    package var community: PageID?
    /// How many at the most.
    package var limit: Int

    /// What is listed.
    package enum Subject: Hashable, Sendable, Encodable {
        /// Pages of a kind; of events the next dates.
        case pages(PageKind)
        case people(Knowledge)
    }

    /// What people have to do with a topic.
    package enum Knowledge: String, Hashable, Sendable, CaseIterable, Encodable {
        case know, offer
    }

    /// How many there are where an author says nothing, and how many there may be.
    package static let usualLimit = 5
    package static let highestLimit = 50
}

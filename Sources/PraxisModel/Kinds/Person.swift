/// Somebody with a profile.
///
/// Fields that need the person's consent are empty here until `confirmed`: nothing downstream can show them by mistake.
package struct Person: Equatable, Sendable, Encodable {
    package var name: String
    package var role: String?
    package var unit: String?
    /// The day on which the person agreed to the page.
    package var confirmed: Day?
    package var location: String?
    /// An IANA name.
    package var timeZone: String?
    /// BCP 47 tags.
    package var languages: [String]
    package var pronouns: String?
    package var photo: Photo?
    package var links: [Link]
    package var contact: Contact
    package var skills: [Skill]
    package var seeks: [TopicID]
    package var offers: [Offer]
    /// The day on which the person left; `nil` until it has come.
    package var alumni: Day?

    package struct Photo: Equatable, Sendable, Encodable {
        package var file: Route
        package var alternative: String
        /// In pixels.
        package var width: Int
        package var height: Int
    }

    package struct Link: Equatable, Sendable, Encodable {
        package var label: String
        package var url: String
    }

    package struct Contact: Equatable, Sendable, Encodable {
        package var email: String?
        package var chat: String?
        package var booking: String?
    }

    package struct Skill: Equatable, Sendable, Encodable {
        package var topic: TopicID
        /// A word of the vocabulary `levels`.
        package var level: String
    }

    /// What somebody is ready to do for others.
    package struct Offer: Equatable, Sendable, Encodable {
        package var kind: OfferKind
        package var topics: [TopicID]
        package var format: String?
        /// How long one meeting takes.
        package var minutes: Int?
        /// For how many people at a time.
        package var capacity: Int?
        package var until: Day?

        /// Whether it still stands: the day in `until` is the last one, and a capacity of 0 is none.
        package func isOpen(on today: Day) -> Bool {
            (until.map { $0 >= today } ?? true) && capacity != 0
        }
    }
}

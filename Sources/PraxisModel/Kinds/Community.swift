/// A community of practice.
package struct Community: Equatable, Sendable, Encodable {
    package var purpose: String
    /// Whom it is for, in a sentence.
    package var audience: String
    package var join: Join?
    /// Everybody in a role, past holders too, in the order written.
    package var roles: [Role: [RoleHolder]]
    package var startHere: [LinkOrReference]
    package var stage: Stage
    package var reach: Reach
    package var needs: [String]
    /// How the community works.
    package var methods: [String]
    package var channels: [Channel]
    package var parent: PageReference?
    package var related: [PageReference]
    package var successor: PageReference?
    /// Membership over time, by date.
    package var members: [MemberCount]
    /// How many members it hopes for.
    package var target: Int?
    package var participation: Participation?
    package var conduct: LinkOrReference?
    package var assessments: [Assessment]

    /// How one becomes a member.
    package struct Join: Equatable, Sendable, Encodable {
        package var url: String?
        package var email: String?
        /// A sentence.
        package var how: String?
        package var eligibility: String?
    }

    /// A place where members talk, and what goes there.
    package struct Channel: Equatable, Sendable, Encodable {
        package var name: String
        package var url: String?
        package var kind: String?
        package var purpose: String?
    }

    /// How many members there were on a day.
    package struct MemberCount: Equatable, Sendable, Encodable {
        package var date: Day
        package var count: Int
    }

    /// How many take part how much.
    package struct Participation: Equatable, Sendable, Encodable {
        package var core: Int
        package var active: Int
        package var occasional: Int
        package var peripheral: Int
        package var asOf: Day

        package var total: Int { core + active + occasional + peripheral }
    }

    /// One self-assessment against the maturity model.
    package struct Assessment: Equatable, Sendable, Encodable {
        package var date: Day
        /// By dimension, from 1 to 5, in the order of the vocabulary.
        package var scores: [Score]
        package var evidence: String?

        /// How a community sees itself in one dimension.
        package struct Score: Equatable, Sendable, Encodable {
            package var dimension: String
            package var score: Int
        }
    }
}

package import PraxisYAML

/// A closed list of words that a field may hold, written in lower case, with spaces or hyphens alike.
package protocol FixedVocabulary: VocabularyWord, RawRepresentable<String>, Hashable {}

/// Whether a page is on the site.
package enum Status: String, FixedVocabulary, Encodable {
    /// Only in previews.
    case draft
    case live
    /// Kept and marked, but left out of lists and search.
    case archived
}

/// The circles of growing reach in which people learn.
package enum Circle: String, FixedVocabulary, Encodable {
    case oneToOne = "one-to-one"
    case team, community, network
}

/// The ways of learning.
package enum Way: String, FixedVocabulary, Encodable {
    case experience, others, information, education
}

/// The usual stages of a community's life (Wenger, McDermott, Snyder, “Cultivating Communities of Practice”, 2002, in
/// plainer words), which a site's own stages are like.
package enum LifeStage: String, FixedVocabulary, Encodable {
    case potential, forming, active, sustaining, closing
}

/// Whom a community is open to.
package enum Reach: String, FixedVocabulary, Encodable {
    case `internal`
    case crossCompany = "cross-company"
    case external
}

/// What people do in a community, in the order in which pages show them.
package enum Role: String, FixedVocabulary, Encodable {
    case owner, moderator, ambassador, expert, curator, sponsor

    /// The front matter key that lists its holders.
    package var key: String { "\(rawValue)s" }
}

package enum ResourceKind: String, FixedVocabulary, Encodable {
    case article, video, report, guide, course, book, podcast, tool, template, dataset, talk
}

package enum EventKind: String, FixedVocabulary, Encodable {
    case meetup, workshop, webinar
    case officeHours = "office hours"
    case retrospective, conference
}

package enum PostKind: String, FixedVocabulary, Encodable {
    case story, lesson, announcement
    case workInProgress = "work in progress"
    case retrospective, thanks
}

package enum GuideKind: String, FixedVocabulary, Encodable {
    case practice
    case howTo = "how-to"
    case checklist, sheet
}

package enum ProgrammeKind: String, FixedVocabulary, Encodable {
    case mentoring, circle, cohort, apprenticeship, team
}

package enum OpportunityKind: String, FixedVocabulary, Encodable {
    case shadowing, rotation, swap, gig, apprenticeship
}

package enum OfferKind: String, FixedVocabulary, Encodable {
    case mentor, coach, buddy, expert, host
}

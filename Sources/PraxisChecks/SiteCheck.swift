package import PraxisDiagnostics
package import PraxisModel

/// One rule over a whole site: what it is and how to find where it is broken.
///
/// A check reads the frozen site and nothing else; it neither sorts nor sees the severity that site.yaml gives it.
package protocol SiteCheck: Sendable {
    /// The rule that this check keeps.
    static var rule: Rule { get }

    /// Every place where it is broken, in any order.
    static func findings(in site: Site) -> [Finding]
}

/// All checks over a site.
package enum SiteChecks {
    /// In the order of their identifiers.
    package static let all: [any SiteCheck.Type] = [
        ArchivedCommunityWithPages.self,
        CommunityIsQuiet.self, CommunityRestsOnOnePerson.self, CommunityWithoutModerator.self,
        CommunityWithoutOwner.self, OfferWithoutContact.self, OpportunityIsClosed.self, PageWithoutOwner.self,
        QuestionUnanswered.self, ResourceWithoutTopic.self, ReviewMissing.self, ReviewOverdue.self,
    ]

    /// The rules of all checks, for settings, waivers and the handbook, and of ``FileUnused``, which looks at pages too that
    /// are not on the site.
    package static let rules: [Rule] = all.map { $0.rule } + [FileUnused.rule]
}

extension SiteCheck {
    /// A finding about a page as a whole, and the field that it misses there, if there is one.
    static func finding(on page: Page, _ message: String, advice: String, field: String? = nil) -> Finding {
        Finding(rule, at: Location(path: page.source), message, advice: advice, field: field)
    }
}

extension Site {
    /// The pages that somebody keeps: originals that are not archived.
    var kept: some Sequence<Page> {
        pages.lazy.filter { $0.original == nil && !$0.metadata.isArchived }
    }

    /// Those of some kinds.
    func kept(_ kinds: PageKind...) -> [Page] {
        kinds.flatMap { (relations.byKind[$0] ?? []).map { self[$0] } }
    }
}

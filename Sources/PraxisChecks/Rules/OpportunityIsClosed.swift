internal import PraxisDiagnostics
internal import PraxisModel

/// An opportunity that nobody can take any more is archived.
enum OpportunityIsClosed: SiteCheck {
    static let rule = Rule("opportunity.closed", .advice, "An opportunity that has closed is archived.")

    static func findings(in site: Site) -> [Finding] {
        site.kept(.opportunity).compactMap { page in
            guard let opportunity = page.opportunity, let closes = opportunity.closes, closes < site.today else {
                return nil
            }
            return finding(
                on: page, "\"\(page.metadata.title)\" closed on \(closes)",
                advice: "set \"status: archived\", or a new date in \"closes\"")
        }
    }
}

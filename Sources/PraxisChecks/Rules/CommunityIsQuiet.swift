internal import PraxisDiagnostics
internal import PraxisModel

/// An active community has something new at least once a year.
enum CommunityIsQuiet: SiteCheck {
    static let rule = Rule("community.quiet", .advice, "An active community has something new at least once a year.")

    static func findings(in site: Site) -> [Finding] {
        let yearAgo = site.today.advanced(byMonths: -12)
        return site.keptPages.compactMap { page in
            guard let community = page.communityContent, ["active", "sustaining"].contains(community.stage),
                !isAlive(page.id, since: yearAgo, in: site)
            else { return nil }
            return finding(
                on: page, "\"\(page.metadata.title)\" has had no post, question, resource or event for a year",
                advice: "bring it something new, or set \"stage: closing\" and name a successor")
        }
    }

    private static func isAlive(_ community: PageID, since day: Day, in site: Site) -> Bool {
        let inside = site.relations.byCommunity[community] ?? [:]
        return inside.values.joined().contains { id in
            switch site[id].content {
            case .post(let post): post.date >= day
            case .question(let question): question.asked >= day
            case .resource(let resource): resource.added.map { $0 >= day } ?? false
            case .event(let event): event.occurrences(through: site.today).last.map { $0.start.day >= day } ?? true
            default: false
            }
        }
    }
}

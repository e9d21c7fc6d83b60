internal import PraxisDiagnostics
internal import PraxisModel

/// An active community has something new at least once a year. One that has never had anything is only beginning.
enum CommunityIsQuiet: SiteCheck {
    static let rule = Rule("community.quiet", .advice, "An active community has something new at least once a year.")

    static func findings(in site: Site) -> [Finding] {
        let yearAgo = site.today.advanced(byMonths: -12)
        let ending = site.settings.endingStage.map { "set \"stage: \($0.id)\"" } ?? "archive it"
        return site.kept(.community).compactMap { page in
            guard let community = page.communityContent, community.stage.isAtWork,
                let newest = newest(in: page.id, of: site), newest < yearAgo
            else { return nil }
            return finding(
                on: page,
                "\"\(page.metadata.title)\" has had no post, question, resource or event since \(newest)",
                advice: "bring it something new, or \(ending) and name a successor")
        }
    }

    /// The day of the newest thing in a community; `nil` where nothing in it has a day.
    private static func newest(in community: PageID, of site: Site) -> Day? {
        site.relations.inside(community).compactMap { id in
            switch site[id].content {
            case .post(let post): post.date
            case .question(let question): question.asked
            case .resource(let resource): resource.added
            // One that is still to come counts by its first day.
            case .event(let event):
                event.latestOccurrences(1, before: site.today.advanced(byDays: 1)).last?.start.day ?? event.start.day
            default: nil
            }
        }.max()
    }
}

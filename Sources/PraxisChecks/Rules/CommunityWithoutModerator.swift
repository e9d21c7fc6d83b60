internal import PraxisDiagnostics
internal import PraxisModel

/// A large community has somebody who moderates it.
enum CommunityWithoutModerator: SiteCheck {
    static let rule = Rule("community.unmoderated", .advice, "A community of fifty members or more has a moderator.")

    static func findings(in site: Site) -> [Finding] {
        site.kept(.community).compactMap { page in
            guard let community = page.communityContent, let count = community.members.last?.count, count >= 50,
                community.lacks(.moderator, on: site.today)
            else { return nil }
            return finding(
                on: page, "\"\(page.metadata.title)\" has \(count) members and no moderator",
                advice: "add a line \"moderators:\" with somebody who has agreed to it", field: "moderators")
        }
    }
}

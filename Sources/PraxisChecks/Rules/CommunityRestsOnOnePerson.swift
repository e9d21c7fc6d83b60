internal import PraxisDiagnostics
internal import PraxisModel

/// A community does not end with one person: somebody besides the only owner is in a role.
enum CommunityRestsOnOnePerson: SiteCheck {
    static let rule = Rule(
        "community.one-person", .advice, "Besides its only owner, a community has somebody else in a role.")

    static func findings(in site: Site) -> [Finding] {
        site.kept(.community).compactMap { page in
            guard let community = page.communityContent, community.stage.isActive else { return nil }
            let people = Set(Role.allCases.flatMap { community.holders(of: $0, on: site.today) }.map(\.person))
            guard people.count == 1 else { return nil }
            return finding(
                on: page, "\"\(page.metadata.title)\" rests on one person",
                advice: "name a second owner, or a moderator who could step in", field: "moderators")
        }
    }
}

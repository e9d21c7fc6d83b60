internal import PraxisDiagnostics
internal import PraxisModel

/// A community that goes on has somebody who owns it now. That an active one must name owners is said where it is read.
enum CommunityWithoutOwner: SiteCheck {
    static let rule = Rule("community.no-owner", .advice, "A community that goes on has somebody who owns it.")

    static func findings(in site: Site) -> [Finding] {
        site.kept(.community).compactMap { page in
            guard let community = page.communityContent, community.goesOn,
                community.holders(of: .owner, on: site.today).isEmpty
            else { return nil }
            let isNamed = community.roles[.owner]?.isEmpty == false
            guard isNamed || community.stage != "active" else { return nil }
            return finding(
                on: page, isNamed ? "every owner's term is over" : "nobody owns it",
                advice: "add somebody who answers for it now, or set \"stage: closing\"")
        }
    }
}

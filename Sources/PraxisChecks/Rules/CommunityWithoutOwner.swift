internal import PraxisDiagnostics
internal import PraxisModel

/// A community that goes on has somebody who owns it now. That an active one must name owners is said where it is read.
enum CommunityWithoutOwner: SiteCheck {
    static let rule = Rule("community.no-owner", .advice, "A community that goes on has somebody who owns it.")

    static func findings(in site: Site) -> [Finding] {
        let ending = site.settings.endingStage.map { "set \"stage: \($0.id)\"" } ?? "archive it"
        return site.kept(.community).compactMap { page in
            guard let community = page.communityContent, community.lacks(.owner, on: site.today),
                !community.leavesOutOwners
            else { return nil }
            let owners = community.roles[.owner] ?? []
            let message =
                if owners.isEmpty {
                    "nobody owns it"
                } else if owners.allSatisfy({ $0.isPast(on: site.today) }) {
                    "every owner's term is over"
                } else {
                    "its owner is a former member"
                }
            return finding(
                on: page, message, advice: "add somebody who answers for it now, or \(ending)", field: "owners")
        }
    }
}

internal import PraxisDiagnostics
internal import PraxisModel

/// What belongs to an archived community is archived with it, or moved to where somebody looks after it.
enum ArchivedCommunityWithPages: SiteCheck {
    static let rule = Rule("community.archived", .advice, "What belongs to an archived community is archived too.")

    static func findings(in site: Site) -> [Finding] {
        site.relations.archived.map { site[$0] }.filter { $0.kind == .community }.compactMap { page in
            let count = site.relations.inside(page.id).count
            guard count > 0 else { return nil }
            let pages = count == 1 ? "a page of it is" : "\(count) pages of it are"
            return finding(
                on: page, "\"\(page.metadata.title)\" is archived, and \(pages) still in lists and search",
                advice: "move what is worth keeping, then run: praxis archive communities/\(page.slug)")
        }
    }
}

internal import PraxisDiagnostics
internal import PraxisModel

/// What belongs to no community has somebody who is still here to answer for it; in a community its owners step in.
enum PageWithoutOwner: SiteCheck {
    static let rule = Rule(
        "page.no-owner", .advice, "Somebody who is still here answers for each programme and opportunity.")

    static func findings(in site: Site) -> [Finding] {
        site.kept(.programme, .opportunity).compactMap { page in
            guard page.metadata.owners.isEmpty else { return nil }
            let key = page.kind == .programme ? "coordinator" : "host"
            return finding(
                on: page, "nobody who is still here answers for \"\(page.metadata.title)\"",
                advice: "name somebody else as its \(key), or set \"status: archived\"")
        }
    }
}

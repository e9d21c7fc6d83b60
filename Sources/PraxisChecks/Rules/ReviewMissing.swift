internal import PraxisDiagnostics
internal import PraxisModel

/// What is meant to last says when somebody last looked at it.
enum ReviewMissing: SiteCheck {
    static let rule = Rule(
        "review.missing", .advice, "Communities, guides, paths and programmes say when they were last reviewed.")

    static func findings(in site: Site) -> [Finding] {
        // The kinds that last; a post or an event is of its day.
        site.kept(.community, .guide, .path, .programme).compactMap { page in
            guard page.metadata.review.reviewed == nil else { return nil }
            return finding(
                on: page, "nothing says when this page was last reviewed",
                advice: "add \"reviewed: \(site.today)\" once you have read it through", field: "reviewed")
        }
    }
}

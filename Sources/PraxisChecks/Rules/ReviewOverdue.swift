internal import PraxisDiagnostics
internal import PraxisModel

/// A page is looked at again by the day that its last review and its span give.
enum ReviewOverdue: SiteCheck {
    static let rule = Rule("review.overdue", .advice, "A page is looked at again before its review is due.")

    static func findings(in site: Site) -> [Finding] {
        site.kept.compactMap { page in
            guard let due = page.metadata.review.due, page.metadata.review.isOverdue(on: site.today) else { return nil }
            return finding(
                on: page, "the review was due on \(due)",
                advice: "read it once more, mend what is old, then set \"reviewed: \(site.today)\"")
        }
    }
}

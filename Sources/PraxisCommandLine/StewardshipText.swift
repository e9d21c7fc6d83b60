internal import PraxisDiagnostics
internal import PraxisModel

/// The stewardship report as lines for a terminal.
struct StewardshipText {
    let text: String

    /// Linear in the size of the site.
    init(of site: Site) {
        let stewardship = Stewardship(of: site)
        let parts = [
            Self.totals(stewardship), Self.communities(stewardship, in: site), Self.ownerless(stewardship, in: site),
            Self.due(stewardship, in: site),
            Self.unoffered(stewardship, in: site),
        ]
        text = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// The pages that are due, alone.
    static func due(in site: Site) -> String {
        let lines = due(Stewardship(of: site), in: site)
        return lines.isEmpty ? "No page is due for review." : lines.joined(separator: "\n")
    }

    private static func totals(_ stewardship: Stewardship) -> [String] {
        func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
        return [
            count(stewardship.communities.count, "community", "communities")
                + ", \(stewardship.withoutOwner) without an owner",
            count(stewardship.pages, "page", "pages") + ", \(stewardship.due.count) due for review"
                + (stewardship.reviews.percentInTime.map { ", \($0) % of those with a date reviewed in time" } ?? ""),
            count(stewardship.openQuestions, "open question", "open questions"),
        ]
    }

    private static func communities(_ stewardship: Stewardship, in site: Site) -> [String] {
        guard !stewardship.communities.isEmpty else { return [] }
        let rows = stewardship.communities.map { health -> [String] in
            [
                site[health.community].metadata.title, health.stage.id,
                health.reviews.percentInTime.map { "\($0) %" } ?? "", String(health.reviews.due),
                String(health.lonely), String(health.openQuestions), String(health.meetings), String(health.additions),
                health.nextMeeting?.description ?? "", health.missing.map(\.rawValue).joined(separator: ", "),
            ]
        }
        return TextTable(
            [
                "Community", "Stage", "Reviewed", "Due", "Lonely", "Open", "Met", "Added", "Next meeting", "Missing",
            ], rows, numbers: [2, 3, 4, 5, 6, 7]
        ).lines + ["Met and added: in the last twelve months. Lonely: pages to which no other leads."]
    }

    private static func ownerless(_ stewardship: Stewardship, in site: Site) -> [String] {
        let rows = stewardship.communities.filter(\.isWithoutOwner).map { health -> [String] in
            let people = health.askable.map { $0.name(in: site) }.joined(separator: ", ")
            return [site[health.community].metadata.title, people.isEmpty ? "nobody is left" : people]
        }
        return rows.isEmpty ? [] : TextTable(["Without an owner", "Whom to ask"], rows).lines
    }

    private static func due(_ stewardship: Stewardship, in site: Site) -> [String] {
        guard !stewardship.due.isEmpty else { return [] }
        let rows = stewardship.due.map { id -> [String] in
            let page = site[id]
            let owners = page.metadata.owners.map { $0.name(in: site) }.joined(separator: ", ")
            return [
                page.metadata.review.due?.description ?? "", page.source.rawValue, owners.isEmpty ? "nobody" : owners,
            ]
        }
        return TextTable(["Due since", "Page", "Answers for it"], rows).lines
    }

    private static func unoffered(_ stewardship: Stewardship, in site: Site) -> [String] {
        let rows = stewardship.demands.filter { $0.sought > 0 && $0.offered == 0 }.map { demand in
            [demand.topic.label, Privacy.figure(demand.sought).map { String($0) } ?? "fewer than \(Privacy.fewest)"]
        }
        return rows.isEmpty ? [] : TextTable(["Sought and offered by nobody", "By how many"], rows, numbers: [1]).lines
    }
}

package import PraxisModel

/// Every page whose review is due, the longest overdue first: `/stewardship/due.csv`.
///
/// What is published names no person unless the site says that people may be in its data.
package struct DueTable {
    private let rows: [Row]
    private let namesPeople: Bool

    /// - Parameter namesPeople: Whether people are named; as the site says, if nothing is said.
    package init(of site: Site, namesPeople: Bool? = nil) {
        let namesPeople = namesPeople ?? site.settings.people.isInData
        self.namesPeople = namesPeople
        rows = Stewardship(of: site).due.map { Row(of: site[$0], in: site, namesPeople: namesPeople) }
    }

    package var csv: [UInt8] {
        var csv = CSVText()
        let columns = ["page", "kind", "community", "due since", "file", "address"]
        csv.row(namesPeople ? columns + ["who answers"] : columns)
        for row in rows {
            let cells = [row.page, row.kind, row.community ?? "", row.dueSince, row.file, row.address]
            csv.row(cells + (row.whoAnswers.map { [$0.joined(separator: "; ")] } ?? []))
        }
        return csv.bytes
    }

    package var json: [UInt8] { jsonBytes(of: rows) }

    private struct Row: Encodable {
        var page: String
        var kind: String
        var community: String?
        var dueSince: String
        var file: String
        var address: String
        var whoAnswers: [String]?

        init(of page: Page, in site: Site, namesPeople: Bool) {
            self.page = page.metadata.title
            kind = page.kind.rawValue
            community = page.community.map { site[$0].metadata.title }
            dueSince = page.metadata.review.due?.description ?? ""
            file = "\(page.source)"
            address = site.settings.address(of: page.route)
            whoAnswers = namesPeople ? page.metadata.owners.map { $0.name(in: site) } : nil
        }
    }
}

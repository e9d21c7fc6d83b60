internal import FoundationEssentials
package import PraxisModel

/// What has changed in how communities are kept since an earlier report, the `stewardship.json` of another day.
package struct StewardshipChanges: Sendable {
    /// The day of the earlier report, as it has it.
    package let since: String
    /// The figures of the whole site, changed or not.
    package let totals: [Figure]
    /// The communities that have changed: first those that lost their owner, then those that found one, then those that are
    /// new, then the others in the order of the report; those that are gone last.
    package let communities: [Change]
    private let today: String

    /// A number then and now; `nil` where there was or is none.
    package struct Figure: Sendable {
        /// As the data call it: `openQuestions`.
        package let name: String
        package let before: Int?
        package let now: Int?

        var isChanged: Bool { before != now }
    }

    /// How one community has changed.
    package struct Change: Sendable {
        /// Its identifier now; that of the earlier report where it is gone.
        package let id: String
        package let title: String
        package let kind: Kind
        package let ownership: Ownership?
        /// The figures that are not what they were.
        package let figures: [Figure]

        fileprivate var rank: Int {
            switch (kind, ownership) {
            case (.changed, .lost): 0
            case (.changed, .found): 1
            case (.new, _): 2
            case (.changed, nil): 3
            case (.gone, _): 4
            }
        }
    }

    package enum Kind: String, Sendable, Encodable {
        case new, gone, changed
    }

    /// What became of having an owner.
    package enum Ownership: String, Sendable, Encodable {
        case lost, found
    }

    /// - Parameter earlier: The bytes of a `stewardship.json`, or of what `praxis report --format json` printed.
    /// - Returns: `nil` where they are nothing of the kind.
    package init?(since earlier: [UInt8], in site: Site) {
        guard
            let before = try? JSONDecoder().decode(StewardshipData.Document.self, from: Data(earlier)),
            before.version == StewardshipData.version
        else { return nil }
        let now = StewardshipData(of: site).document
        since = before.today
        today = now.today
        totals = Self.figures(before.totals, now.totals)
        let ids = Self.idsNow(in: site)
        var known = Dictionary(
            before.communities.map { (ids[$0.id] ?? $0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var changes = now.communities.compactMap { row in Self.change(known.removeValue(forKey: row.id), row) }
        for row in before.communities where known[ids[row.id] ?? row.id] != nil {
            changes.append(Change(id: row.id, title: row.community, kind: .gone, ownership: nil, figures: []))
        }
        communities = changes.enumerated().sorted { left, right in
            (left.element.rank, left.offset) < (right.element.rank, right.offset)
        }.map(\.element)
    }

    /// The identifiers of communities by those that they had before they were moved.
    private static func idsNow(in site: Site) -> [String: String] {
        var ids: [String: String] = [:]
        for id in site.relations.byKind[.community] ?? [] {
            let page = site[id]
            for alias in page.metadata.aliases {
                let parts = alias.path.split(separator: "/")
                if parts.count == 2, parts[0] == "communities" { ids[String(parts[1])] = page.slug }
            }
        }
        return ids
    }

    private static func change(_ before: StewardshipData.Row?, _ now: StewardshipData.Row) -> Change? {
        guard let before else {
            return Change(id: now.id, title: now.community, kind: .new, ownership: nil, figures: [])
        }
        let figures = figures(before, now).filter(\.isChanged)
        let lacked = before.missing.contains(Role.owner.rawValue)
        let lacks = now.missing.contains(Role.owner.rawValue)
        guard !figures.isEmpty || lacked != lacks else { return nil }
        return Change(
            id: now.id, title: now.community, kind: .changed,
            ownership: lacked == lacks ? nil : lacks ? .lost : .found, figures: figures)
    }

    private static func figures(_ before: StewardshipData.Totals, _ now: StewardshipData.Totals) -> [Figure] {
        func figure(_ name: String, _ value: (StewardshipData.Totals) -> Int?) -> Figure {
            Figure(name: name, before: value(before), now: value(now))
        }
        return [
            figure("communities", \.communities), figure("withoutOwner", \.withoutOwner), figure("pages", \.pages),
            figure("reviewedInTime", \.reviewedInTime), figure("due", \.due),
            figure("openQuestions", \.openQuestions),
            figure("topicsSoughtAndNotOffered", \.topicsSoughtAndNotOffered),
        ]
    }

    private static func figures(_ before: StewardshipData.Row, _ now: StewardshipData.Row) -> [Figure] {
        func figure(_ name: String, _ value: (StewardshipData.Row) -> Int?) -> Figure {
            Figure(name: name, before: value(before), now: value(now))
        }
        return [
            figure("owners", \.owners), figure("moderators", \.moderators), figure("members", \.members),
            figure("pages", \.pages), figure("reviewedInTime", \.reviewedInTime), figure("due", \.due),
            figure("lonely", \.lonely), figure("openQuestions", \.openQuestions),
            figure("meetingsIn12Months", \.meetingsIn12Months), figure("addedIn12Months", \.addedIn12Months),
        ]
    }

    // MARK: Files

    /// A row for each figure that has changed; a community that came or went has one without a figure.
    package var csv: [UInt8] {
        var csv = CSVText()
        csv.row(["community", "id", "what", "before", "now"])
        for figure in totals where figure.isChanged { csv.row(["", ""] + Self.cells(of: figure)) }
        for change in communities {
            let head = [change.title, change.id]
            if change.kind != .changed { csv.row(head + [change.kind.rawValue, "", ""]) }
            if let ownership = change.ownership { csv.row(head + ["owner \(ownership.rawValue)", "", ""]) }
            for figure in change.figures { csv.row(head + Self.cells(of: figure)) }
        }
        return csv.bytes
    }

    private static func cells(of figure: Figure) -> [String] {
        [figure.name, figure.before.map { String($0) } ?? "", figure.now.map { String($0) } ?? ""]
    }

    package var json: [UInt8] {
        jsonBytes(
            of: Document(
                since: since, today: today, totals: Document.figures(totals),
                communities: communities.map { change in
                    Document.Community(
                        id: change.id, community: change.title, change: change.kind, owner: change.ownership,
                        figures: Document.figures(change.figures))
                }))
    }

    private struct Document: Encodable {
        var version = 1
        var since: String
        var today: String
        var totals: [String: Values]
        var communities: [Community]

        struct Values: Encodable {
            var before: Int?
            var now: Int?
        }

        struct Community: Encodable {
            var id: String
            var community: String
            var change: Kind
            var owner: Ownership?
            var figures: [String: Values]
        }

        static func figures(_ figures: [Figure]) -> [String: Values] {
            Dictionary(
                figures.map { ($0.name, Values(before: $0.before, now: $0.now)) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }
}

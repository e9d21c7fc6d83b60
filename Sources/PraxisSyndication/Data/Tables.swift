internal import PraxisModel

/// Every resource as a row of `/library/resources.csv`.
struct ResourceTable {
    let bytes: [UInt8]

    init(of site: Site) {
        var csv = CSVText()
        csv.row(["title", "kind", "community", "topics", "level", "minutes", "issued", "added", "url", "page", "why"])
        for id in site.relations.byKind[.resource] ?? [] {
            let page = site[id]
            guard let resource = page.resource else { continue }
            csv.row([
                page.metadata.title, resource.kind.rawValue, page.community.map { site[$0].metadata.title } ?? "",
                page.metadata.topics.map(\.rawValue).joined(separator: " "), resource.level ?? "",
                resource.minutes.map(String.init) ?? "", resource.issued ?? "", resource.added?.description ?? "",
                resource.url ?? "", site.settings.address(of: page.route),
                resource.why,
            ])
        }
        bytes = csv.bytes
    }
}

/// Every date of every event, from a year back to a year ahead, as a row of `/events/events.csv`.
struct EventTable {
    let bytes: [UInt8]

    init(of site: Site) {
        var csv = CSVText()
        csv.row(["title", "community", "start", "end", "timezone", "place", "cancelled", "page"])
        let first = site.today.advanced(byMonths: -12)
        let rows = (site.relations.byKind[.event] ?? []).flatMap { id -> [(LocalDateTime, [String])] in
            let page = site[id]
            guard let event = page.event else { return [] }
            return event.occurrences(since: first, through: site.today.advanced(byMonths: 12))
                .filter { $0.start.day >= first }
                .map { occurrence in
                    (
                        occurrence.start,
                        [
                            occurrence.title ?? page.metadata.title,
                            page.community.map { site[$0].metadata.title } ?? "", occurrence.start.description,
                            occurrence.end.description, event.timeZone, event.place ?? event.online ?? "",
                            occurrence.isCancelled ? "yes" : "no",
                            site.settings.address(of: page.route),
                        ]
                    )
                }
        }
        for (_, row) in rows.sorted(by: { ($0.0, $0.1[7]) < ($1.0, $1.1[7]) }) { csv.row(row) }
        bytes = csv.bytes
    }
}

internal import PraxisModel

/// One `VEVENT` of a calendar.
struct CalendarEntry {
    var identifier: String
    /// When what it says was last changed, as near as is known.
    var changed: Day
    var title: String
    var start: LocalDateTime
    /// Absent where only the day is known; the entry then lasts the whole day.
    var end: LocalDateTime?
    var timeZone: String
    var recurrence: Recurrence?
    /// Starts on which the series does not take place.
    var exceptions: [LocalDateTime] = []
    /// The start that this entry replaces in its series.
    var replaces: LocalDateTime?
    var place: String?
    var summary: String?
    /// The page about it, where the site has an address.
    var url: String?
    var isCancelled: Bool = false

    /// An event, and one entry more for each day of its series that differs.
    static func entries(of id: PageID, in site: Site) -> [CalendarEntry] {
        let page = site[id]
        guard let event = page.event else { return [] }
        let series = CalendarEntry(
            identifier: identifier(for: page.route, in: site), changed: lastChange(of: page),
            title: page.metadata.title, start: event.start, end: event.end, timeZone: event.timeZone,
            recurrence: event.recurrence,
            exceptions: event.exceptions.sorted().map { LocalDateTime(day: $0, minute: event.start.minute) },
            place: event.place ?? event.online, summary: page.metadata.summary,
            url: site.settings.url.map { $0 + page.route.path.dropFirst() }, isCancelled: event.isCancelled)
        guard event.recurrence != nil else { return [series] }
        let changes = event.changes.sorted { $0.key < $1.key }.map { day, change in
            var entry = series
            entry.recurrence = nil
            entry.exceptions = []
            entry.replaces = LocalDateTime(day: day, minute: event.start.minute)
            entry.start = change.start ?? LocalDateTime(day: day, minute: event.start.minute)
            entry.end = entry.start.advanced(byMinutes: event.minutes)
            entry.title = change.title ?? series.title
            entry.isCancelled = event.isCancelled || change.isCancelled
            return entry
        }
        return [series] + changes
    }

    /// The sessions of a programme on the dates of a cohort, one each cadence from its start.
    static func sessions(of id: PageID, cohort index: Int, in site: Site) -> [CalendarEntry] {
        let page = site[id]
        guard let programme = page.programme, programme.cohorts.indices.contains(index) else { return [] }
        let cohort = programme.cohorts[index]
        let cadence = programme.cadence ?? Period(1, .week)
        return (site.relations.sessions[id] ?? []).enumerated().map { place, session in
            // From the first day each time: a month after the 31st of January and a month after that is the 31st of March.
            let day = place == 0 ? cohort.starts.day : cadence.times(place).after(cohort.starts.day)
            let start = LocalDateTime(day: day, minute: cohort.starts.minute)
            let minutes = site[session].session?.minutes ?? 60
            return CalendarEntry(
                identifier: "cohort-\(index + 1)-" + identifier(for: site[session].route, in: site),
                changed: max(lastChange(of: page), lastChange(of: site[session])),
                title: "\(page.metadata.title): \(site[session].metadata.title)", start: start,
                end: cohort.hasTime ? start.advanced(byMinutes: minutes) : nil, timeZone: cohort.timeZone,
                summary: site[session].session?.goal ?? site[session].metadata.summary,
                url: site.settings.url.map { $0 + site[session].route.path.dropFirst() })
        }
    }

    /// The day on which a page was last changed; where nobody knows, that of its last review, else the first of all days.
    ///
    /// Without a `METHOD`, the stamp of an entry says when the entry itself was last revised (RFC 5545, 3.8.7.2). The
    /// day of the build would tell subscribers every night that all is new, and change every calendar's bytes.
    private static func lastChange(of page: Page) -> Day {
        page.metadata.changed ?? page.metadata.review.reviewed ?? Day(number: 0)
    }

    /// An identifier that stays the same from build to build (RFC 5545, 3.8.4.7).
    private static func identifier(for route: Route, in site: Site) -> String {
        let host = site.settings.url?.split(separator: "/").dropFirst().first.map(String.init) ?? "praxis.invalid"
        return route.path.split(separator: "/").joined(separator: "-") + "@" + host
    }
}

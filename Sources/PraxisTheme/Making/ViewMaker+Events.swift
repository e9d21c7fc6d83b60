import PraxisModel

extension ViewMaker {
    /// An event in a list, by the date that its page begins with.
    func eventRow(_ page: Page, showsCommunity: Bool = true) -> EventRow? {
        guard let event = page.event, let occurrence = shownDate(of: event, page) else { return nil }
        var row = eventRow(page, event, occurrence, showsCommunity: showsCommunity)
        if occurrence.end.day < today {
            row.remains = EventRemains(
                summary: page.metadata.summary, recording: occurrence.recording ?? event.recording,
                notes: (occurrence.notes ?? event.notes).flatMap(notes))
        }
        return row
    }

    /// The date by which readers know an event, on its page and in lists.
    func shownDate(of event: Event, _ page: Page) -> Event.Occurrence? {
        index.next(of: page.original ?? page.id) ?? event.shownDate(on: today)
    }

    /// One date of an event in a list.
    func eventRow(
        _ page: Page, _ event: Event, _ occurrence: Event.Occurrence, showsCommunity: Bool = true
    ) -> EventRow {
        let start = occurrence.start
        return EventRow(
            href: href(page.route), title: occurrence.title ?? page.metadata.title, lang: lang(of: page),
            inLanguage: inLanguage(of: page), day: start.day.day, month: strings.item(.shortMonths, start.day.month),
            year: start.day.year == today.year ? nil : start.day.year, start: moment(start, in: event.timeZone),
            end: otherEnd(of: occurrence, in: event.timeZone), zone: event.timeZone,
            when: strings.when(from: start, to: occurrence.end), date: strings.date(start.day),
            hours: strings.hours(from: start, to: occurrence.end),
            zoneName: isAsAtHome(start, in: event.timeZone) ? nil : zoneName(of: occurrence, in: event.timeZone),
            repeats: event.recurrence.flatMap(repeats),
            place: event.place ?? (event.online == nil ? nil : strings.text(.eventOnline)),
            community: showsCommunity ? page.community.map(link(to:)) : nil, isCancelled: occurrence.isCancelled,
            anchor: "\(page.community.map { "\(site[$0].slug)-" } ?? "")\(page.slug)-\(occurrence.originalDay)")
    }

    /// A moment as ISO 8601 writes it, with the zone's offset.
    func moment(_ time: LocalDateTime, in zone: String) -> String {
        "\(time)\(index.clocks.offsetText(of: zone, at: time))"
    }

    /// The end of a date as a moment, where it is on another day than the start.
    func otherEnd(of occurrence: Event.Occurrence, in zone: String) -> String? {
        occurrence.start.day == occurrence.end.day ? nil : moment(occurrence.end, in: zone)
    }

    /// Whose clock a date goes by, where it has hours.
    func zoneName(of occurrence: Event.Occurrence, in zone: String) -> String? {
        occurrence.start.day == occurrence.end.day ? strings.zone(zone) : nil
    }

    /// Whether the clocks of the site's zone show the same at that moment.
    private func isAsAtHome(_ time: LocalDateTime, in zone: String) -> Bool {
        let home = settings.timeZone
        return zone == home || index.clocks.offset(of: zone, at: time) == index.clocks.offset(of: home, at: time)
    }

    /// How often something takes place, in words; `nil` for rules that words would not make plainer.
    func repeats(_ recurrence: Recurrence) -> String? {
        let key: TextKey =
            switch recurrence.frequency {
            case .daily: .everyDay
            case .weekly: .everyWeek
            case .monthly: .everyMonth
            case .yearly: .everyYear
            }
        return strings.text(key, count: recurrence.interval)
    }

    /// What came out of a date; `nil` where it is a page that is not on the site today.
    func notes(_ notes: LinkOrReference) -> NotesView? {
        if case .link(let title, let url) = notes {
            // An address says nothing to a reader.
            return NotesView(href: url.isEmpty ? nil : url, label: title == url ? strings.text(.eventNotes) : title)
        }
        return link(to: notes).map { NotesView(href: $0.href, label: $0.label, lang: $0.lang) }
    }

    func occurrence(_ occurrence: Event.Occurrence, of event: Event) -> OccurrenceView {
        OccurrenceView(
            start: moment(occurrence.start, in: event.timeZone), end: otherEnd(of: occurrence, in: event.timeZone),
            zone: event.timeZone,
            when: strings.when(from: occurrence.start, to: occurrence.end), title: occurrence.title,
            recording: occurrence.recording, notes: occurrence.notes.flatMap(notes),
            isCancelled: occurrence.isCancelled)
    }
}

extension Event {
    /// How many days ahead the dates of a series are looked at.
    static let horizon = 400
    /// How many dates of a series a list names at the most, of those to come and of those that have been.
    static let longestDateList = 8

    /// The next date, else the last; one that is cancelled only where all of these are.
    func shownDate(on today: Day) -> Occurrence? {
        let coming = occurrences(since: today, through: today.advanced(byDays: Self.horizon))
        if let next = coming.first(where: { !$0.isCancelled }) ?? coming.first { return next }
        let past = latestOccurrences(Self.longestDateList, before: today)
        return past.last { !$0.isCancelled } ?? past.last ?? firstDate
    }

    /// The first date, whether or not the series leaves it out.
    var firstDate: Occurrence? {
        var single = self
        single.recurrence = nil
        single.exceptions = []
        return single.occurrences(since: start.day, through: start.day).first
    }
}

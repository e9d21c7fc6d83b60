import PraxisModel

extension ViewMaker {
    func eventPage(_ page: Page, _ event: Event) -> EventPage? {
        guard let shown = shownDate(of: event, page) else { return nil }
        let coming = event.occurrences(since: today, through: today.advanced(byDays: Event.horizon))
        let past = event.latestOccurrences(Event.longestDateList, before: today)
        // The box above says all of that date, except that it is cancelled.
        func others(_ dates: [Event.Occurrence]) -> [OccurrenceView] {
            let others = dates.filter { $0 != shown || $0.isCancelled }
            return others.prefix(Event.longestDateList).map { occurrence($0, of: event) }
        }
        let (later, earlier) = (others(coming), others(past.reversed()))
        let isSeries = event.recurrence != nil
        // The first date may lie beyond those that are looked at.
        let isPast = shown.end.day < today
        let tookPlace = isPast && !shown.isCancelled && !event.isCancelled
        let folder = site[page.original ?? page.id].route
        return EventPage(
            reading: reading(page, facts: facts(of: event, page)), feeds: feeds(on: page),
            next: NextOccurrence(
                label: strings.text(
                    isSeries ? isPast ? .eventLast : .eventNext : tookPlace ? .eventTook : .eventWhen),
                title: shown.title,
                day: shown.start.day.day, month: strings.item(.shortMonths, shown.start.day.month),
                start: moment(shown.start, in: event.timeZone), end: otherEnd(of: shown, in: event.timeZone),
                zone: event.timeZone,
                when: strings.when(from: shown.start, to: shown.end),
                zoneName: zoneName(of: shown, in: event.timeZone),
                calendar: href(folder.file("calendar.ics"))),
            isPast: isPast, isCancelled: event.isCancelled,
            attend: isPast || event.isCancelled ? nil : attend(event),
            speakers: event.speakers.map { person($0) }, recording: shown.recording ?? event.recording,
            notes: (shown.notes ?? event.notes).flatMap(notes),
            coming: isSeries && !later.isEmpty ? OccurrenceList(items: later) : nil,
            past: isSeries && !earlier.isEmpty ? OccurrenceList(items: earlier) : nil)
    }

    private func attend(_ event: Event) -> LinkView? {
        if let register = event.register { return LinkView(href: register, label: strings.text(.eventRegister)) }
        return event.online.map { LinkView(href: $0, label: strings.text(.eventAttend)) }
    }

    private func facts(of event: Event, _ page: Page) -> [Fact] {
        var facts = [Fact(label: strings.text(.eventHost), people: [person(event.host)])]
        if !event.speakers.isEmpty {
            facts.append(Fact(label: strings.text(.eventSpeakers), people: event.speakers.map { person($0) }))
        }
        func add(_ label: TextKey, _ value: String?, href: String? = nil) {
            if let value { facts.append(Fact(label: strings.text(label), value: value, href: href)) }
        }
        add(.eventPlace, event.place)
        add(.eventOnline, event.online.map(Self.host), href: event.online)
        add(.eventRepeats, event.recurrence.flatMap(repeats))
        add(.eventCapacity, event.capacity.map(strings.number))
        return facts + communityFact(page)
    }

    /// The agenda of the whole site.
    func eventsPage() -> EventsPage {
        var months: [(first: Day, entries: [SiteIndex.AgendaEntry])] = []
        for entry in agenda() {
            let day = max(entry.occurrence.start.day, today)
            let first = day.advanced(byDays: 1 - day.day)
            if months.last?.first == first {
                months[months.count - 1].entries.append(entry)
            } else if let known = months.firstIndex(where: { $0.first == first }) {
                months[known].entries.append(entry)
            } else {
                months.append((first, [entry]))
            }
        }
        months.sort { $0.first < $1.first }
        return EventsPage(
            months: months.map { month($0.first, $0.entries) },
            feeds: [calendar(in: .home, about: settings.title)] + feeds(in: .home, about: settings.title),
            past: index.pastEvents.isEmpty
                ? nil : LinkView(href: href(route(of: .pastEvents)), label: strings.text(.eventsPast)))
    }

    /// Every date of the next weeks; later ones only if they are the first of their event, since a weekly meeting of a year
    /// would hide everything else.
    private func agenda() -> some Sequence<SiteIndex.AgendaEntry> {
        let end = today.advanced(byDays: Self.weeksInFull * 7)
        return index.agenda.lazy.filter { entry in
            entry.occurrence.start.day <= end || index.next(of: entry.page) == entry.occurrence
        }.prefix(Self.longestAgenda)
    }

    /// For how many weeks the agenda has every date.
    private static let weeksInFull = 6
    /// The most dates of the agenda.
    private static let longestAgenda = 300

    private func month(_ first: Day, _ entries: [SiteIndex.AgendaEntry]) -> AgendaMonth {
        let rows = entries.compactMap { entry -> (day: Day, row: EventRow)? in
            let page = page(entry.page)
            return page.event.map { event in
                var row = eventRow(page, event, entry.occurrence)
                // The heading says it.
                row.year = nil
                return (entry.occurrence.start.day, row)
            }
        }
        let byDay = Dictionary(grouping: rows, by: \.day).mapValues { $0.map(\.row) }
        let length = Day.length(ofMonth: first.month, year: first.year)
        let begin = first.advanced(byDays: -first.weekday.index)
        let count = (first.weekday.index + length + 6) / 7
        let weeks = (0..<count).map { week in
            AgendaWeek(
                days: (0..<7).map { day in
                    let day = begin.advanced(byDays: 7 * week + day)
                    guard day.month == first.month else { return AgendaDay(isToday: false) }
                    return agendaDay(day, byDay[day] ?? [])
                })
        }
        return AgendaMonth(
            id: "m\(first.year)-\(padded(first.month, to: 2))", label: strings.month(first),
            weekdays: (1...7).map {
                WeekdayName(name: strings.item(.weekdays, $0), short: strings.item(.shortWeekdays, $0))
            },
            weeks: weeks, events: rows.map(\.row))
    }

    private func agendaDay(_ day: Day, _ rows: [EventRow]) -> AgendaDay {
        guard let first = rows.first else { return AgendaDay(number: day.day, isToday: day == today) }
        return AgendaDay(
            number: day.day, href: "#\(first.anchor)",
            label: "\(strings.shortDate(day)): \(joined(rows.map(\.title)))", isToday: day == today)
    }
}

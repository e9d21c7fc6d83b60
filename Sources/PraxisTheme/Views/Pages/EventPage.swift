/// A meeting, or a series of them.
struct EventPage: View {
    var reading: ReadingHead
    var feeds: [FeedLink]
    var next: NextOccurrence
    var isPast: Bool
    var isCancelled: Bool
    var attend: LinkView?
    var speakers: [PersonLink]
    var recording: String?
    var notes: NotesView?
    var coming: OccurrenceList?
    var past: OccurrenceList?

    static let contract = Contract<EventPage>(
        "EventPage", "A meeting, or a series of them.",
        Field.all(of: { $0.reading }) + [
            .list("feedLinks", "Its calendar.") { $0.feeds },
            .view("next", "Its next date; the last, where none is to come.") { $0.next },
            .flag("over", "Whether no date is to come.") { $0.isPast },
            .flag("cancelled", "Whether it does not take place at all.") { $0.isCancelled },
            .optional("attend", "Where one registers, or joins; missing when it is over or cancelled.") { $0.attend },
            .list("speakers", "Who speaks.") { $0.speakers },
            .optional("recording", "The recording's address.") { $0.recording },
            .optional("notes", "Notes from it.") { $0.notes },
            .flag("hasOtherDates", "Whether it has other dates than the next.") { $0.coming != nil || $0.past != nil },
            .optional("coming", "Of a series: the other dates to come.") { $0.coming },
            .optional("past", "Of a series: the other dates that were, the latest first.") { $0.past },
        ])
}

/// The agenda of the whole site.
struct EventsPage: View {
    var months: [AgendaMonth]
    var feeds: [FeedLink]
    var past: LinkView?

    static let contract = Contract<EventsPage>(
        "EventsPage", "The agenda, month by month.",
        [
            .list("months", "The months in which something happens.") { $0.months },
            .list("feedLinks", "Calendars to subscribe to.") { $0.feeds },
            .optional("past", "Where those are that have been.") { $0.past },
        ])
}

/// A month of the agenda.
struct AgendaMonth: View {
    var id: String
    var label: String
    var weekdays: [WeekdayName]
    var weeks: [AgendaWeek]
    var events: [EventRow]

    static let contract = Contract<AgendaMonth>(
        "AgendaMonth", "A month of the agenda, as a list and as a grid.",
        [
            .text("id", "For its heading's `id`.") { $0.id },
            .text("label", "Its name, with the year.") { $0.label },
            .text("gridCaption", "The caption of the grid.") { $0.label },
            .list("weekdays", "The columns of the grid.") { $0.weekdays },
            .list("weeks", "The rows of the grid.") { $0.weeks },
            .list("events", "What happens, in order.") { $0.events },
        ])
}

/// A column of a month's grid.
struct WeekdayName: View {
    var name: String
    var short: String

    static let contract = Contract<WeekdayName>(
        "WeekdayName", "A day of the week.",
        [.text("name", "Its name.") { $0.name }, .text("short", "Its short name.") { $0.short }])
}

/// A row of a month's grid.
struct AgendaWeek: View {
    var days: [AgendaDay]

    static let contract = Contract<AgendaWeek>(
        "AgendaWeek", "A week of the grid.", [.list("days", "Its days, Monday first.") { $0.days }])
}

/// A cell of a month's grid.
struct AgendaDay: View {
    /// Missing outside the month.
    var number: Int?
    var href: String?
    var label: String?
    var isToday: Bool

    static let contract = Contract<AgendaDay>(
        "AgendaDay", "A day of the grid.",
        [
            .optional("number", "The day of the month; missing outside it.") { $0.number.map(String.init) },
            .optional("href", "The first thing that happens on it.") { $0.href },
            .optional("label", "What happens on it, in words.") { $0.label },
            .flag("today", "Whether the site was built on it.") { $0.isToday },
        ])
}

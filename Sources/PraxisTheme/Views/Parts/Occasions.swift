/// A meeting in a list.
struct EventRow: View {
    var href: String
    var title: String
    var lang: String?
    /// The same for readers.
    var inLanguage: String?
    /// The day of the month and the short name of the month, for a picture of a calendar leaf.
    var day: Int
    var month: String
    /// Missing in the year in which the site was built.
    var year: Int?
    /// With the zone's offset (ISO 8601).
    var start: String
    var end: String?
    var zone: String
    var when: String
    /// The day in full.
    var date: String
    /// The rest of `when`, without that day.
    var hours: String
    var zoneName: String?
    var repeats: String?
    var place: String?
    var community: LinkView?
    var isCancelled: Bool
    /// What remains of a date that has been.
    var remains: EventRemains?
    /// For an `id` in an agenda.
    var anchor: String

    static let contract = Contract<EventRow>(
        "EventRow", "A meeting in a list, or one date of a series.",
        [
            .text("href", "Its page.") { $0.href },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("inLanguage", "The same for readers: in Swedish.") { $0.inLanguage },
            .number("day", "The day of the month.") { $0.day },
            .text("month", "The short name of the month.") { $0.month },
            .optional("year", "The year, where that is not the one in which the site was built.") {
                $0.year.map(String.init)
            },
            .text("start", "For a `datetime` attribute, with the zone's offset.") { $0.start },
            .optional("end", "The same of its end, where that is on another day.") { $0.end },
            .text("zone", "The time zone's name, for a script that shows the reader's own time.") { $0.zone },
            .text("when", "When, in words, by the event's own clock.") { $0.when },
            .text("date", "The day on which it begins, in full.") { $0.date },
            .text("hours", "The same as `when` without that day, for beside a picture of it.") { $0.hours },
            .optional("zoneName", "Whose clock that is, where clocks of the site's own zone differ.") { $0.zoneName },
            .optional("repeats", "How often, in words.") { $0.repeats },
            .optional("place", "Where.") { $0.place },
            .optional("community", "Its community, outside that community's own pages.") { $0.community },
            .flag("cancelled", "Whether it does not take place.") { $0.isCancelled },
            .optional("remains", "What remains of it, where no date is to come.") { $0.remains },
            .text("anchor", "For an `id` in the agenda.") { $0.anchor },
        ])
}

/// What remains of an event when its dates have been.
struct EventRemains: View {
    var summary: String?
    var recording: String?
    var notes: NotesView?

    static let contract = Contract<EventRemains>(
        "EventRemains", "What remains of an event when its dates have been.",
        [
            .optional("summary", "What it was about.") { $0.summary },
            .flag("hasRecords", "Whether there is a recording, or notes.") { $0.recording != nil || $0.notes != nil },
            .optional("recording", "The recording's address.") { $0.recording },
            .optional("notes", "Notes from it.") { $0.notes },
        ])
}

/// One date of an event, on its page.
struct OccurrenceView: View {
    var start: String
    var end: String?
    var zone: String
    var when: String
    var title: String?
    var recording: String?
    var notes: NotesView?
    var isCancelled: Bool

    static let contract = Contract<OccurrenceView>(
        "Occurrence", "One date of a series, on the event's page.",
        [
            .text("start", "For a `datetime` attribute, with the zone's offset.") { $0.start },
            .optional("end", "The same of its end, where that is on another day.") { $0.end },
            .text("zone", "The time zone's name.") { $0.zone },
            .text("when", "When, in words.") { $0.when },
            .optional("title", "What it is about, where that differs.") { $0.title },
            .optional("recording", "The recording's address.") { $0.recording },
            .optional("notes", "Notes from it.") { $0.notes },
            .flag("cancelled", "Whether it does not take place.") { $0.isCancelled },
        ])
}

/// What came out of a date of an event.
struct NotesView: View {
    /// Missing where they are a sentence.
    var href: String?
    var label: String
    var lang: String?

    static let contract = Contract<NotesView>(
        "Notes", "What came out of a date: a page, an address or a sentence.",
        [
            .optional("href", "Where they are; missing where they are a sentence.") { $0.href },
            .text("label", "The title of the page, or the sentence.") { $0.label },
            .optional("lang", "The language of what they lead to, where that is not the page's.") { $0.lang },
        ])
}

/// Dates of an event.
struct OccurrenceList: View {
    var items: [OccurrenceView]

    static let contract = Contract<OccurrenceList>(
        "OccurrenceList", "Dates of an event.", [.list("items", "The dates.") { $0.items }])
}

/// The next date of an event, or the last where none is to come.
struct NextOccurrence: View {
    var label: String
    var title: String?
    var day: Int
    var month: String
    var start: String
    var end: String?
    var zone: String
    var when: String
    var zoneName: String?
    var calendar: String

    static let contract = Contract<NextOccurrence>(
        "NextOccurrence", "The next date of an event; the last, where none is to come.",
        [
            .text("label", "Next, the last time, or that it took place.") { $0.label },
            .optional("title", "What it is called on that date, where that differs.") { $0.title },
            .number("day", "The day of the month.") { $0.day },
            .text("month", "The short name of the month.") { $0.month },
            .text("start", "For a `datetime` attribute, with the zone's offset.") { $0.start },
            .optional("end", "The same of its end, where that is on another day.") { $0.end },
            .text("zone", "The time zone's name.") { $0.zone },
            .text("when", "When, in words.") { $0.when },
            .optional("zoneName", "Whose clock that is, where the date has hours.") { $0.zoneName },
            .text("calendar", "The calendar file of the event.") { $0.calendar },
        ])
}

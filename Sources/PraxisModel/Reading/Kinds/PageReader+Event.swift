internal import PraxisDiagnostics
internal import PraxisYAML

extension PageReader {
    mutating func event() -> (content: Event, title: String?) {
        let title = fields.text("title", "what it is called", .required(example: "Open hour"))
        let start = fields.value(
            "start", as: LocalDateTime.self, "when it starts, by the local clock",
            .required(example: "2026-03-31 17:30"))
        let end = fields.value("end", as: EndTime.self, "when it ends")
        let minutes = fields.value("minutes", as: Minutes.self, "how long it takes, instead of an end")
        let host = person("host", "who runs it", .required(example: "anna-lind"))
        let timeZone = fields.value("timezone", as: TimeZoneName.self, "its time zone, where it is not the site's")
        let place = fields.text("place", "where it is")
        let online = fields.value("online", as: LinkAddress.self, "the address to join at")
        let kind = fields.value("kind", as: EventKind.self, "what sort of meeting it is")
        let repetition = repetition()
        let exceptions = fields.values("except", of: Day.self, "days on which the series does not take place")
        let changes = occurrences()
        let cancelled = fields.value("cancelled", as: Bool.self, "whether it does not take place")
        let register = fields.value("register", as: LinkAddress.self, "where to sign up")
        let capacity = fields.value("capacity", as: Int.self, "for how many people")
        let speakers = people("speakers", "who speaks")
        let recording = fields.value("recording", as: WebAddress.self, "where to see it afterwards")
        let notes = fields.text("notes", "what came out of it: an address, a page or a sentence")

        let begins = start?.value ?? LocalDateTime(day: context.today, minute: 0)
        var ends = begins.advanced(byMinutes: max(1, minutes?.value.count ?? 60))
        if let end { ends = end.value.resolved(after: begins) }
        if let start, let end, ends <= begins {
            report(
                DateRules.endBeforeStart, at: end.range, "the event ends before it starts at \(start.value.clock)",
                advice: "write a time after \(start.value.clock), or a date and a time")
            ends = begins.advanced(byMinutes: 60)
        } else if end != nil, let minutes {
            report(
                DateRules.twoEnds, at: minutes.range,
                "\"end\" and \"minutes\" both say when the event ends, so it ends at \(ends.clock), as \"end\" says",
                advice: ends == begins.advanced(byMinutes: minutes.value.count)
                    ? "take one of the two away" : "take away the one that is wrong")
        }
        if !fields.hasValue("end") {
            fields.miss("minutes", "an event needs \"end\" or \"minutes\": how long it takes", advice: "minutes: 60")
        }
        var recurrence = repetition?.recurrence(from: begins.day)
        if let start {
            if let repetition { settle(&recurrence, of: repetition, from: start.value.day) }
            checkDays(exceptions, changes.map(\.key), of: recurrence, from: start.value.day)
        }
        return (
            Event(
                start: begins, end: ends, timeZone: timeZone?.value.text ?? context.settings.timeZone,
                host: host ?? .name(""), place: place?.value, online: online?.value.text, kind: kind?.value,
                recurrence: recurrence, exceptions: exceptions.map(\.value),
                changes: Dictionary(changes.map { ($0.key.value, $0.change) }, uniquingKeysWith: { _, last in last }),
                isCancelled: cancelled?.value ?? false, register: register?.value.text, capacity: capacity?.value,
                speakers: speakers, recording: recording?.value.text, notes: notes.flatMap { note($0) }),
            title?.value
        )
    }

    /// Notes are an address, a page of the site or a sentence.
    mutating func note(_ text: Located<String>) -> LinkOrReference? {
        if LinkAddress(text: text.value) == nil, !text.value.hasSuffix(".md"), text.value.contains(" ") {
            return .link(title: text.value, url: "")
        }
        return linkOrPage(text)
    }
}

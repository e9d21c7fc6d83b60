internal import PraxisDiagnostics

extension ImportTable {
    /// Whether a text is a calendar (RFC 5545).
    static func isCalendar(_ source: SourceText) -> Bool {
        source.bytes.starts(with: Array("BEGIN:VCALENDAR".utf8))
    }

    /// The events of a calendar, as rows.
    ///
    /// Single dates of a series that differ from the others are no rows; they are left to people.
    ///
    /// - Parameter zone: The zone of events that name none.
    init(calendar source: SourceText, in zone: String) {
        var rows: [Row] = []
        var left: [Finding] = []
        let calendar = CalendarReader(source)
        for (number, event) in calendar.events.enumerated() {
            if let more = event.moreDates {
                left.append(
                    Finding(
                        AuthoringRules.byHand, at: source.location(more),
                        "event \(number + 1): dates besides those of the series are not imported",
                        advice: "make an event of each"))
            }
            if let change = event.change {
                left.append(
                    Finding(
                        AuthoringRules.byHand, at: source.location(change),
                        "event \(number + 1): a date of a series that differs from the others is not imported",
                        advice: "write what differs below occurrences: on the page of the series"))
            } else {
                rows.append(Row(number: number + 1, cells: event.cells(in: calendar.zone, of: zone)))
            }
        }
        let start = SourceRange(line: 1, column: 1, length: "BEGIN:VCALENDAR".utf8.count)
        self.init(
            header: CalendarEvent.columns.map { Cell(text: $0, range: start) }, rows: rows, origin: .calendar)
        leftToPeople = left
    }
}

private struct CalendarReader {
    private(set) var events: [CalendarEvent] = []
    /// What Google and others say of the whole calendar.
    private(set) var zone: String?

    /// Linear in the length of the text.
    init(_ source: SourceText) {
        var event: CalendarEvent?
        // What an event has inside it, an alarm for example, has properties of the same names.
        var depth = 0
        for line in ContentLine.all(of: source) {
            switch (line.name, line.value.uppercased()) {
            case ("BEGIN", "VEVENT"): (event, depth) = (CalendarEvent(at: line.range), 0)
            case ("END", "VEVENT"):
                if let event { events.append(event) }
                event = nil
            case ("BEGIN", _): depth += 1
            case ("END", _): depth -= 1
            case ("X-WR-TIMEZONE", _): zone = CalendarTime.zoneName(of: line.value)
            default: if depth == 0 { event?.read(line) }
            }
        }
    }
}

internal import PraxisDiagnostics

extension ImportTable {
    /// Whether a text is a calendar (RFC 5545).
    static func isCalendar(_ source: SourceText) -> Bool {
        source.bytes.starts(with: Array("BEGIN:VCALENDAR".utf8))
    }

    /// The events of a calendar, as rows.
    ///
    /// Single dates of a series that differ from the others are no rows; they are left to people.
    init(calendar source: SourceText) {
        var rows: [Row] = []
        var left: [Finding] = []
        for (number, event) in CalendarReader(source).events.enumerated() {
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
                rows.append(Row(number: number + 1, cells: event.cells))
            }
        }
        let start = SourceRange(line: 1, column: 1, length: "BEGIN:VCALENDAR".utf8.count)
        self.init(
            header: CalendarEvent.columns.map { Cell(text: $0, range: start) }, rows: rows, origin: .calendar)
        leftToPeople = left
    }
}

/// A VEVENT.
private struct CalendarEvent {
    /// By name of the property, its value as a cell.
    private var values: [String: ImportTable.Cell] = [:]
    /// Where it says that it is one date of a series.
    private(set) var change: SourceRange?
    /// Where it names dates that no rule gives.
    private(set) var moreDates: SourceRange?
    private let range: SourceRange
    private var endZone: String?

    /// What rows have, as fields of an event.
    static let columns = [
        "title", "start", "end", "minutes", "timezone", "place", "online", "repeat.rrule", "except", "cancelled",
        "text",
    ]

    init(at range: SourceRange) { self.range = range }

    var cells: [ImportTable.Cell] {
        // An end in another zone, of a flight for example, would be read as of the first.
        let isEndElsewhere = values["end"] != nil && endZone != values["timezone"]?.text
        return Self.columns.map { column in
            let isLeftOut = column == "end" && isEndElsewhere
            return values[column].flatMap { isLeftOut ? nil : $0 } ?? ImportTable.Cell(text: "", range: range)
        }
    }

    mutating func read(_ line: ContentLine) {
        func set(_ column: String, _ text: String?) {
            guard let text, !text.isEmpty else { return }
            values[column] = ImportTable.Cell(text: text, range: line.range)
        }
        switch line.name {
        case "SUMMARY": set("title", line.text)
        case "DESCRIPTION": set("text", line.text)
        case "DTSTART":
            set("start", line.times.first)
            set("timezone", line.timeZone)
        case "DTEND":
            set("end", line.times.first)
            endZone = line.timeZone
        case "DURATION": set("minutes", line.minutes.map(String.init))
        case "LOCATION": set(line.text.hasPrefix("https://") ? "online" : "place", line.text)
        case "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL": set("online", line.text)
        case "RRULE": set("repeat.rrule", line.value)
        case "EXDATE":
            let days = line.times.map { String($0.prefix { $0 != " " }) }
            set("except", ([values["except"]?.text].compactMap { $0 } + days).joined(separator: "; "))
        case "STATUS": set("cancelled", line.value.uppercased() == "CANCELLED" ? "true" : nil)
        case "RECURRENCE-ID": change = line.range
        case "RDATE": moreDates = line.range
        default: break
        }
    }
}

/// A line of a calendar, put together again where it was folded.
private struct ContentLine {
    let name: String
    /// By name in capitals.
    private var parameters: [String: String] = [:]
    let value: String
    let range: SourceRange

    init?(_ line: String, at range: SourceRange) {
        self.range = range
        var parts: [Substring] = []
        var start = line.startIndex
        var isQuoted = false
        var end: String.Index?
        for index in line.indices {
            if line[index] == "\"" { isQuoted.toggle() }
            guard !isQuoted, line[index] == ";" || line[index] == ":" else { continue }
            parts.append(line[start..<index])
            start = line.index(after: index)
            if line[index] == ":" {
                end = start
                break
            }
        }
        guard let end, let name = parts.first else { return nil }
        self.name = name.uppercased()
        for part in parts.dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            parameters[sides[0].uppercased()] = String(sides[1].filter { $0 != "\"" })
        }
        value = String(line[end...])
    }

    /// The value as a text: its escapes undone (RFC 5545, 3.3.11).
    var text: String {
        var text = ""
        var isEscaped = false
        for character in value {
            if isEscaped {
                text.append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text.drop(while: \.isWhitespace))
    }

    /// Dates and times as front matter has them; what is neither stays as it is.
    var times: [String] {
        value.split(separator: ",").map { time in
            guard let match = time.wholeMatch(of: /(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}Z?)?/) else {
                return String(time)
            }
            let day = "\(match.1)-\(match.2)-\(match.3)"
            return match.4.flatMap { hour in match.5.map { "\(day) \(hour):\($0)" } } ?? day
        }
    }

    /// The time zone of a date and time, by the name that the world knows it by.
    var timeZone: String? {
        if value.hasSuffix("Z") { return "UTC" }
        return parameters["TZID"].map { Self.zonesOfWindows[$0] ?? $0 }
    }

    /// The minutes of a duration (RFC 5545, 3.3.6).
    var minutes: Int? {
        guard
            let match = value.wholeMatch(
                of: /\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d+S)?)?/)
        else { return nil }
        func count(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        return ((count(match.1) * 7 + count(match.2)) * 24 + count(match.3)) * 60 + count(match.4)
    }

    /// What Windows, and so Outlook, calls some zones (Unicode CLDR, windowsZones).
    private static let zonesOfWindows = [
        "W. Europe Standard Time": "Europe/Berlin", "Central Europe Standard Time": "Europe/Budapest",
        "Central European Standard Time": "Europe/Warsaw", "Romance Standard Time": "Europe/Paris",
        "GMT Standard Time": "Europe/London", "Greenwich Standard Time": "Atlantic/Reykjavik",
        "FLE Standard Time": "Europe/Helsinki", "GTB Standard Time": "Europe/Bucharest",
        "Russian Standard Time": "Europe/Moscow", "Turkey Standard Time": "Europe/Istanbul",
        "Eastern Standard Time": "America/New_York", "Central Standard Time": "America/Chicago",
        "Mountain Standard Time": "America/Denver", "Pacific Standard Time": "America/Los_Angeles",
        "Atlantic Standard Time": "America/Halifax", "E. South America Standard Time": "America/Sao_Paulo",
        "India Standard Time": "Asia/Kolkata", "China Standard Time": "Asia/Shanghai",
        "Tokyo Standard Time": "Asia/Tokyo", "Korea Standard Time": "Asia/Seoul",
        "Singapore Standard Time": "Asia/Singapore", "Arabian Standard Time": "Asia/Dubai",
        "Israel Standard Time": "Asia/Jerusalem", "South Africa Standard Time": "Africa/Johannesburg",
        "E. Africa Standard Time": "Africa/Nairobi", "AUS Eastern Standard Time": "Australia/Sydney",
        "New Zealand Standard Time": "Pacific/Auckland",
    ]
}

private struct CalendarReader {
    private(set) var events: [CalendarEvent] = []

    /// Linear in the length of the text.
    init(_ source: SourceText) {
        var event: CalendarEvent?
        // What an event has inside it, an alarm for example, has properties of the same names.
        var depth = 0
        for line in Self.lines(of: source) {
            switch (line.name, line.value.uppercased()) {
            case ("BEGIN", "VEVENT"): (event, depth) = (CalendarEvent(at: line.range), 0)
            case ("END", "VEVENT"):
                if let event { events.append(event) }
                event = nil
            case ("BEGIN", _): depth += 1
            case ("END", _): depth -= 1
            default: if depth == 0 { event?.read(line) }
            }
        }
    }

    /// The lines with what was folded put together; a range is that of the first line.
    private static func lines(of source: SourceText) -> [ContentLine] {
        var lines: [ContentLine] = []
        var number = 1
        while let first = source.bytes(ofLine: number) {
            var bytes = Array(first)
            let range = SourceRange(line: number, column: 1, length: bytes.count)
            number += 1
            while let next = source.bytes(ofLine: number), let blank = next.first, blank == 0x20 || blank == 0x09 {
                bytes += next.dropFirst()
                number += 1
            }
            if let line = ContentLine(String(decoding: bytes, as: UTF8.self), at: range) { lines.append(line) }
        }
        return lines
    }
}

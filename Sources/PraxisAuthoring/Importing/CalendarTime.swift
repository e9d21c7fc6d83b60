internal import PraxisModel

/// A day of a calendar, or a time of it by some clock (RFC 5545, 3.3.4 and 3.3.5).
enum CalendarTime: Equatable {
    case day(Day)
    /// `nil` as zone is that of whoever looks.
    case time(LocalDateTime, zone: String?)
    /// What is neither, as it is written.
    case unknown(String)

    init(_ text: Substring, zone: String?) {
        guard let match = text.wholeMatch(of: /(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?/),
            let day = Day("\(match.1)-\(match.2)-\(match.3)")
        else {
            self = .unknown(String(text))
            return
        }
        guard let hour = match.4, let minute = match.5 else {
            self = .day(day)
            return
        }
        self =
            LocalDateTime("\(day) \(hour):\(minute)").map { .time($0, zone: match.6 == "Z" ? "UTC" : zone) }
            ?? .unknown(String(text))
    }

    /// The same moment by the clock of another zone; `nil` where one of the clocks is not known.
    func moved(to zone: String?) -> CalendarTime? {
        guard case .time(let time, let own) = self, own != zone, let own else { return self }
        guard let clock = ZoneClock(own), let other = zone.flatMap({ ZoneClock($0) }) else { return nil }
        return .time(other.time(when: time, by: clock), zone: zone)
    }

    /// The day on which it is.
    var day: String {
        switch self {
        case .day(let day): day.description
        case .time(let time, _): time.day.description
        case .unknown(let text): text
        }
    }

    /// As front matter has it.
    var text: String {
        switch self {
        case .day, .unknown: day
        case .time(let time, _): "\(time.day) \(time.clock)"
        }
    }

    /// The name that the world knows a zone by: Windows, and so Outlook, has its own (Unicode CLDR, windowsZones).
    static func zoneName(of name: String) -> String { zonesOfWindows[name] ?? name }

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

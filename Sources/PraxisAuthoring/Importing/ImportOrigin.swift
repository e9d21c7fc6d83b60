/// Where a table that is to be imported is from, and what its makers call things there.
package enum ImportOrigin: Sendable {
    case spreadsheet
    case calendar

    /// What a row is.
    package var row: String {
        switch self {
        case .spreadsheet: "row"
        case .calendar: "event"
        }
    }

    /// What the whole is.
    package var whole: String {
        switch self {
        case .spreadsheet: "table"
        case .calendar: "calendar"
        }
    }
}

/// A text that the program itself puts into pages; every theme has it.
enum TextKey: String, CaseIterable, Sendable {
    case numberGroup = "number.group"

    /// The places that the program fills in it.
    var places: Set<String> { [] }

    /// Every key that a theme must have.
    static var required: [String] { allCases.map(\.rawValue) }

    /// Words for the members of a vocabulary, each a text of its own: `circle.team`.
    enum Family: String, CaseIterable, Sendable {
        case circle

        /// How a member's key is written: `how-to`, `work-in-progress`.
        static func key(of member: String) -> String { member.replacing(" ", with: "-") }
    }

    /// Texts in an order, each by its number from 1: `date.months.1`.
    enum List: String, CaseIterable, Sendable {
        case months = "date.months"
        case shortMonths = "date.shortMonths"
        case weekdays = "date.weekdays"
        case shortWeekdays = "date.shortWeekdays"

        var count: Int {
            switch self {
            case .months, .shortMonths: 12
            case .weekdays, .shortWeekdays: 7
            }
        }
    }
}

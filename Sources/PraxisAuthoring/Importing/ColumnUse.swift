/// What became of a column of a table that is imported.
package struct ColumnUse: Equatable, Sendable {
    /// Its name in the table.
    package let header: String
    package let outcome: Outcome

    package enum Outcome: Equatable, Sendable {
        /// It fills a field, within others behind points: `contact.email`. `id` names the file, `text` is the page's text.
        case field(String)
        /// Somebody has said that it is left out.
        case leftOut
        /// No row has anything in it.
        case empty
        /// It fits no field, which is found.
        case unknown
    }

    /// Whether the column is called as its field is, so that nobody had to guess.
    package var isNamedForField: Bool {
        if case .field(let name) = outcome { ImportColumns.areSame(header, name) } else { false }
    }
}

extension ImportColumns.Content {
    /// What it fills, as authors would name it in an option.
    var name: String {
        switch self {
        case .field(let key, let inner): inner.map { "\(key).\($0)" } ?? key
        case .identifier: "id"
        case .community: "community"
        case .time: "time"
        case .givenName: "given name"
        case .familyName: "family name"
        case .text: "text"
        }
    }
}

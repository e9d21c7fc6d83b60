import PraxisModel

/// What the pages of a part have in common, and those of the part beside it have not.
///
/// Each is a thing that a page keeps while others come and go, so that addresses that are made of it stay.
enum PartKey: Hashable, Comparable, Sendable, Encodable {
    /// The kind of resource, post, guide and so on.
    case kind(String)
    case pageKind(PageKind)
    /// The year and the month of its day.
    case year(Int), month(Int)
    /// It has no day.
    case undated
    /// A letter of its title.
    case letter(Alphabet.Letter)

    /// What stands for it in addresses.
    var slug: String {
        switch self {
        case .kind(let word): TextKey.Family.key(of: word)
        case .pageKind(let kind): kind.rawValue
        case .year(let year): String(year)
        case .month(let month): month < 10 ? "0\(month)" : String(month)
        case .undated: "undated"
        case .letter(let letter): letter.slug
        }
    }

    /// The newest first, letters in their order, kinds as lists have them elsewhere; what has no day is last.
    static func < (left: PartKey, right: PartKey) -> Bool {
        switch (left, right) {
        case (.kind(let left), .kind(let right)): (rank(left), left) < (rank(right), right)
        case (.pageKind(let left), .pageKind(let right)): rank(left) < rank(right)
        case (.year(let left), .year(let right)), (.month(let left), .month(let right)): left > right
        case (.letter(let left), .letter(let right)): left < right
        default: right == .undated && left != .undated
        }
    }

    private static let words = TextKey.Family.kind.members

    private static func rank(_ word: String) -> Int {
        words.firstIndex(of: TextKey.Family.key(of: word)) ?? words.count
    }

    private static func rank(_ kind: PageKind) -> Int { PageKind.allCases.firstIndex(of: kind) ?? 0 }
}

/// By what pages are parted.
enum PartLevel: Hashable, Sendable {
    case kind, pageKind, year, month
    /// By the first letter of titles, the second and so on, counted from zero.
    case letter(Int)

    /// By letters, as far as it goes.
    static let letters: [PartLevel] = [.letter(0), .letter(1), .letter(2)]
}

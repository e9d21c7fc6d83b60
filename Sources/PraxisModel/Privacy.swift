/// Keeps figures about people from saying something about one of them.
package enum Privacy {
    /// The fewest people that a figure is shown about.
    package static let fewest = 5

    /// A number of people, where it is large enough to be shown.
    package static func figure(_ count: Int?) -> Int? {
        count.flatMap { $0 >= fewest ? $0 : nil }
    }

    /// A number of people that may be drawn and put in order: those that are too small to be shown look alike.
    package static func rough(_ count: Int) -> Int {
        count == 0 ? 0 : max(count, fewest - 1)
    }
}

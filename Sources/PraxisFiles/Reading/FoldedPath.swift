/// A path as a system sees it that takes no notice of case or of the form in which a letter is written.
///
/// Two names with equal folded paths cannot both exist on such a system. Equality of strings takes no notice of
/// Unicode forms already, so case is all that is folded here.
struct FoldedPath: Hashable {
    private let text: String

    init(_ path: String) {
        let isFolded = path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
        text = isFolded ? path : path.lowercased()
    }
}

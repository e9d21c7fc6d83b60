/// The order of titles in an index from A to Z, the same on every machine.
///
/// Letters with marks stand with the letter that they are made of, except where a language counts them as letters of
/// their own, after Z.
struct Alphabet: Sendable {
    /// Where a title stands.
    struct Key: Comparable {
        /// The heading under which it stands: a capital letter, or `#` for what begins with none.
        let letter: String
        private let group: Int
        private let text: String

        fileprivate init(letter: String, group: Int, text: String) {
            self.letter = letter
            self.group = group
            self.text = text
        }

        static func < (left: Key, right: Key) -> Bool {
            if left.group != right.group { return left.group < right.group }
            return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
        }
    }

    /// Letters after Z, in their order.
    private let extra: [Character]

    init(language: String) {
        extra =
            switch language.prefix(while: { $0 != "-" }) {
            case "sv", "fi": ["å", "ä", "ö"]
            case "da", "nb", "nn", "no": ["æ", "ø", "å"]
            case "is": ["þ", "æ", "ö"]
            case "et": ["õ", "ä", "ö", "ü"]
            default: []
            }
    }

    /// Where a title stands. Linear in its length.
    func key(of title: String) -> Key {
        let shown = title.lowercased().drop { !$0.isLetter && !$0.isNumber }
        // Letters of their own sort after z: `{` and what follows it are the bytes after it.
        let folded = String(String.UnicodeScalarView(shown.flatMap { fold($0).unicodeScalars }))
        guard let first = shown.first, first.isLetter else { return Key(letter: "#", group: 0, text: folded) }
        if let place = extra.firstIndex(of: first) {
            return Key(letter: first.uppercased(), group: 1000 + place, text: folded)
        }
        let base = fold(first)
        guard let scalar = base.unicodeScalars.first else { return Key(letter: "#", group: 0, text: folded) }
        return Key(letter: String(base.prefix(1)).uppercased(), group: min(Int(scalar.value), 999), text: folded)
    }

    private func fold(_ character: Character) -> String {
        if let place = extra.firstIndex(of: character), let scalar = Unicode.Scalar(0x7B + place) {
            return String(Character(scalar))
        }
        if let base = Self.bases[character] { return base }
        return String(character)
    }

    /// Letters with marks, each with what it is made of.
    private static let bases: [Character: String] = {
        let families: [(String, String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
            ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏő"),
            ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
            ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
        ]
        return Dictionary(
            families.flatMap { base, letters in letters.map { ($0, base) } }, uniquingKeysWith: { first, _ in first })
    }()
}

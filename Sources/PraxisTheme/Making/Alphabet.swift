/// The order of titles in an index from A to Z, the same on every machine.
///
/// Letters with marks stand with the letter that they are made of, except where a language counts them as letters of
/// their own, after Z.
struct Alphabet: Sendable {
    /// A heading under which titles stand.
    struct Letter: Comparable, Hashable, Sendable, Encodable {
        /// A capital letter, or `#` for what begins with none.
        let text: String
        fileprivate let group: Int

        static func < (left: Letter, right: Letter) -> Bool { (left.group, left.text) < (right.group, right.text) }

        /// What stands for it in addresses: `b`, `0` for `#`, and for a letter that not every system has in names of files
        /// the numbers of its characters: `e5`.
        var slug: String {
            if text == "#" { return "0" }
            let letter = text.lowercased()
            return letter.utf8.allSatisfy { $0 < 0x80 }
                ? letter : letter.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
        }
    }

    /// Where a title stands.
    struct Key: Comparable {
        let letter: Letter
        private let text: String

        fileprivate init(letter: Letter, text: String) {
            self.letter = letter
            self.text = text
        }

        static func < (left: Key, right: Key) -> Bool {
            if left.letter.group != right.letter.group { return left.letter.group < right.letter.group }
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
        if title.utf8.allSatisfy({ $0 < 0x80 }) {
            let shown = title.lowercased().utf8.drop { !Self.isPlain($0) }
            return Key(letter: letter(of: title), text: String(decoding: shown, as: UTF8.self))
        }
        let shown = title.lowercased().drop { !$0.isLetter && !$0.isNumber }
        // Letters of their own sort after z: `{` and what follows it are the bytes after it.
        let folded = String(String.UnicodeScalarView(shown.flatMap { fold($0).unicodeScalars }))
        return Key(letter: letter(shown.first), text: folded)
    }

    /// The letter under which a title stands. It takes no longer for a long one.
    func letter(of title: String) -> Letter {
        Self.plainLetter(of: title) ?? letter(title.first { $0.isLetter || $0.isNumber }?.lowercased().first)
    }

    /// The letter at a place of a title, counted from zero, of its letters and digits alone; `#` where there is none.
    func letter(_ place: Int, of title: String) -> Letter {
        if place == 0 { return letter(of: title) }
        let shown = title.lazy.filter { $0.isLetter || $0.isNumber }
        return letter(shown.dropFirst(place).first?.lowercased().first)
    }

    /// Whether a character of ASCII is a small letter or a digit.
    private static func isPlain(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    /// The letter of a title that begins with two characters of ASCII, the first a letter: nearly all do.
    private static func plainLetter(of title: String) -> Letter? {
        var bytes = title.utf8.makeIterator()
        guard let first = bytes.next(), let second = bytes.next(), second < 0x80 else { return nil }
        let capital = first & ~0x20
        guard UInt8(ascii: "A")...UInt8(ascii: "Z") ~= capital else { return nil }
        return Letter(text: String(UnicodeScalar(capital)), group: Int(capital | 0x20))
    }

    /// The letter for a title that begins so.
    private func letter(_ first: Character?) -> Letter {
        guard let first, first.isLetter else { return Letter(text: "#", group: 0) }
        if let place = extra.firstIndex(of: first) { return Letter(text: first.uppercased(), group: 1000 + place) }
        let text = fold(first).prefix(1).uppercased()
        // By the capital: small letters that share one, as σ and ς do, are one letter with one address.
        guard let scalar = text.lowercased().unicodeScalars.first else { return Letter(text: "#", group: 0) }
        return Letter(text: text, group: min(Int(scalar.value), 999))
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

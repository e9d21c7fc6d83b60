/// Splits UTF-8 text into words, folded to small letters in composed form. Linear in the text's length.
///
/// A word is a run of letters, digits and marks; of a script written without spaces, every two neighbours. A soft hyphen
/// is passed over. A word of more than `longest` characters (an address, a key) is none. The client's `wordsOf` does the same.
struct WordScanner {
    /// The text, with small letters for the capitals of ASCII.
    let text: [UInt8]
    /// Where the present word stands in the text, in bytes.
    private(set) var range = 0..<0

    /// The present word, if it is not as it stands in `text`.
    private var folded: [UInt8] = []
    private var isFolded = false
    private var position = 0
    private var isInsideIdeographs = false
    private let table: CharacterTable

    /// The characters that a word may have.
    static let longest = 40

    init(_ text: consuming [UInt8], table: CharacterTable = .generated) {
        text.withUnsafeMutableBufferPointer { text in
            for index in text.indices where 0x41...0x5A ~= text[index] { text[index] |= 0x20 }
        }
        self.text = text
        self.table = table
    }

    /// The present word.
    var word: [UInt8] { withWord(Array.init) }

    /// Lends the bytes of the present word.
    @inline(__always)
    func withWord<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if isFolded { return folded.withUnsafeBufferPointer(body) }
        return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Goes to the next word; `false` at the end of the text.
    mutating func next() -> Bool {
        while position < text.count {
            let byte = text[position]
            if byte < 0x80 {
                if Self.isWordByte(byte) {
                    if scanLetters() { return true }
                } else {
                    position += 1
                }
                continue
            }
            let (code, length) = decode(at: position)
            switch table.kind(of: code) {
            case .separator: position += length
            case .letter: if scanLetters() { return true }
            case .ideograph: if scanIdeographs(code, length) { return true }
            }
        }
        return false
    }

    /// All words of a text.
    static func words(of text: String, table: CharacterTable = .generated) -> [[UInt8]] {
        var scanner = WordScanner(Array(text.utf8), table: table)
        var words: [[UInt8]] = []
        while scanner.next() { words.append(scanner.word) }
        return words
    }

    /// Takes the run of letters here; `false` if it is too long for a word.
    private mutating func scanLetters() -> Bool {
        let start = position
        position = asciiEnd()
        if position == text.count || text[position] < 0x80 {
            range = start..<position
            isFolded = false
            return range.count <= Self.longest
        }
        return scanFolding(from: start)
    }

    /// Goes on with a run of letters that has more than letters and digits of ASCII.
    private mutating func scanFolding(from start: Int) -> Bool {
        var count = position - start
        var hasMarks = false
        isFolded = true
        folded.removeAll(keepingCapacity: true)
        folded += text[start..<position]
        while position < text.count {
            let end = asciiEnd()
            if end > position {
                folded += text[position..<end]
                count += end - position
                position = end
                continue
            }
            guard text[position] >= 0x80 else { break }
            let (code, length) = decode(at: position)
            if code != Self.softHyphen {
                guard table.kind(of: code) == .letter else { break }
                if 0x300 <= code { hasMarks = hasMarks || 0x300...0x36F ~= code || code >= 0x530 }
                appendFolded(code)
                count += 1
            }
            position += length
        }
        if hasMarks { count = compose() }
        range = start..<position
        return count <= Self.longest
    }

    /// Where letters and digits of ASCII end that begin here.
    private func asciiEnd() -> Int {
        text.withUnsafeBufferPointer { text in
            var end = position
            while end < text.count, Self.isWordByte(text[end]) { end += 1 }
            return end
        }
    }

    /// Whether a byte is a letter or digit of ASCII.
    @inline(__always)
    private static func isWordByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

    /// Takes two neighbours, or one that stands alone; `false` after the last of a run.
    private mutating func scanIdeographs(_ code: UInt32, _ length: Int) -> Bool {
        let start = position
        position += length
        isFolded = false
        range = start..<position
        if position < text.count, text[position] >= 0x80 {
            let (next, nextLength) = decode(at: position)
            if table.kind(of: next) == .ideograph {
                range = start..<position + nextLength
                isInsideIdeographs = true
                return true
            }
        }
        defer { isInsideIdeographs = false }
        return !isInsideIdeographs
    }

    /// Writes a character's small form; of the wide letters and digits of East Asian fonts, the usual ones.
    private mutating func appendFolded(_ code: UInt32) {
        // Of letters and digits of ASCII, this bit tells capitals from small letters and stands in all others.
        if Self.wide.contains(code) { return folded.append(UInt8(code - Self.wideOffset) | 0x20) }
        if code < 0x600, case let small = Self.small[Int(code)], small != 0 {
            if small < 0x800 {
                folded.append(UInt8(0xC0 | small >> 6))
                folded.append(UInt8(0x80 | small & 0x3F))
                return
            }
        }
        guard let scalar = Unicode.Scalar(code) else { return }
        folded += Array(scalar.properties.lowercaseMapping.utf8)
    }

    /// Joins letters with the marks that follow them, as Unicode's composed form does; gives the number of characters.
    private mutating func compose() -> Int {
        var scalars = String.UnicodeScalarView()
        for character in String(decoding: folded, as: UTF8.self) {
            if character.unicodeScalars.count > 1, let composed = Self.composed[character] {
                scalars.append(composed)
            } else {
                scalars.append(contentsOf: character.unicodeScalars)
            }
        }
        folded = Array(String(scalars).utf8)
        return scalars.count
    }

    /// The character at a place, and its bytes; what is not UTF-8 counts as a separator of one byte.
    private func decode(at index: Int) -> (code: UInt32, length: Int) {
        let first = text[index]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, first < 0xF5, index + length <= text.count else { return (0x20, 1) }
        var code = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { code = code << 6 | UInt32(text[index + offset] & 0x3F) }
        return (code, length)
    }

    private static let softHyphen: UInt32 = 0xAD
    /// The characters of ASCII as wide as ideographs (Unicode's Halfwidth and Fullwidth Forms), and how far they are from these.
    private static let wide: ClosedRange<UInt32> = 0xFF01...0xFF5E
    private static let wideOffset: UInt32 = 0xFEE0

    /// By code point: the small letter between U+0080 and U+07FF, or 0 where it is something else.
    private static let small: [UInt32] = (0..<0x600).map { code in
        guard code >= 0x80, let scalar = Unicode.Scalar(UInt32(code)) else { return 0 }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        guard mapped.count == 1, let first = mapped.first, 0x80..<0x800 ~= first.value else { return 0 }
        return first.value
    }

    /// Composed characters by themselves: a dictionary finds them by any canonically equivalent text.
    private static let composed: [Character: Unicode.Scalar] = Dictionary(
        (UInt32(0xC0)..<0x2000).lazy.compactMap(Unicode.Scalar.init).filter {
            $0.properties.canonicalCombiningClass == .notReordered
        }.map { (Character($0), $0) },
        uniquingKeysWith: { first, _ in first })
}

/// Which characters make words, the same for the index, the command line and the browser.
///
/// It is written into every index's manifest, so that whoever answers a query splits words as the index was built.
struct CharacterTable: Sendable {
    /// What a character does to a word.
    enum Class: UInt8, Sendable {
        case separator, letter
        /// Of a script that is written without spaces: every two neighbours are a word.
        case ideograph
    }

    /// By code point, below U+10000.
    private let classes: [Class]
    private let separatorsAbove: [ClosedRange<UInt32>]
    private let ideographsAbove: [ClosedRange<UInt32>]
    /// Small accented Latin letters, and the letters that they stand on.
    private let bases: [UInt32: [UInt8]]

    /// The table that indexes are built with.
    static let generated = CharacterTable(separators: separators, ideographs: ideographs, accented: accented)

    /// Reads the three texts of a manifest.
    init(separators: String, ideographs: String, accented: String) {
        var classes = [Class](repeating: .letter, count: 0x10000)
        let separators = Self.ranges(separators)
        let ideographs = Self.ranges(ideographs)
        for (ranges, value) in [(separators, Class.separator), (ideographs, .ideograph)] {
            for range in ranges where range.lowerBound < 0x10000 {
                for code in range.lowerBound...min(range.upperBound, 0xFFFF) { classes[Int(code)] = value }
            }
        }
        self.classes = classes
        separatorsAbove = separators.filter { $0.upperBound >= 0x10000 }
        ideographsAbove = ideographs.filter { $0.upperBound >= 0x10000 }
        var bases: [UInt32: [UInt8]] = [:]
        for group in accented.split(separator: " ") {
            let parts = group.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            for letter in parts[1].unicodeScalars { bases[letter.value] = Array(parts[0].utf8) }
        }
        self.bases = bases
    }

    /// What a character does. Logarithmic in the number of ranges above U+FFFF, constant below.
    func kind(of code: UInt32) -> Class {
        if code < 0x10000 { return classes[Int(code)] }
        if separatorsAbove.contains(where: { $0.contains(code) }) { return .separator }
        return ideographsAbove.contains { $0.contains(code) } ? .ideograph : .letter
    }

    /// A folded word without its accents: `résumé` gives `resume`; `nil` where it has none.
    func withoutAccents(_ word: [UInt8]) -> [UInt8]? {
        guard word.contains(where: { $0 >= 0x80 }) else { return nil }
        var plain: [UInt8] = []
        var changed = false
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            if let base = bases[scalar.value] {
                plain += base
                changed = true
            } else {
                plain += Array(String(scalar).utf8)
            }
        }
        return changed ? plain : nil
    }

    /// Ranges as the generated table writes them: `5` is five after the end of the range before, `5+3` and three more.
    private static func ranges(_ text: String) -> [ClosedRange<UInt32>] {
        var end: UInt32 = 0
        return text.split(separator: " ").compactMap { part in
            let numbers = part.split(separator: "+").map { UInt32($0, radix: 16) ?? 0 }
            guard let offset = numbers.first else { return nil }
            let (start, overflow) = end.addingReportingOverflow(offset)
            let (last, overflowAgain) = start.addingReportingOverflow(numbers.count > 1 ? numbers[1] : 0)
            guard !overflow, !overflowAgain, last <= 0x10FFFF else { return nil }
            end = last
            return start...last
        }
    }
}

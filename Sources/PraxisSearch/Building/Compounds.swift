/// The parts of words that are written together: `server` in the Swedish `fjärrserver`.
///
/// Only words of the site itself are parts, so no dictionary is needed. The head, with which a compound ends, must be one;
/// what stands before it should be, with or without a linking sound, and may be unknown before a long head.
struct Compounds {
    private let partsOfNumber: [[Int]]

    private static let linksOfLanguage: [String: [String]] = [
        "sv": ["", "s", "e", "o"], "da": ["", "s", "e"], "no": ["", "s", "e"], "nb": ["", "s", "e"],
        "nn": ["", "s", "e"], "de": ["", "s", "n", "es", "en", "er", "e"], "nl": ["", "s", "en", "e"],
        "is": ["", "s", "a", "ar"], "fi": ["", "n"],
    ]
    private static let shortestHead = 4
    private static let shortestStart = 3
    /// A head of so many letters may follow something unknown.
    private static let longHead = 6

    /// `nil` for a language that writes the parts apart. Linear in the number of letters of all words.
    init?(_ vocabulary: Vocabulary, language: String) {
        let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
        guard let links = Self.linksOfLanguage[primary] else { return nil }
        let numbers = Dictionary(
            (0..<vocabulary.count).map { (vocabulary[$0], $0) }, uniquingKeysWith: { first, _ in first })
        let linking = links.map { Array($0.utf8) }
        partsOfNumber = (0..<vocabulary.count).map { Self.parts(of: vocabulary[$0], numbers, linking) }
    }

    /// The parts of a word, by their numbers in the vocabulary.
    func parts(of number: Int) -> [Int] { partsOfNumber[number] }

    private static func parts(of word: ArraySlice<UInt8>, _ numbers: [ArraySlice<UInt8>: Int], _ links: [[UInt8]])
        -> [Int]
    {
        guard word.count >= shortestHead + shortestStart, !word.contains(where: isDigit) else { return [] }
        var withUnknown: [Int] = []
        // The longest head first.
        for cut in (word.startIndex + shortestStart)...(word.endIndex - shortestHead) where isStart(word[cut]) {
            guard let head = numbers[word[cut...]] else { continue }
            let start = word[..<cut]
            for link in links where start.count >= shortestStart + link.count && start.suffix(link.count) == link[...] {
                if let first = numbers[start.dropLast(link.count)] { return [head, first] }
            }
            let inner = parts(of: start, numbers, links)
            if !inner.isEmpty { return [head] + inner }
            if withUnknown.isEmpty, word.endIndex - cut >= longHead { withUnknown = [head] }
        }
        return withUnknown
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    /// Whether a byte of UTF-8 begins a character.
    private static func isStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}

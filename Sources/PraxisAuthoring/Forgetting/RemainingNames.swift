internal import PraxisDiagnostics
internal import PraxisModel

/// The words by which somebody may still be known in prose.
struct RemainingNames {
    private let words: [(text: String, isCertain: Bool)]
    private let name: String

    /// - Parameters:
    ///   - name: The person's full name.
    ///   - certain: What means nobody else: the name, the identifier, addresses.
    ///   - others: The names of everybody else; a first name that one of them has says nothing.
    init(of name: String, words certain: [String], others: [String]) {
        self.name = name
        var words = certain.map { (text: $0, isCertain: true) }
        if let first = name.split(separator: " ").first, first.count > 2, first.count < name.count,
            !others.contains(where: { $0.split(separator: " ").first == first })
        {
            words.append((String(first), false))
        }
        self.words = words.filter { !$0.text.isEmpty }
    }

    /// Every place in a text where one of them stands, one finding a place.
    func findings(in source: SourceText) -> [Finding] {
        var findings: [Finding] = []
        for (index, line) in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            var taken: [Range<Int>] = []
            for word in words {
                let text = Array(word.text.utf8)
                guard line.count >= text.count else { continue }
                for start in line.startIndex...(line.endIndex - text.count)
                where line[start] == text[0] && line[start...].starts(with: text) {
                    let range = start..<(start + text.count)
                    guard isWord(range, in: line), !taken.contains(where: { $0.overlaps(range) }) else { continue }
                    taken.append(range)
                    let place = SourceRange(line: index + 1, column: start - line.startIndex + 1, length: text.count)
                    findings.append(
                        Finding(
                            AuthoringRules.nameRemains, at: source.location(place),
                            word.isCertain ? "\"\(word.text)\" still stands here" : "\"\(word.text)\" may mean \(name)",
                            advice: "decide whether it should stay"))
                }
            }
        }
        return findings
    }

    private func isWord(_ range: Range<Int>, in line: ArraySlice<UInt8>) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
            default: false
            }
        }
        if range.lowerBound > line.startIndex, isLetter(line[range.lowerBound - 1]) { return false }
        return range.upperBound == line.endIndex || !isLetter(line[range.upperBound])
    }
}

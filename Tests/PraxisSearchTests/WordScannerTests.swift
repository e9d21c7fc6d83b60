import Testing

@testable import PraxisSearch

struct WordScannerTests {
    private func words(_ text: String) -> [String] {
        WordScanner.words(of: text).map { String(decoding: $0, as: UTF8.self) }
    }

    private func ranges(_ bytes: [UInt8]) -> [Range<Int>] {
        var scanner = WordScanner(bytes)
        var ranges: [Range<Int>] = []
        while scanner.next() { ranges.append(scanner.range) }
        return ranges
    }

    @Test func lettersAndDigitsMakeWordsAndAllElseDividesThem() {
        #expect(words("Node.js, v2.0 (don't); a_b—C++") == ["node", "js", "v2", "0", "don", "t", "a", "b", "c"])
        #expect(words(" \n").isEmpty)
        #expect(words("x") == ["x"])
    }

    @Test func twoWordsWithAHyphenAreAPair() {
        func pairs(_ text: String) -> [String] {
            let bytes = Array(text.utf8)
            var scanner = WordScanner(bytes)
            var hyphens = HyphenatedWords(in: bytes)
            var found: [String] = []
            while scanner.next() {
                if let joined = hyphens.join(scanner.word, at: scanner.range) {
                    found.append(String(decoding: joined, as: UTF8.self))
                }
            }
            return found
        }
        #expect(
            pairs("A Stand-up, e-tjänst; co\u{2010}design re\u{2011}use.") == [
                "standup", "etjänst", "codesign", "reuse",
            ])
        #expect(pairs("peer-to-peer, a - b, -x, x-, a--b, 2026-11, x-1, stand -up").isEmpty)
        #expect(pairs("on-\(String(repeating: "x", count: 39))").isEmpty)
    }

    @Test func capitalsOfAllAlphabetsAreFolded() {
        #expect(words("ÅÄÖ Łódź ΣΟΦΙΑ ЖУРНАЛ ẞ") == ["åäö", "łódź", "σοφια", "журнал", "ß"])
    }

    @Test func lettersWithMarksAreTheSameInBothForms() {
        #expect(words("fja\u{308}rr re\u{301}sume\u{301} и\u{306}од") == words("fjärr résumé йод"))
        #expect(words("e\u{302}\u{301}") == ["ế"])
    }

    @Test func wideLettersAndDigitsAreTheUsualOnes() {
        #expect(words("ＡＰＩ２、ｎｏｄｅ．ｊｓ") == ["api2", "node", "js"])
    }

    @Test func wordsOfOneVocabularyHaveNumbersInAnother() {
        func vocabulary(_ words: [String]) -> Vocabulary {
            var vocabulary = Vocabulary(capacity: 1)
            for word in words { _ = vocabulary.intern(Array(word.utf8)[...]) }
            return vocabulary
        }
        let many = (0..<200).map { "word\($0)" }
        var all = vocabulary(many)
        var page = vocabulary(["more", "word7", "wor", "word199", "word7"])
        page.freeze()
        var numbers: [Int] = []
        all.intern(page) { numbers.append($0) }
        #expect(numbers == [200, 7, 201, 199])
        #expect(many.indices.allSatisfy { all.number(of: Array(many[$0].utf8)) == $0 })
        #expect(all.number(of: Array("word200".utf8)) == nil)
        #expect(String(decoding: all[201], as: UTF8.self) == "wor")
    }

    @Test func aSoftHyphenDividesNoWord() {
        #expect(words("super\u{AD}vision\u{AD} next") == ["supervision", "next"])
    }

    @Test func neighboursOfScriptsWithoutSpacesAreWords() {
        #expect(words("東京都 へ iPhone手") == ["東京", "京都", "へ", "iphone", "手"])
    }

    @Test func whatIsTooLongForAWordIsLeftOut() {
        let key = String(repeating: "k", count: WordScanner.longest + 1)
        #expect(words("a \(key) b") == ["a", "b"])
        #expect(words(String(key.dropFirst())).count == 1)
    }

    @Test func placesAreBytesOfTheText() {
        #expect(ranges(Array("å, bc".utf8)) == [0..<2, 4..<6])
    }

    @Test func bytesThatAreNotUTF8DivideWords() {
        #expect(ranges([0x61, 0xFF, 0x62, 0xC3]) == [0..<1, 2..<3])
    }

    @Test func accentsAreTakenFromLatinLettersAlone() {
        let table = CharacterTable.generated
        #expect(table.withoutAccents(Array("översiktß".utf8)) == Array("oversiktss".utf8))
        #expect(table.withoutAccents(Array("plain".utf8)) == nil)
        #expect(table.withoutAccents(Array("йод".utf8)) == nil)
    }
}

struct StemmerTests {
    private func stem(_ word: String, _ language: String) -> [UInt8]? {
        guard let stemmer = Stemmer(language: language) else { return nil }
        return stemmer.stem(of: Array(word.utf8)[...])
    }

    @Test func formsOfAWordHaveOneStem() {
        #expect(stem("facilitating", "en-GB") == Array("facilit".utf8))
        #expect(stem("facilitates", "en-GB") == Array("facilit".utf8))
        #expect(stem("bøkene", "nb") == stem("bøker", "no"))
        #expect(stem("fjärrservern", "sv") == stem("fjärrserver", "sv"))
    }

    @Test func aLanguageWithoutStemmerHasNone() {
        #expect(stem("a", "ja") == nil)
        #expect(stem("a", "porter") == nil)
        #expect(stem("a", "") == nil)
    }
}

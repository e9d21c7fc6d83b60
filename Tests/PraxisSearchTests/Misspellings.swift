import Foundation

/// Words with one edit.
enum Misspellings {
    /// Whether all are tried.
    static let isWhole = ProcessInfo.processInfo.environment["PROPERTIES"] == "whole"
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars)

    /// Whether a word has five letters or more and no digit.
    static func isLongEnough(_ word: [UInt8]) -> Bool {
        !word.contains { 0x30...0x39 ~= $0 } && String(decoding: word, as: UTF8.self).unicodeScalars.count >= 5
    }

    /// Each letter left out, each two neighbours exchanged, and letters changed and added: all of the alphabet where
    /// everything is tried, else one at each place.
    static func of(_ word: [UInt8]) -> Set<[UInt8]> {
        let whole = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
        var found: Set<[UInt8]> = []
        func add(_ scalars: [Unicode.Scalar]) {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            found.insert(Array(String(text).utf8))
        }
        for place in 0...whole.count {
            let tried = isWhole ? letters : [letters[(place * 7 + whole.count) % letters.count]]
            for letter in tried { add(whole[..<place] + [letter] + whole[place...]) }
            guard place < whole.count else { break }
            for letter in tried { add(whole[..<place] + [letter] + whole[(place + 1)...]) }
            add(Array(whole[..<place] + whole[(place + 1)...]))
            if place + 1 < whole.count {
                add(whole[..<place] + [whole[place + 1], whole[place]] + whole[(place + 2)...])
            }
        }
        found.remove(word)
        return found
    }
}

/// Where on a page a word stands: whether in its title, whether in a heading, and in which sentences.
///
/// Sentences are told apart by a hash of their first word, so an edit moves the words of its own sentences only. The client
/// has the same bits.
struct WordPlaces: OptionSet, Sendable {
    let rawValue: UInt8

    static let title = WordPlaces(rawValue: 1)
    static let heading = WordPlaces(rawValue: 1 << 1)
    /// All sentences; headings are some.
    static let sentences = WordPlaces(rawValue: (1 << UInt8(mostSentences) - 1) << firstSentence)
    /// Those in which words stand side by side.
    static let together: WordPlaces = [.title, .sentences]
    static let everywhere: WordPlaces = [.title, .heading, .sentences]

    /// So many sentences are told apart.
    static let mostSentences = 6
    private static let firstSentence: UInt8 = 2

    /// In how many sentences, of those that are told apart.
    var sentenceCount: Int { intersection(.sentences).rawValue.nonzeroBitCount }

    /// A sentence by its number, from 0.
    static func sentence(_ number: Int) -> WordPlaces {
        WordPlaces(rawValue: 1 << (firstSentence + UInt8(number)))
    }

    /// The sentence that begins with a word.
    ///
    /// - Parameter hash: Of the word, as `Vocabulary` has it.
    static func sentence(beginningWith hash: UInt32) -> WordPlaces {
        sentence(Int(hash % UInt32(mostSentences)))
    }
}

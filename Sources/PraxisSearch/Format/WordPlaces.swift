/// Where on a page a word stands, in a byte: whether in its title, whether in a heading, and in which sentences.
///
/// Sentences are told apart by a hash of their first word, so an edit moves the words of its own sentences only. The client
/// reads the same bits.
struct WordPlaces: OptionSet, Sendable {
    let rawValue: UInt8

    static let title = WordPlaces(rawValue: 1)
    static let heading = WordPlaces(rawValue: 1 << 1)
    /// All sentences; headings are some.
    static let sentences = WordPlaces(rawValue: UInt8(truncatingIfNeeded: 0xFF << firstSentence))
    /// Those in which words stand side by side.
    static let together: WordPlaces = [.title, .sentences]

    /// In how many sentences, of those that are told apart.
    var sentenceCount: Int { intersection(.sentences).rawValue.nonzeroBitCount }

    static let everywhere = WordPlaces(rawValue: .max)

    private static let firstSentence = 2

    /// A sentence.
    ///
    /// - Parameter hash: Of its first word, as `Vocabulary` has it.
    static func sentence(_ hash: UInt32) -> WordPlaces {
        WordPlaces(rawValue: 1 << (UInt8(firstSentence) + UInt8(hash % UInt32(8 - firstSentence))))
    }
}

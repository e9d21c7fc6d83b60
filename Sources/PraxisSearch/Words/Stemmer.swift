internal import CStemmer

/// Brings the forms of a word together: `running`, `runs` and `run` have one stem. (Snowball, https://snowballstem.org)
///
/// The C stemmer keeps a buffer, so one stemmer serves one thread at a time; it is noncopyable and freed with its owner.
struct Stemmer: ~Copyable {
    private let stemmer: OpaquePointer

    /// A stemmer for a BCP 47 tag; `nil` for a language that Snowball has none for.
    init?(language: String) {
        let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
        let code = primary == "nb" || primary == "nn" ? "no" : primary
        guard Self.languages.contains(code), let stemmer = sb_stemmer_new(code, "UTF_8") else { return nil }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stem of a folded word in UTF-8; the word itself where memory runs out.
    func stem(of word: ArraySlice<UInt8>) -> [UInt8] {
        word.withUnsafeBufferPointer { bytes in
            guard let result = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
                return Array(word)
            }
            let length = Int(sb_stemmer_length(stemmer))
            return length == 0 ? Array(word) : Array(UnsafeBufferPointer(start: result, count: length))
        }
    }

    /// Languages by ISO 639-1 code. Asked by name, because the library also knows algorithms such as `porter`.
    private static let languages: Set<String> = [
        "ar", "ca", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "hi", "hu", "hy", "id", "it", "lt",
        "ne",
        "nl", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi",
    ]
}

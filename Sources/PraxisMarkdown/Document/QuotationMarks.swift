/// How a language quotes: what is said, and what is said within that. The apostrophe is the same in all of them.
struct QuotationMarks: Sendable {
    let outer: Pair
    let inner: Pair

    /// An opening and a closing mark, in UTF-8.
    struct Pair: Sendable {
        let opening: [UInt8]
        let closing: [UInt8]

        fileprivate init(_ opening: String, _ closing: String) {
            self.opening = Array(opening.utf8)
            self.closing = Array(closing.utf8)
        }
    }

    private init(_ outer: (String, String), _ inner: (String, String)) {
        self.outer = Pair(outer.0, outer.1)
        self.inner = Pair(inner.0, inner.1)
    }

    /// The marks of a language, by its BCP 47 tag: what is known of its region, else of the language. `nil` where they are
    /// as in English, or not known.
    static func of(_ language: String) -> QuotationMarks? {
        let tag = language.lowercased()
        return all[tag] ?? all[String(tag.prefix { $0 != "-" })] ?? nil
    }

    /// As CLDR has them (*delimiters*); the Danish ones as in the orthographic dictionary, which has no “such” ones.
    private static let all: [String: QuotationMarks?] = {
        let space = "\u{202F}"
        let nordic = QuotationMarks(("”", "”"), ("’", "’"))
        let norwegian = QuotationMarks(("«", "»"), ("‘", "’"))
        let german = QuotationMarks(("„", "“"), ("‚", "‘"))
        let pointed = QuotationMarks(("«", "»"), ("‹", "›"))
        let southern = QuotationMarks(("«", "»"), ("“", "”"))
        let slavic = QuotationMarks(("«", "»"), ("„", "“"))
        return [
            "sv": nordic, "fi": nordic, "da": nordic, "nb": norwegian, "nn": norwegian, "no": norwegian,
            "de": german, "cs": german, "sk": german, "sl": german, "is": german, "de-ch": pointed, "de-li": pointed,
            "fr": QuotationMarks(("«" + space, space + "»"), ("“", "”")),
            "fr-ch": QuotationMarks(("«" + space, space + "»"), ("‹" + space, space + "›")),
            "es": southern, "it": southern, "pt-pt": southern, "it-ch": pointed,
            "pl": QuotationMarks(("„", "”"), ("«", "»")), "ru": slavic, "uk": slavic,
        ]
    }()
}

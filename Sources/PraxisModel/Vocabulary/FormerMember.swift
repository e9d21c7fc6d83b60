/// What somebody is called who was forgotten: a name that is nobody's and needs no profile.
package enum FormerMember {
    /// The name in a language; in English where there is none.
    package static func name(in language: String) -> String {
        names[String(language.prefix { $0 != "-" })] ?? "Former member"
    }

    /// Whether a text is such a name in one of the languages.
    package static func isOne(_ text: String) -> Bool { names.values.contains(text) }

    private static let names = ["en": "Former member", "sv": "Tidigare medlem"]
}

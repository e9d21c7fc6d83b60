/// A word of a vocabulary that site.yaml can replace: the levels of a skill, the dimensions of the maturity model, and,
/// with what it means, a stage of a community.
package struct Term: Hashable, Sendable, Encodable {
    /// What authors write.
    package let id: String
    /// What readers see, where the site gives one; else the theme's string for the word, else the word.
    package let label: String?

    package init(_ id: String, label: String? = nil) {
        self.id = id
        self.label = label
    }
}

/// How much a file may ask of us.
package struct YAMLLimits: Sendable {
    /// Bytes of text.
    package var bytes: Int
    /// Levels of lists and records in each other.
    package var depth: Int
    /// Places at which a value is repeated with `*name`. Ten of them multiply a value by at most forty.
    package var aliases: Int
    /// Values in all, repeated ones counted each time.
    package var nodes: Int

    /// For the front matter of a page.
    package static let frontMatter = YAMLLimits(bytes: 64 * 1024, depth: 64, aliases: 10, nodes: 100_000)
    /// For a file that is YAML as a whole.
    package static let file = YAMLLimits(bytes: 1024 * 1024, depth: 64, aliases: 10, nodes: 1_000_000)
}

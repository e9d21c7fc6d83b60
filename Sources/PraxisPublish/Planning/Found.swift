/// What was found at a target where a file is to go.
package enum Found: Hashable, Sendable {
    case nothing
    /// The same bytes.
    case same
    /// A file with other bytes, or something that is no file.
    case other
}

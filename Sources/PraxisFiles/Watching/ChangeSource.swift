/// A way of noticing that files change.
protocol ChangeSource: Sendable {
    /// What has changed since the last call, without waiting. Throws when this way no longer works.
    mutating func changes() throws(SystemError) -> FileChanges
}

/// What a build did to its output folder, in numbers of files.
package struct OutputSummary: Hashable, Sendable {
    /// Files that are new or differ from before.
    package let written: Int
    /// Files that are as they were.
    package let kept: Int
    /// Files that were there before and are no more.
    package let removed: Int

    package init(written: Int, kept: Int, removed: Int) {
        self.written = written
        self.kept = kept
        self.removed = removed
    }
}

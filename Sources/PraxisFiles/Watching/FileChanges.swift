package import PraxisDiagnostics

/// What has changed in a site's folder since the last look.
package struct FileChanges: Hashable, Sendable {
    /// Files and folders that came, went or changed. A folder that came or went stands for all that is in it.
    package var paths: Set<SourcePath>
    /// Whether anything else may have changed too, because there was more than the system could tell.
    package var mayBeMore: Bool

    package init(paths: Set<SourcePath> = [], mayBeMore: Bool = false) {
        self.paths = paths
        self.mayBeMore = mayBeMore
    }

    /// Whatever there may be.
    package static let anything = FileChanges(mayBeMore: true)

    /// Whether there is nothing to do.
    package var isEmpty: Bool { paths.isEmpty && !mayBeMore }

    /// Adds other changes to these.
    package mutating func merge(_ other: FileChanges) {
        paths.formUnion(other.paths)
        mayBeMore = mayBeMore || other.mayBeMore
    }
}

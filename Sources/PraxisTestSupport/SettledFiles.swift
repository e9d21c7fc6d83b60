package import PraxisDiagnostics
package import PraxisFiles

/// A site's folder whose files look as if they had been left alone for a while, so that a test need not wait for that. Their
/// stamps are all earlier by the same time: every change shows in them as before.
package struct SettledFiles: SiteFiles {
    private let files: any SiteFiles
    private let commit: String?

    /// - Parameter commit: What version control is to say of the folder; `nil` if it is under none.
    package init(_ files: any SiteFiles, commit: String? = nil) {
        self.files = files
        self.commit = commit
    }

    package var name: String { files.name }

    package func node(at path: SourcePath) throws(FileError) -> FileNode? {
        try files.node(at: path).map(settled)
    }

    package func nodes(below folder: SourcePath) throws(FileError) -> [FileNode] {
        try files.nodes(below: folder).map(settled)
    }

    package func read(_ path: SourcePath, _ body: (UnsafeRawBufferPointer) -> Void) throws(FileError) {
        try files.read(path, body)
    }

    package func bytes(of path: SourcePath, limit: Int) throws(FileError) -> [UInt8] {
        try files.bytes(of: path, limit: limit)
    }

    package func changeHistory(after previous: HistoryReading?) async -> HistoryReading {
        guard let commit else { return HistoryReading(tip: nil, history: .unknown("there is none")) }
        return HistoryReading(tip: commit, history: .days([:]))
    }

    package func newestCommit() async -> String? { commit }

    private func settled(_ node: FileNode) -> FileNode {
        let minute: Int64 = 60_000_000_000
        let stamp = FileStamp(
            size: node.stamp.size, modified: node.stamp.modified - minute, changed: node.stamp.changed - minute,
            number: node.stamp.number)
        return FileNode(path: node.path, kind: node.kind, stamp: stamp)
    }
}

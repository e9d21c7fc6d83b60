package import PraxisDiagnostics

/// A site's folder, wherever it is kept: on disk (``DiskFiles``) or in memory (``InMemoryFiles``).
///
/// This is the raw view; ``ContentTree`` is what a build reads. All calls may be made from several threads at once.
package protocol SiteFiles: Sendable {
    /// The folder's name as a person knows it, for messages.
    var name: String { get }

    /// What is at a path, without following a link; `nil` where nothing is.
    func node(at path: SourcePath) throws(FileError) -> FileNode?

    /// Everything below a folder at any depth, in no order; editors' leftovers and hidden things are left out, links
    /// are not followed. A folder that cannot be read stands there as unreadable.
    func nodes(below folder: SourcePath) throws(FileError) -> [FileNode]

    /// Hands the bytes of a file to the body, piece by piece from the first to the last.
    ///
    /// A link is refused: what it leads to is read by its own path.
    func read(_ path: SourcePath, _ body: (UnsafeRawBufferPointer) -> Void) throws(FileError)

    /// All bytes of a file, refused when they are more than the limit.
    func bytes(of path: SourcePath, limit: Int) throws(FileError) -> [UInt8]

    /// When each file last changed. Read only where a site asks for it, and taken over from an earlier reading while nothing
    /// has been committed since.
    func changeHistory(after previous: HistoryReading?) async -> HistoryReading

    /// The newest commit, on which alone the history rests; `nil` where nothing can be said.
    func newestCommit() async -> String?
}

/// A thing in a site's folder as the system has it, before any rule looks at it.
package struct FileNode: Hashable, Sendable {
    /// What a name stands for.
    package enum Kind: Hashable, Sendable {
        case file, folder
        /// A symbolic link, with the text in it.
        case link(to: String)
        /// A folder that cannot be listed, and why.
        case unreadableFolder(SystemError)
        /// A pipe, a socket, a device.
        case special
        /// Something whose name is no UTF-8; the path shows it repaired.
        case unnamable
    }

    /// Where it is.
    package let path: SourcePath
    package let kind: Kind
    package let stamp: FileStamp

    package init(path: SourcePath, kind: Kind, stamp: FileStamp) {
        self.path = path
        self.kind = kind
        self.stamp = stamp
    }
}

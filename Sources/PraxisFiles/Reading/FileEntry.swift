package import PraxisDiagnostics

/// A file or folder of a site that passed every rule about files.
package struct FileEntry: Hashable, Sendable {
    /// A file or a folder; a link to a file is a file.
    package enum Kind: Hashable, Sendable {
        case file, folder
    }

    /// Where an author sees it.
    package let path: SourcePath
    package let kind: Kind
    /// Where its bytes are: the same path, or what a symbolic link leads to.
    package let source: SourcePath
    /// What changes when the bytes do.
    package let stamp: FileStamp

    package init(path: SourcePath, kind: Kind, source: SourcePath, stamp: FileStamp) {
        self.path = path
        self.kind = kind
        self.source = source
        self.stamp = stamp
    }
}

package import PraxisDiagnostics

/// Where the files of a site go: to disk (``OutputTransaction``) or into a value (``OutputCollector``).
///
/// Both methods may be called from several threads at once, in any order; the result does not depend on it.
package protocol OutputSink: Sendable {
    /// Puts a file's bytes at a path; throws when the path is taken. `origin` is named in that error.
    func write(_ bytes: [UInt8], to path: OutputPath, from origin: SourcePath?) throws(OutputError)

    /// Puts a copy of a file of the site's folder at a path.
    func copy(_ entry: FileEntry, of tree: ContentTree, to path: OutputPath) throws(OutputError)
}

extension OutputSink {
    /// Puts a file's bytes at a path.
    package func write(_ bytes: [UInt8], to path: OutputPath) throws(OutputError) {
        try write(bytes, to: path, from: nil)
    }
}

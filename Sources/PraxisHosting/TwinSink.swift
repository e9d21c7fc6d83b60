package import PraxisDiagnostics
package import PraxisFiles
package import PraxisModel

/// Writes what it is given to another sink, and beside each text its compressed twin, for hosts that serve twins.
///
/// A file of an author's that bears the name of a page's twin would be served in the page's place: it is refused.
package struct TwinSink: OutputSink {
    private let base: any OutputSink
    /// Authors' files, by path in the output.
    private let attachments: [String: SourcePath]

    /// - Parameter attachments: All files that are copied, by their path in the output, with where they come from.
    package init(_ base: any OutputSink, attachments: [String: SourcePath]) {
        self.base = base
        self.attachments = attachments
    }

    /// Whether a host serves twins.
    package static func isFor(_ hosts: [Host]) -> Bool {
        !Set(hosts).isDisjoint(with: [.nginx, .apache, .caddy, .gitlabPages])
    }

    package func write(_ bytes: [UInt8], to path: OutputPath, from origin: SourcePath?) throws(OutputError) {
        if origin == nil {
            for ending in Self.twinEndings {
                let twin = "\(path).\(ending)"
                guard let author = attachments[twin] else { continue }
                throw .taken(try OutputPath(twin), from: author, by: twin, whichIsFrom: nil)
            }
        }
        try base.write(bytes, to: path, from: origin)
        try addTwin(of: bytes, at: path)
    }

    package func copy(_ entry: FileEntry, of tree: ContentTree, to path: OutputPath) throws(OutputError) {
        try base.copy(entry, of: tree, to: path)
        guard Self.isText(path), let bytes = try? tree.bytes(of: entry) else { return }
        try addTwin(of: bytes, at: path)
    }

    private func addTwin(of bytes: [UInt8], at path: OutputPath) throws(OutputError) {
        // A twin that an author made stays.
        guard Self.isText(path), attachments["\(path).gz"] == nil, let twin = Gzip.twin(of: bytes) else { return }
        try base.write(twin, to: OutputPath("\(path).gz"), from: nil)
    }

    private static func isText(_ path: OutputPath) -> Bool {
        HostHeaders.textEndings.contains { path.pathExtension == $0 } && !path.rawValue.hasPrefix(HostFiles.folder)
    }

    /// What hosts look for beside a file: gzip, Brotli, Zstandard.
    private static let twinEndings = ["gz", "br", "zst"]
}

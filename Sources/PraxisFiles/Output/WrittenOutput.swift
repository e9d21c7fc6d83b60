internal import PraxisDiagnostics

/// What Praxis wrote into an output folder, by the list that is kept there.
package enum WrittenOutput {
    /// The paths of all files, sorted by their bytes; empty where no build has been.
    package static func paths(in folder: String) throws(FileError) -> [OutputPath] {
        let list = SourcePath(OutputManifest.name)
        let files = DiskFiles(root: folder)
        guard try files.node(at: list) != nil else { return [] }
        let manifest = OutputManifest(try files.bytes(of: list, limit: .max))
        return (manifest?.paths ?? []).compactMap { try? OutputPath($0) }.sorted()
    }
}

import PraxisDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What is in an output folder that Praxis did not write.
enum ForeignFiles {
    /// The paths of foreign things, each the topmost that is foreign as a whole, sorted.
    ///
    /// Throws where something foreign is at a path that the new site needs. One look at every folder of the old site.
    static func paths(
        in output: String, besides manifest: OutputManifest, needed: OutputIndex
    ) throws(OutputError) -> [String] {
        var foreign = [String]()
        var pending = [""]
        while let folder = pending.popLast() {
            let items: [Folder.Item]
            do {
                items = try Folder.items(of: folder.isEmpty ? output : "\(output)/\(folder)")
            } catch {
                throw .cannotWrite(folder.isEmpty ? output : "\(output)/\(folder)", error)
            }
            for item in items {
                let path = folder.isEmpty ? item.name : "\(folder)/\(item.name)"
                if folder.isEmpty, item.name == OutputPath.workFolder || item.name == OutputManifest.name { continue }
                guard item.isText else { throw .unnamable(path, in: output) }
                if item.kind == .folder {
                    if manifest.folders.contains(path) || needed.hasFolder(path) {
                        pending.append(path)
                        continue
                    }
                } else if item.kind == .file, manifest.paths.contains(path) {
                    continue
                }
                if let page = pageInTheWay(of: path, needed) {
                    throw .foreign(path, in: output, neededFor: page)
                }
                foreign.append(path)
            }
        }
        return foreign.sorted { $0.precedesInBytes($1) }
    }

    /// The output that has the path of something foreign, or that would be a file where the other needs a folder.
    private static func pageInTheWay(of path: String, _ needed: OutputIndex) -> OutputPath? {
        if let taken = needed.taken(path) { return try? OutputPath(taken) }
        for folder in OutputPath.folders(above: path) where needed.hasFile(folder) {
            return try? OutputPath(folder)
        }
        return nil
    }
}

import PraxisDiagnostics

/// Notices changes by looking at every file again: works everywhere, at the price of the looking.
struct PollingSource: ChangeSource {
    private let files: DiskFiles
    private let folders: [SourcePath]
    private var known: [SourcePath: FileNode]

    init(files: DiskFiles, folders: [SourcePath]) {
        self.files = files
        self.folders = folders
        known = Self.look(files, folders)
    }

    mutating func changes() -> FileChanges {
        let seen = Self.look(files, folders)
        var paths = Set<SourcePath>()
        for (path, node) in seen where known[path] != node {
            // A folder's own times change with every file in it, which says nothing that the file does not.
            if node.kind == .folder, known[path]?.kind == .folder { continue }
            paths.insert(path)
        }
        for path in known.keys where seen[path] == nil { paths.insert(path) }
        known = seen
        return FileChanges(paths: paths)
    }

    private static func look(_ files: DiskFiles, _ folders: [SourcePath]) -> [SourcePath: FileNode] {
        var nodes = [SourcePath: FileNode]()
        for folder in folders {
            guard let node = try? files.node(at: folder) else { continue }
            nodes[folder] = node
            for node in (try? files.nodes(below: folder)) ?? [] { nodes[node.path] = node }
        }
        return nodes
    }
}

import PraxisDiagnostics

/// Which paths of the output are taken, by files and by the folders that they are in.
struct OutputIndex: Sendable {
    /// What is at a path.
    private struct Claim {
        let path: String
        /// How many things are directly in a folder; `nil` for a file.
        var members: Int?
        let origin: SourcePath?
    }

    private var claims: [FoldedPath: Claim] = [:]

    /// Takes a path for a file, and its folders for folders; throws when that cannot be.
    mutating func claim(_ path: OutputPath, from origin: SourcePath?) throws(OutputError) {
        if let other = claims[FoldedPath(path.rawValue)] {
            throw .taken(path, from: origin, by: other.path, whichIsFrom: other.origin)
        }
        var missing = [(key: FoldedPath, path: String)]()
        var holder: FoldedPath?
        for folder in OutputPath.folders(above: path.rawValue) {
            let key = FoldedPath(folder)
            guard let other = claims[key] else {
                missing.append((key, folder))
                continue
            }
            guard other.members != nil, other.path.utf8.elementsEqual(folder.utf8) else {
                throw .taken(path, from: origin, by: other.path, whichIsFrom: other.origin)
            }
            holder = key
            break
        }
        if let holder { claims[holder]?.members? += 1 }
        for folder in missing {
            claims[folder.key] = Claim(path: folder.path, members: 1, origin: origin)
        }
        claims[FoldedPath(path.rawValue)] = Claim(path: path.rawValue, members: nil, origin: origin)
    }

    /// Gives back a path that a file has, and the folders that nothing else is in.
    mutating func release(_ path: OutputPath) {
        claims[FoldedPath(path.rawValue)] = nil
        for folder in OutputPath.folders(above: path.rawValue) {
            let key = FoldedPath(folder)
            guard let members = claims[key]?.members, members <= 1 else {
                claims[key]?.members? -= 1
                return
            }
            claims[key] = nil
        }
    }

    /// Whether a file is at exactly this path.
    func hasFile(_ path: String) -> Bool {
        claims[FoldedPath(path)].map { $0.members == nil && $0.path.utf8.elementsEqual(path.utf8) } ?? false
    }

    /// Whether a file of an origin is at exactly this path.
    func hasFile(_ path: String, from origin: SourcePath?) -> Bool {
        hasFile(path) && claims[FoldedPath(path)]?.origin == origin
    }

    /// Whether files are below exactly this path.
    func hasFolder(_ path: String) -> Bool {
        claims[FoldedPath(path)].map { $0.members != nil && $0.path.utf8.elementsEqual(path.utf8) } ?? false
    }

    /// What is at this path on a system that takes no notice of case.
    func taken(_ path: String) -> String? {
        claims[FoldedPath(path)]?.path
    }
}

internal import PraxisDiagnostics
internal import PraxisFiles

/// One of the steps in which a plan is carried out. Within a step the order does not matter to readers.
package enum PublicationStep: Equatable, Sendable {
    case send([String])
    case delete([String])
}

extension PublicationPlan {
    /// The steps in an order that leaves a working site after each, and after any part of each:
    ///
    /// 1. Deletions of what stands where a new file needs a folder, or the other way round; hardly ever any.
    /// 2. What pages need: everything new that is no page, and what else pages show. Nothing refers to the new files yet.
    /// 3. New pages, the home page last: only new pages refer to them.
    /// 4. Pages that changed, which refer to the new ones.
    /// 5. What names pages: feeds, data, the sitemap, the manifest of the search.
    /// 6. Deletions, pages first: by now nothing refers to them.
    package var steps: [PublicationStep] {
        let home = "index.html"
        let needed = added.filter { Role(of: $0) != .page } + changed.filter { Role(of: $0) == .part }
        let pages = added.filter { Role(of: $0) == .page }
        let obstacles = Set(obstacles)
        let deleted = deleted.filter { !obstacles.contains($0) }
        return [
            .delete(self.deleted.filter(obstacles.contains)),
            .send(needed.sorted { $0.precedesInBytes($1) }),
            .send(pages.filter { $0 != home }),
            .send(pages.filter { $0 == home }),
            .send(changed.filter { Role(of: $0) == .page }),
            .send(changed.filter { Role(of: $0) == .list }),
            .delete(
                deleted.filter { Role(of: $0) == .page } + deleted.filter { Role(of: $0) != .page }),
        ].filter { step in
            switch step {
            case .send(let paths), .delete(let paths): !paths.isEmpty
            }
        }
    }
}

extension PublicationPlan {
    /// Deleted files where a new one needs a folder, and those in a folder where a new one is a file.
    private var obstacles: [String] {
        let files = Set(added)
        let folders = Set(added.flatMap { OutputPath.folders(above: $0) })
        return deleted.filter { folders.contains($0) || !files.isDisjoint(with: OutputPath.folders(above: $0)) }
    }
}

/// What a file is to others.
private enum Role {
    case page
    /// Something that pages show: style, script, picture, a part of the search index.
    case part
    /// Something that names pages.
    case list

    init(of path: String) {
        // A compressed twin is what its original is.
        var path = path[...]
        for twin in [".gz", ".br", ".zst"] where path.hasSuffix(twin) { path = path.dropLast(twin.count) }
        let name = path.split(separator: "/").last ?? path
        let kind = name.split(separator: ".").last ?? ""
        if kind == "html" {
            self = .page
        } else if path == "search/index/manifest.js" || Self.lists.contains(kind) || !name.contains(".") {
            self = .list
        } else {
            self = .part
        }
    }

    private static let lists: Set<Substring> = [
        "atom", "csv", "ics", "json", "jsonl", "opml", "rss", "txt", "xml", "config", "conf", "toml", "htaccess",
    ]
}

import PraxisFiles

/// What else than pages changed between two sites, as far as pages show it.
struct AssetChange {
    /// Whether a style sheet changed.
    private(set) var affectsStyle = false
    /// Whether an image, a script or a font changed.
    private(set) var affectsPages = false

    init() {}

    /// Compares all but pages and data. Linear in the number of files; bytes that were not made anew are not compared.
    init(from old: OutputTree, to new: OutputTree) {
        for path in new.contents.keys {
            guard let kind = Kind(path), let content = new[path], old[path]?.isSame(as: content) != true else {
                continue
            }
            note(kind)
        }
        for path in old.contents.keys {
            if let kind = Kind(path), new[path] == nil { note(kind) }
        }
    }

    private mutating func note(_ kind: Kind) {
        switch kind {
        case .style: affectsStyle = true
        case .other: affectsPages = true
        }
    }

    private enum Kind {
        case style, other

        init?(_ path: String) {
            guard !path.utf8.suffix(5).elementsEqual(".html".utf8), !Self.isOfSearch(path) else { return nil }
            let ending = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[$0...] } ?? ""
            switch ending {
            case ".css": self = .style
            case ".js", ".mjs", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff2", ".woff":
                self = .other
            default: return nil
            }
        }

        /// A page asks for these when somebody searches.
        private static func isOfSearch(_ path: String) -> Bool { path.utf8.starts(with: "search/index/".utf8) }
    }
}

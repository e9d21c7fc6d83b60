internal import PraxisDiagnostics
internal import PraxisFiles

/// What is to be done at a target so that it holds a site. All paths are sorted by their bytes.
package struct PublicationPlan: Equatable, Sendable {
    /// Files that are not there yet.
    package private(set) var added: [String] = []
    /// Files that are there, or may be, with other bytes.
    package private(set) var changed: [String] = []
    /// Files that Praxis put there and the site no longer has.
    package private(set) var deleted: [String] = []
    /// Files that are there as they should be.
    package private(set) var kept: [String] = []
    /// Files that somebody else put where a file of the site has to go.
    package private(set) var foreign: [String] = []

    /// Whether the target holds the site already.
    package var isEmpty: Bool { added.isEmpty && changed.isEmpty && deleted.isEmpty }

    /// The files whose places have to be looked at before a plan can be made: those of which the record says nothing
    /// certain.
    package static func unknown(in site: SiteListing, to record: PublicationRecord) -> [String] {
        site.contents.keys.filter { record.certain[$0] == nil }.sorted { $0.precedesInBytes($1) }
    }

    /// Compares a site with what a record says of the target, and with what was found in the places that it says nothing
    /// certain of.
    package init(of site: SiteListing, record: PublicationRecord, found: [String: Found]) {
        // Where a file of ours becomes a folder, or a folder a file, the old one goes first.
        let ours = record.paths
        let ourFolders = Set(ours.flatMap { OutputPath.folders(above: $0) })
        func makesWay(for path: String) -> Bool {
            ourFolders.contains(path)
                || OutputPath.folders(above: path).contains { ours.contains($0) && site.contents[$0] == nil }
        }
        for (path, content) in site.contents {
            if let there = record.certain[path] {
                if there == content { kept.append(path) } else { changed.append(path) }
            } else {
                switch found[path] ?? .nothing {
                case .nothing: added.append(path)
                case .same: kept.append(path)
                case .other where record.possible[path] != nil: changed.append(path)
                case .other where makesWay(for: path): added.append(path)
                case .other: foreign.append(path)
                }
            }
        }
        deleted = ours.filter { site.contents[$0] == nil }
        added.sort { $0.precedesInBytes($1) }
        changed.sort { $0.precedesInBytes($1) }
        deleted.sort { $0.precedesInBytes($1) }
        kept.sort { $0.precedesInBytes($1) }
        foreign.sort { $0.precedesInBytes($1) }
    }

    /// What to write down at the target before anything is done there: everything that is there, was there or will be, so
    /// that a publication which is cut off loses track of nothing.
    package func intent(for site: SiteListing, after record: PublicationRecord, mark: String) -> PublicationRecord {
        var intent = PublicationRecord(state: .underWay(mark: mark))
        for path in kept { intent.certain[path] = site.contents[path] }
        for path in added + changed + deleted {
            var contents = record.possible[path] ?? []
            if let old = record.certain[path] { contents.insert(old) }
            if let new = site.contents[path] { contents.insert(new) }
            intent.possible[path] = contents
        }
        return intent
    }
}

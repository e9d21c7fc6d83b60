package import PraxisDiagnostics

/// Who is who on a site: every file with its identity, address and number, before anything is decoded.
///
/// Decoding asks it what a reference means, so that decoded values hold resolved references and nothing else.
package struct Catalogue: Sendable {
    /// In the order of their paths.
    package private(set) var entries: [CatalogueEntry]
    package let settings: Settings

    private let positions: [SourcePath: Int]
    /// Originals by what a reference may call them: `people/anna-lind`, `agile/guides/retrospective`, `communities/agile`.
    private let byReference: [String: Int]
    /// Originals of each kind by identifier; several communities may each have a guide of one name.
    private let bySlug: [PageKind: [String: [Int]]]
    private var byPersonName: [String: [Int]]
    private var nearPeople: NearPeople
    private let byRoute: [Route: Int]
    private var log: CatalogueLog?

    /// Puts files into a catalogue, and says which cannot stand beside others.
    ///
    /// - Parameters:
    ///   - candidates: Files in any order.
    ///   - today: Decides what is shown.
    ///   - includesDrafts: Whether drafts and pages outside their dates count as shown, as in a preview.
    package static func make(
        of candidates: [CatalogueCandidate], settings: Settings, today: Day, includesDrafts: Bool
    ) -> (catalogue: Catalogue, findings: [Finding]) {
        var builder = CatalogueBuilder(
            candidates: candidates.sorted { $0.source < $1.source }, settings: settings, today: today,
            includesDrafts: includesDrafts)
        let entries = builder.entries()
        return (Catalogue(entries: entries, settings: settings), builder.findings)
    }

    private init(entries: [CatalogueEntry], settings: Settings) {
        self.entries = entries
        self.settings = settings
        var byReference: [String: Int] = [:]
        var bySlug: [PageKind: [String: [Int]]] = [:]
        var byPersonName: [String: [Int]] = [:]
        for (position, entry) in entries.enumerated() where entry.original == nil {
            byReference[entry.reference] = byReference[entry.reference] ?? position
            byReference[String(entry.placement.route.path.dropFirst().dropLast())] = position
            bySlug[entry.kind, default: [:]][entry.placement.slug, default: []].append(position)
            if entry.kind == .person { byPersonName[entry.title.lowercased(), default: []].append(position) }
        }
        self.byReference = byReference
        self.bySlug = bySlug
        self.byPersonName = byPersonName
        nearPeople = NearPeople(of: entries)
        positions = Dictionary(
            entries.enumerated().map { ($1.source, $0) }, uniquingKeysWith: { first, _ in first })
        byRoute = Dictionary(entries.enumerated().map { ($1.route, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entry of a file.
    package func entry(of source: SourcePath) -> CatalogueEntry? { positions[source].map(entry) }

    /// The original of a kind that an identifier names; of several, in communities of their own, the first.
    package func entry(of kind: PageKind, named identifier: String) -> CatalogueEntry? {
        bySlug[kind]?[identifier]?.first.map(entry)
    }

    /// The identifiers of the originals of a kind, in the order of their paths. Takes n log n in their number.
    package func identifiers(of kind: PageKind) -> [String] {
        (bySlug[kind] ?? [:]).values.joined().sorted().map { entries[$0].placement.slug }
    }

    /// The entry at an address.
    package func entry(at route: Route) -> CatalogueEntry? { byRoute[route].map(entry) }

    /// An entry that somebody has found.
    private func entry(_ position: Int) -> CatalogueEntry {
        log?.noteEntry(position)
        return entries[position]
    }

    // MARK: Changes

    /// The same catalogue, which notes what is asked of it.
    package func noting(in log: CatalogueLog) -> Catalogue {
        var catalogue = self
        catalogue.log = log
        return catalogue
    }

    /// Notes that a community is looked for by its title.
    func noteCommunities() { log?.noteCommunities() }

    /// The catalogue of other candidates that stand as these entries do, and how it differs. Its pages may have other
    /// headings too.
    ///
    /// - Parameter renamed: By position.
    package func renaming(
        _ renamed: [(position: Int, candidate: CatalogueCandidate)]
    ) -> (catalogue: Catalogue, changes: CatalogueChanges) {
        var catalogue = self
        var changes = CatalogueChanges()
        var hasPeople = false
        for (position, candidate) in renamed {
            let old = entries[position]
            let new = old.renamed(as: candidate, in: settings)
            catalogue.entries[position] = new
            changes.add(position, old, new)
            if old.kind == .person, old.original == nil {
                hasPeople = true
                catalogue.byPersonName[old.title.lowercased()]?.removeAll { $0 == position }
                var positions = catalogue.byPersonName[new.title.lowercased()] ?? []
                positions.insert(position, at: positions.firstIndex { $0 > position } ?? positions.endIndex)
                catalogue.byPersonName[new.title.lowercased()] = positions
            }
        }
        if hasPeople { catalogue.nearPeople = NearPeople(of: catalogue.entries) }
        return (catalogue, changes)
    }

    /// The identifiers of all people, for suggestions.
    package var personIdentifiers: [String] { (bySlug[.person] ?? [:]).keys.sorted() }

    // MARK: People

    /// What a person named in front matter turns out to be.
    package enum PersonLookup: Sendable {
        /// Somebody with a file; the mention already knows whether they have a page.
        case found(PersonMention, CatalogueEntry)
        /// A plain name that is nobody's.
        case name(String)
        /// What looks like an identifier and is nobody's; the nearest ones.
        case unknown(nearest: [CatalogueEntry])
        /// A name that several people have.
        case ambiguous([CatalogueEntry])
    }

    /// The person of an identifier.
    func person(identifier: String) -> CatalogueEntry? {
        guard let position = bySlug[.person]?[identifier]?.first else {
            log?.noteName(identifier)
            return nil
        }
        return entry(position)
    }

    /// Finds a person by identifier or by name.
    package func person(_ text: String) -> PersonLookup {
        if let position = bySlug[.person]?[text]?.first { return found(entry(position)) }
        let name = text.lowercased()
        log?.noteName(name)
        let named = byPersonName[name] ?? []
        switch named.count {
        case 0:
            return Slug.isValid(text) ? .unknown(nearest: people(near: text)) : .name(text)
        case 1: return found(entry(named[0]))
        default: return .ambiguous(named.map(entry))
        }
    }

    /// Who may be meant by a text that is nobody's identifier or name, likeliest first, at most three.
    package func people(near text: String) -> [CatalogueEntry] {
        log?.notePeople()
        return nearPeople.positions(near: text).map(entry)
    }

    private func found(_ entry: CatalogueEntry) -> PersonLookup {
        .found(entry.page.map { .profile($0) } ?? .name(entry.title), entry)
    }

    // MARK: Pages

    /// What a reference in front matter turns out to be.
    package enum ReferenceLookup: Sendable {
        case found(CatalogueEntry)
        /// A page there is, but of a kind that does not belong here.
        case wrongKind(CatalogueEntry)
        case unknown(nearest: [String])
        /// An identifier that several pages have: the references that tell them apart.
        case ambiguous([String])
    }

    /// Finds a page by identifier, by relative path of its file, or as `community/folder/id`.
    ///
    /// - Parameters:
    ///   - text: As written.
    ///   - kinds: What may stand here; an identifier alone is looked for among them, first in the community of the file
    ///     that it stands in.
    ///   - source: The file that it stands in.
    package func page(_ text: String, of kinds: [PageKind], from source: SourcePath) -> ReferenceLookup {
        func checked(_ position: Int) -> ReferenceLookup {
            let entry = entry(position)
            return kinds.contains(entry.kind) ? .found(entry) : .wrongKind(entry)
        }
        if text.hasSuffix(".md") {
            if let path = source.folder.resolving(text), let position = positions[path] { return checked(position) }
            if let position = positions[SourcePath("content/\(text)")] { return checked(position) }
            return .unknown(nearest: nearestFiles(to: text, from: source))
        }
        let here = entry(of: source)?.placement.community
        if text.contains("/") {
            if let position = byReference[text] { return checked(position) }
            return .unknown(nearest: nearestReferences(to: text, of: kinds, from: here))
        }
        let matches = kinds.flatMap { bySlug[$0]?[text] ?? [] }
        let near = matches.filter { here != nil && entries[$0].placement.community == here }
        switch (near.count, matches.count) {
        case (1, _): return checked(near[0])
        case (0, 1): return checked(matches[0])
        case (0, 0):
            if let other = PageKind.allCases.lazy.compactMap({ self.bySlug[$0]?[text]?.first }).first {
                return .wrongKind(entry(other))
            }
            return .unknown(nearest: nearestReferences(to: text, of: kinds, from: here))
        default: return .ambiguous((near.isEmpty ? matches : near).map { entries[$0].reference })
        }
    }

    /// What a reference may mean that leads nowhere, at most three: pages of the community that it stands in before others.
    private func nearestReferences(to text: String, of kinds: [PageKind], from here: String?) -> [String] {
        let candidates = kinds.flatMap { (bySlug[$0] ?? [:]).values.joined() }.map { entries[$0] }
        let isPath = text.contains("/")
        if isPath {
            // Within a community its own name goes without saying, and in a reference it does not.
            let within = candidates.filter { $0.reference.hasSuffix("/\(text)") }
                .map { (isElsewhere: $0.placement.community == here ? 0 : 1, reference: $0.reference) }
                .sorted { ($0.isElsewhere, $0.reference) < ($1.isElsewhere, $1.reference) }
            if !within.isEmpty { return within.prefix(3).map(\.reference) }
        } else if kinds == [.community] {
            noteCommunities()
            let title = text.lowercased()
            if let named = candidates.first(where: { $0.title.lowercased() == title }) { return [named.placement.slug] }
        }
        let own = candidates.filter { here != nil && $0.placement.community == here }
        let nearest = Suggestion.nearest(to: text, among: own.map { isPath ? $0.reference : $0.placement.slug })
        guard nearest.count < 3 else { return nearest }
        // An identifier that several communities have names none of their pages.
        let others = Dictionary(grouping: candidates) { isPath ? $0.reference : $0.placement.slug }
        let far = Suggestion.nearest(to: text, among: others.keys.filter { !nearest.contains($0) }).flatMap { name in
            let named = others[name] ?? []
            return named.count == 1 ? [name] : named.map(\.reference).sorted()
        }
        return Array((nearest + far).prefix(3))
    }

    private func nearestFiles(to text: String, from source: SourcePath) -> [String] {
        guard let path = source.folder.resolving(text) else { return [] }
        return nearestFiles(to: path).map { $0.relative(toFolder: source.folder) }
    }

    /// The files whose path or name is nearest to one that is not there, at most three.
    package func nearestFiles(to path: SourcePath) -> [SourcePath] {
        let stem = Suggestion.Word(path.stem)
        let near = entries.lazy.map(\.source).filter { stem.distance(to: $0.stem) != nil }
        // Of those that are elsewhere, what shares more folders with it is nearer.
        let folders = path.folder.components
        return near.map { file in
            (
                isElsewhere: file.folder == path.folder ? 0 : 1, differs: file.stem == path.stem ? 0 : 1,
                unshared: folders.count - zip(folders, file.components).prefix { $0 == $1 }.count, path: file
            )
        }
        .sorted {
            ($0.isElsewhere + $0.differs, $0.isElsewhere, $0.unshared, $0.path) < (
                $1.isElsewhere + $1.differs, $1.isElsewhere, $1.unshared, $1.path
            )
        }
        .prefix(3).map(\.path)
    }

    /// The page that a mention of it from elsewhere leads to.
    package func reference(to entry: CatalogueEntry) -> PageReference {
        entry.page.map { .page($0) } ?? .hidden(title: entry.title)
    }
}

extension SourcePath {
    /// A relative reference that leads from a folder to this file.
    package func relative(toFolder folder: SourcePath) -> String {
        let here = folder.components
        let there = components
        let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
        return String(repeating: "../", count: here.count - shared) + there[shared...].joined(separator: "/")
    }
}

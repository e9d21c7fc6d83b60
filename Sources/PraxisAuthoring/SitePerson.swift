internal import PraxisDiagnostics
internal import PraxisMarkdown
internal import PraxisModel
internal import PraxisYAML

/// Somebody whom an author speaks of: who it is, and which files are theirs.
struct SitePerson {
    /// What they are called.
    let name: String
    /// As front matter names them.
    let reference: String
    /// Their profile; `nil` of somebody who has only a name on this site.
    let source: SourcePath?
    /// The profile, its translations and its photo, sorted.
    let files: [SourcePath]
    let names: RemainingNames
    private let route: Route?

    init(_ text: String, in sources: SiteSources) throws(AuthoringError) {
        guard let entry = try Self.entry(text, in: sources) else {
            (name, reference) = (text, text)
            source = nil
            route = nil
            files = []
            let others = sources.catalogue.entries.filter { $0.kind == .person }
            names = RemainingNames(of: text, words: [text], others: others.map(\.title))
            return
        }
        let route = entry.placement.route
        let pages = zip(sources.pages, sources.decoded).filter { $0.1.entry.placement.route == route }
        let photos = pages.flatMap { $0.1.uses }.filter { $0.kinds.isEmpty }.compactMap(\.target)
        (name, reference) = (entry.title, entry.placement.slug)
        source = entry.source
        self.route = route
        files = Set(pages.map { $0.0.source.path } + photos).sorted()
        var words = [entry.title, entry.placement.slug]
        for (_, page) in pages {
            if case .person(let person) = page.content, let address = person.contact.email { words.append(address) }
        }
        let others = sources.catalogue.entries.filter { $0.kind == .person && $0.placement.route != route }
        names = RemainingNames(of: entry.title, words: words, others: others.map(\.title))
    }

    /// The profile of somebody; `nil` of somebody who is named on pages and has none.
    private static func entry(_ name: String, in sources: SiteSources) throws(AuthoringError) -> CatalogueEntry? {
        let catalogue = sources.catalogue
        var text = name
        if text.hasSuffix(".md") { text = String(SourcePath(text).stem) }
        switch catalogue.person(text) {
        case .found(_, let entry): return entry
        case .ambiguous(let entries):
            throw AuthoringError(
                "\(entries.count) people are called \(text)",
                advice: "write the identifier: \(entries.map(\.placement.slug).joined(separator: " or "))")
        case .name, .unknown:
            let names = Set(sources.decoded.flatMap { $0.uses.filter { $0.target == nil }.map(\.text) })
            if names.contains(text) { return nil }
            let near =
                Suggestion.nearest(to: text, among: catalogue.personIdentifiers + names.sorted()).first
                ?? catalogue.people(near: text).first?.placement.slug
            throw AuthoringError(
                "there is nobody \(text) in content/people, and no page names them",
                advice: near.map { "did you mean \($0)?" } ?? peopleWith(text, names, catalogue)
                    ?? "write an identifier, which is the name of a file there, or a full name")
        }
    }

    /// Whom somebody may mean who says a part of a name.
    private static func peopleWith(_ text: String, _ names: Set<String>, _ catalogue: Catalogue) -> String? {
        func has(_ name: String) -> Bool {
            name.lowercased().split(separator: " ").contains { $0 == text.lowercased() }
        }
        let profiles = catalogue.entries.filter { $0.kind == .person && $0.original == nil && has($0.title) }
        let found = profiles.map(\.placement.slug).sorted() + names.filter(has).sorted()
        guard !found.isEmpty else { return nil }
        let shown = found.count > 4 ? found.prefix(3) + ["one of \(found.count - 3) others of that name"] : found[...]
        return "did you mean \(Words.alternatives(Array(shown)))?"
    }

    /// Whether a place in front matter, or above an answer, names them.
    func isNamed(by use: ReferenceUse) -> Bool {
        guard let target = use.target else { return source == nil && use.text == name }
        return files.contains(target)
    }

    /// Whether a link in a page leads to one of the files, or to the profile by its address.
    func isNamed(by address: String, in page: SourcePath) -> Bool {
        guard let route, HTML.kind(ofAddress: address) == .relative else { return false }
        let relative = RelativeAddress(address)
        guard !relative.path.isEmpty, let file = relative.file(from: page) else { return false }
        if files.contains(file) { return true }
        return file.rawValue.dropFirst("content".count) + "/" == route.path
    }
}

internal import PraxisDiagnostics
internal import PraxisMarkdown
internal import PraxisModel

/// Somebody who is taken out of a site: who it is, and which files are theirs.
struct ForgottenPerson {
    let entry: CatalogueEntry
    /// The profile, its translations and its photo, sorted.
    let files: [SourcePath]
    let names: RemainingNames

    init(_ name: String, in sources: SiteSources) throws(AuthoringError) {
        entry = try Self.entry(name, in: sources.catalogue)
        let route = entry.placement.route
        let pages = zip(sources.pages, sources.decoded).filter { $0.1.entry.placement.route == route }
        let photos = pages.flatMap { $0.1.uses }.filter { $0.kinds.isEmpty }.map(\.target)
        files = Set(pages.map { $0.0.source.path } + photos).sorted()
        var mail: [String] = []
        for (_, page) in pages {
            if case .person(let person) = page.content, let address = person.contact.email { mail.append(address) }
        }
        let others = sources.catalogue.entries.filter { $0.kind == .person && $0.placement.route != route }
        names = RemainingNames(of: entry, mail: mail, others: others.map(\.title))
    }

    private static func entry(_ name: String, in catalogue: Catalogue) throws(AuthoringError) -> CatalogueEntry {
        var text = name
        if text.hasSuffix(".md") { text = String(SourcePath(text).stem) }
        switch catalogue.person(text) {
        case .found(_, let entry): return entry
        case .ambiguous(let entries):
            throw AuthoringError(
                "\(entries.count) people are called \(text)",
                advice: "write the identifier: \(entries.map(\.placement.slug).joined(separator: " or "))")
        case .name, .unknown:
            let near = Suggestion.nearest(to: text, among: catalogue.personIdentifiers).first
            throw AuthoringError(
                "there is nobody \(text) in content/people",
                advice: near.map { "did you mean \($0)?" } ?? "write an identifier, which is the name of a file there")
        }
    }

    /// Whether a link in a page leads to one of the files, or to the profile by its address.
    func isNamed(by address: String, in source: SourcePath) -> Bool {
        guard HTML.kind(ofAddress: address) == .relative else { return false }
        let relative = RelativeAddress(address)
        guard !relative.path.isEmpty, let file = relative.file(from: source) else { return false }
        if files.contains(file) { return true }
        return file.rawValue.dropFirst("content".count) + "/" == entry.placement.route.path
    }
}

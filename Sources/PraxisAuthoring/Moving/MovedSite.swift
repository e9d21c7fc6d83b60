internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisMarkdown
internal import PraxisModel

/// A site before and after some of its files have moved: what a name or a link is to be then.
struct MovedSite {
    let sources: SiteSources
    let edits: FileEdits
    private let before: Catalogue
    private let after: Catalogue
    private let names: FileNames

    /// Fails where a page would have no place, another kind, or an address that is taken.
    init(_ sources: SiteSources, moves: [FileEdits.Move]) throws(AuthoringError) {
        self.sources = sources
        edits = FileEdits(moves: moves)
        names = FileNames(of: sources)
        var old: [CatalogueCandidate] = []
        var new: [CatalogueCandidate] = []
        for page in sources.pages {
            var candidate = page.candidate
            old.append(candidate)
            let source = edits.place(of: candidate.source)
            if source != candidate.source {
                let placement = try Self.placement(of: source, from: page)
                candidate = candidate.moved(to: source, placement)
                // An alias that is the new address gives way to the old address.
                candidate.aliases.removeAll { $0 == placement.route }
            }
            new.append(candidate)
        }
        let settings = sources.context.settings
        func catalogue(_ candidates: [CatalogueCandidate]) -> (catalogue: Catalogue, findings: [Finding]) {
            Catalogue.make(of: candidates, settings: settings, today: sources.context.today, includesDrafts: true)
        }
        let (before, known) = catalogue(old)
        let (after, found) = catalogue(new)
        let knownRules = Dictionary(grouping: known, by: \.rule).mapValues(\.count)
        for (rule, findings) in Dictionary(grouping: found, by: \.rule).sorted(by: { $0.key.id < $1.key.id })
        where findings.count > knownRules[rule] ?? 0 {
            guard let finding = findings.first(where: { !known.contains($0) }) else { continue }
            throw AuthoringError("\(finding.location.path): \(finding.message)", advice: finding.advice)
        }
        self.before = before
        self.after = after
    }

    private static func placement(of source: SourcePath, from page: ParsedPage) throws(AuthoringError) -> Placement {
        switch Placement.outcome(for: source) {
        case .page(let placement) where placement.kind == page.placement.kind: return placement
        case .page(let placement):
            let old = KindDescriptions.subject(of: page.placement.kind)
            let new = KindDescriptions.subject(of: placement.kind)
            throw AuthoringError(
                "\(page.source.path) is \(old), and \(source) would be \(new)",
                advice: page.placement.kind.communityFolder.map { "move it to a folder named \($0)" })
        case .refused(let finding):
            throw AuthoringError("\(source): \(finding.message)", advice: finding.advice)
        case .settings, .topics, .attachment:
            throw AuthoringError("\(source) would be no page")
        }
    }

    /// Where a file or folder will be; one that its `index.md` stands for goes with it.
    func place(of path: SourcePath) -> SourcePath {
        let place = edits.place(of: path)
        let index = path.appending("index.md")
        guard place == path, !names.files.contains(path), names.files.contains(index) else { return place }
        let moved = edits.place(of: index)
        return moved.name == "index.md" ? moved.folder : moved
    }

    /// The address that a page had.
    func oldRoute(of source: SourcePath) -> Route? { before.entry(of: source)?.route }

    /// The address that a page will have.
    func newRoute(of source: SourcePath) -> Route? { after.entry(of: place(of: source))?.route }

    // MARK: Names in front matter

    /// What to write where a file is named, as near as can be to what is written; `nil` where nothing need change.
    func name(for use: ReferenceUse, in source: SourcePath) -> String? {
        guard let named = use.target else { return nil }
        let file = place(of: source)
        let target = place(of: named)
        func leads(_ text: String) -> Bool {
            if use.kinds.isEmpty { return file.folder.resolving(text) == target }
            if use.kinds == [.person] {
                if case .found(_, let entry) = after.person(text) { return entry.source == target }
                return false
            }
            if case .found(let entry) = after.page(text, of: use.kinds, from: file) { return entry.source == target }
            return false
        }
        if leads(use.text) { return nil }
        return spellings(of: target, like: use, in: file).first(where: leads)
    }

    private func spellings(of target: SourcePath, like use: ReferenceUse, in file: SourcePath) -> [String] {
        let relative = target.relative(toFolder: file.folder)
        guard let entry = after.entry(of: target) else { return [relative] }
        let inContent = String(target.rawValue.dropFirst("content/".count))
        func route(_ entry: CatalogueEntry) -> String { String(entry.placement.route.path.dropFirst().dropLast()) }
        if use.text.hasSuffix(".md") {
            return before.entry(of: SourcePath("content/\(use.text)")) == nil ? [relative] : [inContent, relative]
        }
        guard use.text.contains("/") else { return [entry.placement.slug, entry.reference, route(entry)] }
        let wasRoute = use.target.flatMap(before.entry(of:)).map { route($0) == use.text } == true
        return wasRoute ? [route(entry), entry.reference] : [entry.reference, route(entry)]
    }

    // MARK: Links

    /// What the links of a page are to say then, by what they say now.
    func addresses(in page: ParsedPage) -> [String: String] {
        var addresses: [String: String] = [:]
        for link in page.document.links where addresses[link.destination] == nil {
            guard let new = address(link.destination, in: page.source.path), new != link.destination else { continue }
            addresses[link.destination] = new
        }
        return addresses
    }

    private func address(_ text: String, in source: SourcePath) -> String? {
        guard HTML.kind(ofAddress: text) == .relative else { return nil }
        let address = RelativeAddress(text)
        guard !address.path.isEmpty, let old = address.file(from: source) else { return nil }
        let file = place(of: source)
        let new = place(of: old)
        if address.file(from: file) == new { return nil }
        var path =
            address.path.hasPrefix("/")
            ? String(new.rawValue.dropFirst("content".count)) : new.relative(toFolder: file.folder)
        if address.path.hasPrefix("./"), !path.hasPrefix("../") { path = "./\(path)" }
        if address.path.hasSuffix("/"), !path.hasSuffix("/"), new.pathExtension != "md" { path += "/" }
        return Self.encoded(path) + address.suffix
    }

    /// A path with what would end an address in Markdown as percent-encoding.
    private static func encoded(_ path: String) -> String {
        var text = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case " ", "(", ")", "<", ">", "%", "\"", "?", "#", "\\":
                text += "%" + String(scalar.value, radix: 16, uppercase: true)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension CatalogueCandidate {
    /// The same file at another place.
    fileprivate func moved(to source: SourcePath, _ placement: Placement) -> CatalogueCandidate {
        CatalogueCandidate(
            source: source, placement: placement, title: title, status: status, shownFrom: shownFrom,
            shownUntil: shownUntil, language: language, isUnlisted: isUnlisted, left: left, aliases: aliases)
    }
}

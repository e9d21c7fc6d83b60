package import PraxisDiagnostics

/// Puts candidates in order and finds those that cannot stand beside others.
struct CatalogueBuilder {
    let candidates: [CatalogueCandidate]
    let settings: Settings
    let today: Day
    let includesDrafts: Bool
    private(set) var findings: [Finding] = []

    /// Positions of originals by what identifies them.
    private var communities: [String: Int] = [:]
    private var programmes: [String: Int] = [:]
    private var originals: [Route: Int] = [:]

    init(candidates: [CatalogueCandidate], settings: Settings, today: Day, includesDrafts: Bool) {
        self.candidates = candidates
        self.settings = settings
        self.today = today
        self.includesDrafts = includesDrafts
        for (position, candidate) in candidates.enumerated() where candidate.placement.translation == nil {
            originals[candidate.placement.route] = originals[candidate.placement.route] ?? position
            switch candidate.placement.kind {
            case .community: communities[candidate.placement.slug] = position
            case .programme: programmes[candidate.placement.slug] = position
            default: break
            }
        }
    }

    /// The entries, in the order of the candidates. Linear, but for the look for near names of what is missing.
    mutating func entries() -> [CatalogueEntry] {
        var entries: [CatalogueEntry] = []
        var next = 0
        for (position, candidate) in candidates.enumerated() {
            let above = reportOrphan(at: position)
            let visibility = visibility(at: position)
            let page = visibility == .shown ? PageID(next) : nil
            if page != nil { next += 1 }
            let language = language(at: position)
            entries.append(
                CatalogueEntry(
                    source: candidate.source, placement: candidate.placement,
                    title: candidate.name(in: settings), language: language,
                    route: candidate.placement.translation.map { candidate.placement.route(in: $0, of: settings) }
                        ?? candidate.placement.route,
                    visibility: visibility, page: page, community: above.community, programme: above.programme,
                    original: above.original, left: candidate.left))
        }
        reportSharedAddresses(entries)
        return entries
    }

    /// What a candidate stands below or translates; reports what it needs and has not got.
    private mutating func reportOrphan(at position: Int) -> (community: Int?, programme: Int?, original: Int?) {
        let candidate = candidates[position]
        let placement = candidate.placement
        let location = Location(path: candidate.source)
        var original: Int?
        if let translation = placement.translation {
            original = originals[placement.route]
            if original == nil {
                let name = candidate.source.stem
                findings.append(
                    Finding(
                        .orphan, at: location, "this translates \"\(name).md\", which is not beside it",
                        advice:
                            "add \(name).md, or rename this file to \(name).md and write \"language: \(translation)\" in it"
                    ))
            } else if !settings.languages.contains(translation) {
                findings.append(
                    Finding(
                        .languageUnknown, at: location, "the site has no language \"\(translation)\"",
                        advice: "add it to \"languages\" in site.yaml, or rename the file"))
            }
        }
        let community = placement.community.flatMap { communities[$0] }
        if let name = placement.community, community == nil, placement.kind != .community {
            findings.append(
                Finding(
                    .orphan, at: location, "there is no community \"\(name)\": its folder has no index.md",
                    advice: "add content/communities/\(name)/index.md with the community's title, purpose and owners"))
        }
        let programme = placement.programme.flatMap { programmes[$0] }
        if let name = placement.programme, programme == nil, placement.kind != .programme {
            findings.append(
                Finding(
                    .orphan, at: location, "there is no programme \"\(name)\": its folder has no index.md",
                    advice: "add content/programmes/\(name)/index.md with the programme's title and coordinator"))
        }
        return (community, programme, original)
    }

    private func visibility(at position: Int) -> Visibility {
        let candidate = candidates[position]
        let placement = candidate.placement
        if candidate.isUnlisted { return .unlisted }
        if !includesDrafts {
            if candidate.status == .draft { return .draft }
            if let day = candidate.shownFrom, day > today { return .notBefore(day) }
            if let day = candidate.shownUntil, day < today { return .notAfter(day) }
        }
        let above = [
            placement.translation.flatMap { _ in originals[placement.route] },
            placement.kind == .community ? nil : placement.community.flatMap { communities[$0] },
            placement.kind == .programme ? nil : placement.programme.flatMap { programmes[$0] },
        ].compactMap(\.self)
        let hasMissingParent =
            (placement.community != nil && placement.kind != .community
                && communities[placement.community ?? ""] == nil)
            || (placement.translation != nil && originals[placement.route] == nil)
        return hasMissingParent || above.contains { visibility(at: $0) != .shown } ? .insideHidden : .shown
    }

    private func language(at position: Int) -> String {
        let candidate = candidates[position]
        if let language = candidate.placement.translation ?? candidate.language { return language }
        let parent =
            candidate.placement.kind == .community
            ? nil : candidate.placement.community.flatMap { communities[$0] }
        return parent.map { language(at: $0) } ?? settings.language
    }

    // MARK: Addresses

    /// Two things at one address, also when they differ only in case or in Unicode form.
    private mutating func reportSharedAddresses(_ entries: [CatalogueEntry]) {
        var holders: [String: (source: SourcePath, route: Route)] = [:]
        func key(_ route: Route) -> String { route.path.lowercased() }
        for entry in entries {
            let place = Location(path: entry.source)
            if let holder = holders[key(entry.route)] {
                findings.append(
                    Finding(
                        .sharedAddress, at: place, "\(holder.source) has the address \(entry.route) too",
                        advice: "rename one of the two"))
            } else {
                holders[key(entry.route)] = (entry.source, entry.route)
            }
            if entry.kind == .page, let occupant = reservedFor(entry.route) {
                findings.append(
                    Finding(
                        .sharedAddress, at: place, "\(occupant) is at \(entry.route) already",
                        advice: "give this file another name"))
            }
        }
        for candidate in candidates {
            for alias in candidate.aliases {
                let place = Location(path: candidate.source)
                if let holder = holders[key(alias)] {
                    findings.append(
                        Finding(
                            .sharedAddress, at: place, "the alias \(alias) is the address of \(holder.source)",
                            advice: "take it out of \"aliases\""))
                } else if let occupant = reservedFor(alias) {
                    findings.append(
                        Finding(
                            .sharedAddress, at: place, "the alias \(alias) is the address of \(occupant)",
                            advice: "take it out of \"aliases\""))
                } else {
                    holders[key(alias)] = (candidate.source, alias)
                }
            }
        }
    }

    /// What the site puts at an address by itself, the editions in other languages included.
    private func reservedFor(_ route: Route) -> String? {
        let parts = route.path.split(separator: "/")
        if let first = parts.first, settings.languages.dropFirst().contains(String(first)) {
            return parts.count == 1
                ? "the home page in \"\(first)\""
                : GeneratedRoutes.occupant(of: Route("/\(parts.dropFirst().joined(separator: "/"))/"))
        }
        return GeneratedRoutes.occupant(of: route)
    }
}

extension Rule {
    static let orphan = Rule("page.orphan", .error, "What a file belongs to or translates is there too.")
    static let languageUnknown = Rule("language.unknown", .error, "Translations are in one of the site's languages.")
    package static let sharedAddress = Rule("address.shared", .error, "Each address belongs to one page.")
}

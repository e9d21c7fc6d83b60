internal import PraxisDiagnostics
internal import PraxisModel

/// The language that a new page is in.
struct NewLanguage {
    /// A BCP 47 tag.
    let own: String
    /// What it would be in if it said nothing.
    let inherited: String
}

/// Where a new page's file is to be.
struct NewPlace {
    let file: SourcePath
    /// The identifier of the community that it belongs to.
    let community: String?

    init(_ kind: PageKind, _ request: NewPage.Request, in sources: SiteSources) throws(AuthoringError) {
        guard !request.title.allSatisfy(\.isWhitespace) else {
            throw AuthoringError(
                "there is no title", advice: "write it behind the kind: praxis new \(request.kind) \"…\"")
        }
        let spoken = Self.language(request, in: sources)
        let slug = request.identifier ?? Slug.suggestion(for: request.title, in: spoken)
        guard Slug.isValid(slug), !slug.isEmpty else {
            let near = Slug.suggestion(for: slug, in: spoken)
            throw AuthoringError(
                "\"\(request.identifier ?? request.title)\" cannot be an address: names have a–z, 0–9 and hyphens",
                advice: near.isEmpty ? "give a name with --id" : "write --id \(near)")
        }
        let content = Placement.contentFolder
        var community = try request.community.map { (name) throws(AuthoringError) in
            try Self.known(name, of: .community, in: sources.catalogue)
        }
        switch kind {
        case .community: file = content.appending("communities/\(slug)/index.md")
        case .person: file = content.appending("people/\(slug).md")
        case .topic:
            guard sources.context.topics.contains(TopicID(slug)) else {
                let near = Suggestion.nearest(to: slug, among: sources.context.topics.map(\.rawValue).sorted()).first
                throw AuthoringError(
                    "no topic \"\(slug)\" in topics.yaml",
                    advice: near.map { "did you mean \($0)? else add it to content/topics.yaml first" }
                        ?? "add it to content/topics.yaml first")
            }
            file = content.appending("topics/\(slug).md")
        case .opportunity: file = content.appending("opportunities/\(slug).md")
        case .programme: file = content.appending("programmes/\(slug)/index.md")
        case .session:
            let programme = try Self.only(.programme, request.programme, for: kind, in: sources.catalogue)
            file = Self.session(slug, of: programme, in: sources.catalogue)
        case .home, .page:
            file =
                community.map { content.appending("communities/\($0)/\(slug).md") } ?? content.appending("\(slug).md")
        case .resource, .path, .event, .post, .question, .guide:
            let name = try Self.only(.community, request.community, for: kind, in: sources.catalogue)
            community = name
            file = content.appending("communities/\(name)/\(kind.communityFolder ?? "")/\(slug).md")
        }
        self.community = community
        if case .refused(let finding) = Placement.outcome(for: file) {
            throw AuthoringError("\(file): \(finding.message)", advice: finding.advice)
        }
    }

    /// The thing that is named, or else the only one there is.
    private static func only(
        _ owner: PageKind, _ name: String?, for kind: PageKind, in catalogue: Catalogue
    ) throws(AuthoringError) -> String {
        if let name { return try known(name, of: owner, in: catalogue) }
        let all = catalogue.identifiers(of: owner)
        if let only = all.first, all.count == 1 { return only }
        let option = owner.rawValue
        guard !all.isEmpty else {
            throw AuthoringError(
                "\(KindDescriptions.subject(of: kind)) belongs to a \(option), and there is none yet",
                advice: "make one first: praxis new \(option) \"…\"")
        }
        throw AuthoringError(
            "\(KindDescriptions.subject(of: kind)) belongs to a \(option)",
            advice: "say which with --\(option): \(all.joined(separator: ", "))")
    }

    private static func known(_ name: String, of kind: PageKind, in catalogue: Catalogue) throws(AuthoringError)
        -> String
    {
        if catalogue.entry(of: kind, named: name) != nil { return name }
        let all = catalogue.identifiers(of: kind)
        let near = Suggestion.nearest(to: name, among: all).first
        throw AuthoringError(
            "there is no \(kind.rawValue) \"\(name)\"",
            advice: near.map { "did you mean \($0)?" }
                ?? (all.isEmpty
                    ? "there is none yet; make one first: praxis new \(kind.rawValue) \"…\""
                    : "there are \(all.joined(separator: ", "))"))
    }

    /// The file of a programme's next session.
    private static func session(_ slug: String, of programme: String, in catalogue: Catalogue) -> SourcePath {
        let numbers = catalogue.entries.filter { $0.placement.programme == programme }.compactMap(
            \.placement.sessionNumber)
        let number = (numbers.max() ?? 0) + 1
        return Placement.contentFolder.appending("programmes/\(programme)/\(padded(number, to: 2))-\(slug).md")
    }

    /// The language whose letters a title has: the page's own, or that of the community that it is to belong to, or the site's.
    private static func language(_ request: NewPage.Request, in sources: SiteSources) -> String {
        let named = request.community.flatMap { sources.catalogue.entry(of: .community, named: $0) }
        return request.language ?? named?.language ?? sources.context.settings.language
    }

    /// The language that the page is in.
    func language(_ wanted: String?, in sources: SiteSources) -> NewLanguage {
        let above = community.flatMap { sources.catalogue.entry(of: .community, named: $0) }
        let inherited = above?.language ?? sources.context.settings.language
        return NewLanguage(own: wanted ?? inherited, inherited: inherited)
    }
}

internal import PraxisMarkdown
internal import PraxisModel

extension SearchDocument {
    /// What search knows of a page of the site. Linear in the length of its text.
    init(of page: Page, in site: Site, label: (SearchFacet, String, String) -> String?) {
        let metadata = page.metadata
        let facets = PageFacets(of: page, on: site.today)
        let kind = facets.kind
        let community = page.community.map { site[$0].original ?? $0 }
        facts = SearchFacts(
            url: page.route.searchAddress, title: MailAddresses.leftOut(of: metadata.title), kind: kind,
            community: community.map { site[$0].slug }, topics: facets.topics.map(\.rawValue),
            attributes: facets.searchAttributes, date: page.searchDate?.number, language: page.language,
            original: site.versionedAddress(of: page), isArchived: metadata.isArchived)
        // Of a resource, what its curator says of it is worth more than what it is about.
        summary = MailAddresses.leftOut(of: page.resource?.why ?? metadata.summary)
        fields = page.searchFields(in: site)
        sections = page.searchSections(in: site)
        for id in facets.topics {
            guard let topic = site.topic(id) else { continue }
            fields.append((.keywords, ([topic.label] + topic.synonyms).joined(separator: "\n")))
        }
        if let label = label(.kind, kind, page.language) { fields.append((.keywords, label)) }
        if let community, page.kind != .community { fields.append((.keywords, site[community].metadata.title)) }
        fields = fields.map { ($0.field, MailAddresses.leftOut(of: $0.text)) }
    }

    /// What search knows of a topic that has no file of its own.
    init(of topic: Topic, language: String) {
        facts = SearchFacts(
            url: topic.route.searchAddress, title: MailAddresses.leftOut(of: topic.label),
            kind: PageKind.topic.rawValue,
            community: nil, topics: [topic.id.rawValue], attributes: [:], date: nil, language: language, original: nil,
            isArchived: false)
        summary = MailAddresses.leftOut(of: topic.summary ?? "")
        let synonyms = MailAddresses.leftOut(of: topic.synonyms.joined(separator: "\n"))
        fields = synonyms.isEmpty ? [] : [(.note, synonyms)]
        sections = []
    }

    /// What search knows of a list or tool: what it says of itself, not what it lists.
    init(of overview: Overview, label: (SearchFacet, String, String) -> String?) {
        let kind = PageKind.page.rawValue
        facts = SearchFacts(
            url: overview.route.searchAddress, title: overview.title, kind: kind, community: nil, topics: [],
            attributes: [:], date: nil, language: overview.language, original: overview.original?.searchAddress,
            isArchived: false)
        summary = ""
        fields = label(.kind, kind, overview.language).map { [(.keywords, $0)] } ?? []
        sections = overview.summary.isEmpty ? [] : [Section(id: "", heading: "", text: overview.summary)]
    }
}

extension Route {
    /// The address without its first slash, as seen from the root.
    fileprivate var searchAddress: String { String(path.dropFirst()) }
}

extension Site {
    /// The address of what a page and its translations are versions of; `nil` for a page in one language.
    fileprivate func versionedAddress(of page: Page) -> String? {
        let original = page.original ?? page.id
        let hasTranslations = relations.translations[original]?.isEmpty == false
        return hasTranslations ? self[original].route.searchAddress : nil
    }

    /// The name of somebody mentioned.
    func name(of person: PersonMention) -> String {
        switch person {
        case .profile(let id): self[id].person?.name ?? self[id].metadata.title
        case .name(let name): name
        }
    }
}

extension PageFacets {
    /// What a page has of the facets of which it has one value or none.
    fileprivate var searchAttributes: [SearchFacet: String] {
        var attributes: [SearchFacet: String] = [:]
        attributes[.level] = level
        attributes[.length] = length?.rawValue
        attributes[.freshness] = freshness?.rawValue
        attributes[.way] = way?.rawValue
        attributes[.circle] = circle?.rawValue
        return attributes
    }
}

extension Page {
    /// The day by which readers would sort it.
    fileprivate var searchDate: Day? {
        switch content {
        case .post(let post): post.date
        case .question(let question): question.asked
        case .resource(let resource): resource.added
        case .event(let event): event.start.day
        default: nil
        }
    }

    /// The document's sections; an answer's heading is its author's name.
    fileprivate func searchSections(in site: Site) -> [SearchDocument.Section] {
        var second = -1
        return document.sections.map { section in
            if section.heading?.level == 2 { second += 1 }
            let answer = section.heading?.level == 2 ? question?.answers.first { $0.section == second } : nil
            return SearchDocument.Section(
                id: section.heading?.anchor ?? "",
                heading: answer.map { site.name(of: $0.author) }
                    ?? MailAddresses.leftOut(of: section.heading?.text ?? ""), text: section.text)
        }
    }
}

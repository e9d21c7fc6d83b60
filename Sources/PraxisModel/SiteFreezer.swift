package import PraxisDiagnostics
package import PraxisMarkdown

/// Puts decoded pages together into the site, and fills in what one page takes from another.
package enum SiteFreezer {
    /// A page with its text, where its links lead and what its lists hold.
    package struct Part: Sendable {
        package var decoded: DecodedPage
        package var text: Page.Text

        package init(
            decoded: DecodedPage, document: MarkdownDocument, links: [LinkTarget], lists: [ListRequest?]
        ) {
            self.decoded = decoded
            text = Page.Text(document: document, links: links, lists: lists)
        }

        /// Whether all that it says may be shown while its page is on the site: not before somebody has agreed to what is
        /// said of them.
        var isAgreedTo: Bool {
            guard case .person(let person) = decoded.content else { return true }
            return person.confirmed != nil
        }

        /// What of it may be shown: of somebody who has not agreed, name, role and unit.
        package var agreedTo: Part {
            guard !isAgreedTo else { return self }
            var part = self
            part.decoded.metadata.summary = ""
            part.decoded.metadata.topics = []
            part.decoded.metadata.circle = KindDefaults.circle(of: decoded.content)
            part.decoded.metadata.way = KindDefaults.way(of: decoded.content)
            part.decoded.metadata.extra = .none
            part.text = Page.Text(document: text.document.withoutText, links: [], lists: [])
            return part
        }
    }

    /// The frozen site, of the parts that are on it today, and what is wrong with pages taken together.
    ///
    /// - Parameters:
    ///   - parts: In the order of the catalogue's entries. Linear in their number.
    ///   - menu: In the order of its entries; empty for the theme's own.
    ///   - changes: When files last changed, where that is known.
    package static func freeze(
        _ parts: [Part], catalogue: Catalogue, topics: [Topic], attachments: [Attachment], today: Day,
        menu: [MenuItem] = [], changes: [SourcePath: Day] = [:]
    ) -> (site: Site, findings: [Finding]) {
        let shown = parts.filter { $0.decoded.entry.page != nil }
        let maker = PageMaker(catalogue: catalogue, changes: changes) { shown[$0.index].decoded }
        let pages = shown.enumerated().map { maker.page(PageID($0), $1) }
        let pageIDs = Dictionary(
            pages.compactMap { page -> (TopicID, PageID)? in
                if case .topic(let id) = page.content, page.original == nil { (id, page.id) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
        let site = Site(
            settings: catalogue.settings, today: today, menu: menu, pages: pages,
            topics: topics.map {
                Topic(
                    id: $0.id, label: $0.label, synonyms: $0.synonyms, broader: $0.broader, summary: $0.summary,
                    page: pageIDs[$0.id])
            }, attachments: attachments)
        return (site, CycleFinder(site: site).findings)
    }

    /// The site after some of its pages have been decoded anew, and what is wrong with pages taken together; `nil` where
    /// pages besides these would say something else, which takes freezing all.
    ///
    /// - Parameters:
    ///   - site: Frozen of the same catalogue, names apart, and of the same `changes`.
    ///   - decoded: What any page of the site says now, and what it said.
    package static func exchanging(
        _ changed: [PageID: Part], in site: Site, catalogue: Catalogue, changes: [SourcePath: Day],
        decoded: @escaping (PageID) -> (new: DecodedPage, old: DecodedPage)
    ) -> (site: Site, findings: [Finding])? {
        let maker = PageMaker(catalogue: catalogue, changes: changes) { decoded($0).new }
        var pages: [PageID: Page] = [:]
        for (id, part) in changed {
            let (new, old) = decoded(id)
            guard new.answers == old.answers else { return nil }
            pages[id] = maker.page(id, part)
        }
        let new = Site(site, exchanging: pages)
        return (new, CycleFinder(site: new).findings)
    }
}

extension DecodedPage {
    /// What it says that decides who answers for other pages.
    fileprivate var answers: Answers {
        switch content {
        case .person(let person): Answers(owners: metadata.owners, left: person.alumni)
        case .programme(let programme): Answers(owners: metadata.owners, coordinator: programme.coordinator)
        default: Answers(owners: metadata.owners)
        }
    }

    fileprivate struct Answers: Equatable {
        var owners: [PersonMention]
        var left: Day?
        var coordinator: PersonMention?
    }
}

/// Makes a site's pages of decoded ones.
private struct PageMaker {
    let catalogue: Catalogue
    /// When files last changed, where that is known.
    let changes: [SourcePath: Day]
    /// What any page of the site says.
    let decoded: (PageID) -> DecodedPage

    func page(_ id: PageID, _ part: SiteFreezer.Part) -> Page {
        let entry = part.decoded.entry
        func shown(_ position: Int?) -> PageID? { position.flatMap { catalogue.entries[$0].page } }
        var facts = Page.Facts(
            id: id, source: entry.source, slug: entry.placement.slug, kind: entry.kind, route: entry.route,
            language: entry.language, community: shown(entry.community), original: shown(entry.original),
            metadata: part.decoded.metadata, content: part.decoded.content)
        facts.metadata.changed = changes[facts.source]
        facts.metadata.owners = owners(of: facts)
        return Page(facts, part.text)
    }

    /// Who answers for a page: those whom it names, or its author or curator, if they are still here, else its community's
    /// owners.
    private func owners(of page: Page.Facts) -> [PersonMention] {
        func isHere(_ person: PersonMention) -> Bool {
            guard let id = person.page, case .person(let profile) = decoded(id).content else {
                return !person.isFormerMember
            }
            return profile.alumni == nil
        }
        let named = page.metadata.owners
        let own = (named.isEmpty ? ownOwners(of: page) : named).filter(isHere)
        guard own.isEmpty, let community = page.community else { return own }
        return decoded(community).metadata.owners.filter(isHere)
    }

    private func ownOwners(of page: Page.Facts) -> [PersonMention] {
        switch page.content {
        case .person: return [.profile(page.id)]
        case .resource(let resource): return [resource.curator]
        case .path(let path): return [path.curator]
        case .post(let post): return [post.author]
        case .event(let event): return [event.host]
        case .programme(let programme): return [programme.coordinator]
        case .opportunity(let opportunity): return [opportunity.host]
        case .session(let session):
            let page = decoded(session.programme)
            guard case .programme(let programme) = page.content else { return [] }
            let own = page.metadata.owners
            return own.isEmpty ? [programme.coordinator] : own
        case .community, .question, .guide, .plain, .topic: return []
        }
    }
}

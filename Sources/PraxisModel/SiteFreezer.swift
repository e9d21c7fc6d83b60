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
    }

    /// The frozen site, of the parts that are on it today, and what is wrong with pages taken together.
    ///
    /// - Parameters:
    ///   - parts: In the order of the catalogue's entries. Linear in their number.
    ///   - changes: When files last changed, where that is known.
    package static func freeze(
        _ parts: [Part], catalogue: Catalogue, topics: [Topic], attachments: [Attachment], today: Day,
        changes: [SourcePath: Day] = [:]
    ) -> (site: Site, findings: [Finding]) {
        let facts = parts.compactMap { part -> Page.Facts? in
            let entry = part.decoded.entry
            guard let id = entry.page else { return nil }
            func shown(_ position: Int?) -> PageID? { position.flatMap { catalogue.entries[$0].page } }
            return Page.Facts(
                id: id, source: entry.source, slug: entry.placement.slug, kind: entry.kind, route: entry.route,
                language: entry.language, community: shown(entry.community), original: shown(entry.original),
                metadata: part.decoded.metadata, content: part.decoded.content)
        }
        let texts = parts.lazy.filter { $0.decoded.entry.page != nil }.map(\.text)
        let pages = zip(facts, texts).map { own, text in
            var own = own
            own.metadata.changed = changes[own.source]
            if own.metadata.owners.isEmpty { own.metadata.owners = owners(of: own, in: facts, on: today) }
            return Page(own, text)
        }
        let pageIDs = Dictionary(
            pages.compactMap { page -> (TopicID, PageID)? in
                if case .topic(let id) = page.content, page.original == nil { (id, page.id) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
        let site = Site(
            settings: catalogue.settings, today: today, pages: pages,
            topics: topics.map {
                Topic(
                    id: $0.id, label: $0.label, synonyms: $0.synonyms, broader: $0.broader, summary: $0.summary,
                    page: pageIDs[$0.id])
            }, attachments: attachments)
        return (site, CycleFinder(site: site).findings)
    }

    /// Who answers for a page that does not say so: its author or curator if they are still here, else its community's
    /// owners.
    private static func owners(of page: Page.Facts, in pages: [Page.Facts], on today: Day) -> [PersonMention] {
        func isHere(_ person: PersonMention) -> Bool {
            guard let id = person.page, case .person(let profile) = pages[id.index].content, let left = profile.alumni
            else { return true }
            return left > today
        }
        let own = ownOwners(of: page, in: pages).filter(isHere)
        guard own.isEmpty, let community = page.community else { return own }
        return pages[community.index].metadata.owners.filter(isHere)
    }

    private static func ownOwners(of page: Page.Facts, in pages: [Page.Facts]) -> [PersonMention] {
        switch page.content {
        case .person: return [.profile(page.id)]
        case .resource(let resource): return [resource.curator]
        case .path(let path): return [path.curator]
        case .post(let post): return [post.author]
        case .event(let event): return [event.host]
        case .programme(let programme): return [programme.coordinator]
        case .opportunity(let opportunity): return [opportunity.host]
        case .session(let session):
            guard case .programme(let programme) = pages[session.programme.index].content else { return [] }
            let own = pages[session.programme.index].metadata.owners
            return own.isEmpty ? [programme.coordinator] : own
        case .community, .question, .guide, .plain, .topic: return []
        }
    }
}

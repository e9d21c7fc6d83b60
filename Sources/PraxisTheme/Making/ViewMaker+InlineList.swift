import PraxisModel

extension ViewMaker {
    /// What an author asked for in the text of a page.
    func inlineList(_ request: ListRequest) -> InlineList {
        switch request.subject {
        case .people(let knowledge): InlineList(people: people(knowledge, request).map { personRow(page($0)) })
        case .pages(.event): InlineList(events: nextEvents(request))
        case .pages(let kind): InlineList(items: pages(kind, request).prefix(request.limit).map { itemRow(page($0)) })
        }
    }

    private func pages(_ kind: PageKind, _ request: ListRequest) -> some Sequence<PageID> {
        let candidates =
            request.community.map { relations.inside($0, kind) } ?? relations.byKind[kind] ?? []
        return candidates.lazy.filter { isWanted($0, request) }
    }

    private func nextEvents(_ request: ListRequest) -> [EventRow] {
        guard request.community != nil || request.topic != nil else { return nextEvents(request.limit) }
        return nextEvents(request.limit, of: pages(.event, request))
    }

    private func isWanted(_ id: PageID, _ request: ListRequest) -> Bool {
        let page = site[id]
        return (request.community == nil || page.community == request.community)
            && request.topic.map { page.metadata.topics.contains($0) } ?? true
    }

    private func people(_ knowledge: ListRequest.Knowledge, _ request: ListRequest) -> some Sequence<PageID> {
        guard let topic = request.topic else { return [PageID]().prefix(0) }
        let people =
            switch knowledge {
            case .know: (index.knowing[topic] ?? []).map(\.person)
            case .offer: index.offering[topic] ?? []
            }
        return people.prefix(request.limit)
    }
}

/// What leads where across the site, worked out once. Every list is in its natural order and leaves archived pages and
/// translations out, unless it says otherwise.
package struct Relations: Equatable, Sendable, Encodable {
    /// Originals by kind, archived ones left out: communities, people and topics by title, posts, questions and resources
    /// newest first, events by start, everything else by title.
    package private(set) var byKind: [PageKind: [PageID]] = [:]
    /// The same inside each community.
    package private(set) var byCommunity: [PageID: [PageKind: [PageID]]] = [:]
    package private(set) var byTopic: [TopicID: [PageID]] = [:]
    /// Archived originals, by title.
    package private(set) var archived: [PageID] = []
    /// By original and language.
    package private(set) var translations: [PageID: [String: PageID]] = [:]
    /// What each person is named in, and as what.
    package private(set) var involvements: [PageID: [Involvement]] = [:]
    /// Which pages say that they grew out of a page (`from`, `replaced_by` and paths do not count).
    package private(set) var outgrowths: [PageID: [PageID]] = [:]
    /// Paths in which a page stands.
    package private(set) var pathsContaining: [PageID: [PageID]] = [:]
    /// Communities below a community.
    package private(set) var children: [PageID: [PageID]] = [:]
    package private(set) var sessions: [PageID: [PageID]] = [:]

    /// A person's part in a page.
    package struct Involvement: Hashable, Sendable, Encodable {
        package enum Part: Hashable, Sendable, Encodable {
            case role(Role, isPast: Bool)
            case curator, author, host, speaker, coordinator, asker, answerer, thanked, owner
        }

        package let part: Part
        package let page: PageID
    }

    /// - Parameter pages: By `PageID.index`.
    package init(of pages: [Page.Facts], today: Day) {
        let order = Self.naturalOrder(of: pages)
        for page in order {
            if let original = page.original {
                translations[original, default: [:]][page.language] = page.id
                continue
            }
            if page.metadata.isArchived {
                archived.append(page.id)
            } else {
                byKind[page.kind, default: []].append(page.id)
                if let community = page.community, page.kind != .community {
                    byCommunity[community, default: [:]][page.kind, default: []].append(page.id)
                }
                for topic in page.metadata.topics { byTopic[topic, default: []].append(page.id) }
            }
            addInvolvements(of: page, today: today)
            addArrows(from: page)
        }
        archived.sort { pages[$0.index].metadata.title < pages[$1.index].metadata.title }
        for (programme, list) in sessions {
            func number(_ id: PageID) -> Int {
                if case .session(let session) = pages[id.index].content { session.number } else { 0 }
            }
            sessions[programme] = list.sorted { (number($0), $0) < (number($1), $1) }
        }
    }

    private mutating func addArrows(from page: Page.Facts) {
        switch page.content {
        case .community(let community):
            if let parent = community.parent?.page { children[parent, default: []].append(page.id) }
        case .post(let post):
            for source in post.from.compactMap(\.page) { outgrowths[source, default: []].append(page.id) }
        case .path(let path):
            for item in path.items {
                if case .reference(.page(let target)) = item.target {
                    pathsContaining[target, default: []].append(page.id)
                }
            }
        case .session(let session):
            sessions[session.programme, default: []].append(page.id)
        default: break
        }
    }

    private mutating func addInvolvements(of page: Page.Facts, today: Day) {
        func add(_ person: PersonMention?, _ part: Involvement.Part) {
            guard let id = person?.page else { return }
            let involvement = Involvement(part: part, page: page.id)
            if involvements[id]?.contains(involvement) != true { involvements[id, default: []].append(involvement) }
        }
        switch page.content {
        case .community(let community):
            for role in Role.allCases {
                for holder in community.roles[role] ?? [] {
                    add(holder.person, .role(role, isPast: holder.isPast(on: today)))
                }
            }
        case .resource(let resource): add(resource.curator, .curator)
        case .path(let path): add(path.curator, .curator)
        case .event(let event):
            add(event.host, .host)
            for speaker in event.speakers { add(speaker, .speaker) }
        case .post(let post):
            add(post.author, .author)
            for person in post.to { add(person, .thanked) }
        case .question(let question):
            add(question.askedBy, .asker)
            for answer in question.answers { add(answer.author, .answerer) }
        case .programme(let programme): add(programme.coordinator, .coordinator)
        case .opportunity(let opportunity): add(opportunity.host, .host)
        case .guide, .plain, .topic:
            for owner in page.metadata.owners { add(owner, .owner) }
        case .person, .session: break
        }
    }

    /// By kind: newest first for what has a date, by start for events, else by title; ties by path.
    private static func naturalOrder(of pages: [Page.Facts]) -> [Page.Facts] {
        pages.map { SortKey(of: $0) }.sorted().map { pages[$0.id.index] }
    }
}

/// Places pages of one kind in their natural order.
private struct SortKey: Comparable {
    /// Smaller comes first: days counted backwards for what is newest first.
    var time: Int
    var title: String
    var id: PageID

    init(of page: Page.Facts) {
        id = page.id
        title = page.metadata.title.lowercased()
        time =
            switch page.content {
            case .post(let post): -post.date.number
            case .question(let question): -question.asked.number
            case .resource(let resource): -(resource.added?.number ?? 0)
            case .event(let event): event.start.day.number * 1440 + event.start.minute
            default: 0
            }
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
        (left.time, left.title, left.id) < (right.time, right.title, right.id)
    }
}

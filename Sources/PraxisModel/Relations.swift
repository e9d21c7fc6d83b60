/// What leads where across the site, worked out once. Every list is in its natural order and leaves archived pages and
/// translations out, unless it says otherwise.
///
/// Of a site that notes reads (``Site/noting(in:)``) it notes which lists are asked for.
package struct Relations: Equatable, Sendable, Encodable {
    private let kept: Kept<Lists>
    private var log: ReadLog?

    /// - Parameters:
    ///   - pages: By `PageID.index`.
    ///   - order: Of the same pages.
    init(of pages: [Page], in order: NaturalOrder, today: Day) {
        kept = Kept(Lists(of: pages, in: order, today: today))
    }

    /// Originals by kind, archived ones left out: communities, people and topics by title, posts, questions and resources
    /// newest first, events by start, everything else by title.
    package var byKind: RelationTable<PageKind, [PageID]> { table(kept.value.byKind, { .kind($0) }) }
    package var byTopic: RelationTable<TopicID, [PageID]> { table(kept.value.byTopic, { .topic($0) }) }
    /// Pages in each circle and of each way of learning, in the order of their kinds.
    package var byCircle: RelationTable<Circle, [PageID]> { table(kept.value.byCircle, { .circle($0) }) }
    package var byWay: RelationTable<Way, [PageID]> { table(kept.value.byWay, { .way($0) }) }
    package var hasTranslations: Bool {
        log?.note(.hasTranslations)
        return !kept.value.translations.isEmpty
    }

    /// By original and language.
    package var translations: RelationTable<PageID, [String: PageID]> {
        table(kept.value.translations, { .translations($0) })
    }
    /// What each person is named in, and as what.
    package var involvements: RelationTable<PageID, [Involvement]> {
        table(kept.value.involvements, { .involvements($0) })
    }
    /// Which pages say that they grew out of a page (`from`, `replaced_by` and paths do not count).
    package var outgrowths: RelationTable<PageID, [PageID]> { table(kept.value.outgrowths, { .outgrowths($0) }) }
    /// Paths in which a page stands.
    package var pathsContaining: RelationTable<PageID, [PageID]> { table(kept.value.pathsContaining, { .paths($0) }) }
    /// Communities below a community.
    package var children: RelationTable<PageID, [PageID]> { table(kept.value.children, { .children($0) }) }
    package var sessions: RelationTable<PageID, [PageID]> { table(kept.value.sessions, { .sessions($0) }) }

    /// Archived originals, by title.
    package var archived: [PageID] {
        log?.note(.archived)
        return kept.value.archived
    }

    /// What is in a community of a kind.
    package func inside(_ community: PageID, _ kind: PageKind) -> [PageID] {
        log?.note(.inside(community, kind))
        return kept.value.byCommunity[community]?[kind] ?? []
    }

    /// Whether there is anything of a kind in a community.
    package func hasAny(_ kind: PageKind, inside community: PageID) -> Bool {
        log?.note(.presence(community, kind))
        return kept.value.byCommunity[community]?[kind] != nil
    }

    /// All that is in a community, in the order of the kinds.
    package func inside(_ community: PageID) -> [PageID] {
        PageKind.insideCommunities.flatMap { inside(community, $0) }
    }

    private func table<Key, Value>(
        _ values: [Key: Value], _ relation: @escaping @Sendable (Key) -> Relation
    ) -> RelationTable<Key, Value> {
        RelationTable(values: values, relation: relation, log: log)
    }

    // MARK: Changes

    /// The same relations with some pages at other places of their lists. Linear in the lists that have one of these.
    ///
    /// - Parameters:
    ///   - moved: Pages with other titles; all else that relates them is as it was.
    ///   - pages: By `PageID.index`.
    func moving(_ moved: Set<PageID>, of pages: [Page], in order: NaturalOrder) -> Relations {
        var lists = kept.value
        lists.move(moved, of: pages, in: order)
        return Relations(kept: Kept(lists))
    }

    private init(kept: Kept<Lists>) {
        self.kept = kept
    }

    /// The same relations, which note what is read of them.
    func noting(in log: ReadLog) -> Relations {
        var relations = self
        relations.log = log
        return relations
    }

    /// The lists that are not as they were. Linear in all lists, constant where nothing was worked out anew.
    func differences(from old: Relations) -> Set<Relation> {
        kept === old.kept ? [] : kept.value.differences(from: old.kept.value)
    }

    package static func == (left: Relations, right: Relations) -> Bool { left.kept == right.kept }

    package func encode(to encoder: any Encoder) throws { try kept.value.encode(to: encoder) }

    /// A person's part in a page.
    package struct Involvement: Hashable, Sendable, Encodable {
        package enum Part: Hashable, Sendable, Encodable {
            case role(Role, isPast: Bool)
            case curator, author, host, speaker, coordinator, asker, answerer, thanked, owner
        }

        package let part: Part
        package let page: PageID
    }
}

/// One list of ``Relations``, as something may have been made of it.
package enum Relation: Hashable, Sendable {
    case kind(PageKind)
    case inside(PageID, PageKind)
    /// Whether there is anything inside.
    case presence(PageID, PageKind)
    case topic(TopicID)
    case circle(Circle)
    case way(Way)
    case archived
    case hasTranslations
    case translations(PageID)
    case involvements(PageID)
    case outgrowths(PageID)
    case paths(PageID)
    case children(PageID)
    case sessions(PageID)
    /// All lists together: something went through their keys.
    case all
}

/// Lists of ``Relations`` under their keys; those that are asked for are noted.
package struct RelationTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let values: [Key: Value]
    private let relation: @Sendable (Key) -> Relation
    private let log: ReadLog?

    fileprivate init(values: [Key: Value], relation: @escaping @Sendable (Key) -> Relation, log: ReadLog?) {
        self.values = values
        self.relation = relation
        self.log = log
    }

    package subscript(key: Key) -> Value? {
        log?.note(relation(key))
        return values[key]
    }

    /// All of them.
    package var all: [Key: Value] {
        log?.note(.all)
        return values
    }
}

/// The lists themselves.
private struct Lists: Equatable, Sendable, Encodable {
    typealias Involvement = Relations.Involvement

    // No list is empty.
    private(set) var byKind: [PageKind: [PageID]] = [:]
    private(set) var byCommunity: [PageID: [PageKind: [PageID]]] = [:]
    private(set) var byTopic: [TopicID: [PageID]] = [:]
    private(set) var byCircle: [Circle: [PageID]] = [:]
    private(set) var byWay: [Way: [PageID]] = [:]
    private(set) var archived: [PageID] = []
    private(set) var translations: [PageID: [String: PageID]] = [:]
    private(set) var involvements: [PageID: [Involvement]] = [:]
    private(set) var outgrowths: [PageID: [PageID]] = [:]
    private(set) var pathsContaining: [PageID: [PageID]] = [:]
    private(set) var children: [PageID: [PageID]] = [:]
    private(set) var sessions: [PageID: [PageID]] = [:]

    init(of pages: [Page], in order: NaturalOrder, today: Day) {
        for id in order.pages {
            let page = pages[id.index]
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
        for kind in PageKind.allCases {
            for id in byKind[kind] ?? [] {
                let metadata = pages[id.index].metadata
                if let circle = metadata.circle { byCircle[circle, default: []].append(id) }
                if let way = metadata.way { byWay[way, default: []].append(id) }
            }
        }
        sortArchived(pages)
        for (programme, list) in sessions {
            func number(_ id: PageID) -> Int {
                if case .session(let session) = pages[id.index].content { session.number } else { 0 }
            }
            sessions[programme] = list.sorted { (number($0), $0) < (number($1), $1) }
        }
    }

    private mutating func sortArchived(_ pages: [Page]) {
        archived.sort { pages[$0.index].metadata.title < pages[$1.index].metadata.title }
    }

    /// Brings the lists that have some pages into order again. What is ordered by other things than titles stays.
    mutating func move(_ moved: Set<PageID>, of pages: [Page], in order: NaturalOrder) {
        let places = order.places
        // The place among pages of all kinds, one kind after the other.
        let kinds = Dictionary(
            PageKind.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let placesByKind = zip(pages, places).map { (kinds[$0.kind] ?? 0) * pages.count + $1 }
        func sort<Key, Element>(
            _ lists: inout [Key: [Element]], page: (Element) -> PageID, by places: [Int]
        ) {
            for (key, list) in lists where list.contains(where: { moved.contains(page($0)) }) {
                lists[key] = list.sorted { places[page($0).index] < places[page($1).index] }
            }
        }
        sort(&byKind, page: { $0 }, by: places)
        for community in byCommunity.keys { sort(&byCommunity[community, default: [:]], page: { $0 }, by: places) }
        sort(&byTopic, page: { $0 }, by: places)
        sort(&byCircle, page: { $0 }, by: placesByKind)
        sort(&byWay, page: { $0 }, by: placesByKind)
        sort(&involvements, page: \.page, by: places)
        sort(&outgrowths, page: { $0 }, by: places)
        sort(&pathsContaining, page: { $0 }, by: places)
        sort(&children, page: { $0 }, by: places)
        if !moved.isDisjoint(with: archived) {
            archived.sort { places[$0.index] < places[$1.index] }
            sortArchived(pages)
        }
    }

    private mutating func addArrows(from page: Page) {
        switch page.content {
        case .community(let community):
            if let parent = community.parent?.page { children[parent, default: []].append(page.id) }
        case .post(let post):
            for source in post.from.compactMap(\.page) { outgrowths[source, default: []].append(page.id) }
        case .path(let path):
            // A path may come back to a page.
            let targets = path.items.compactMap { item in
                if case .reference(.page(let target)) = item.target { target } else { nil }
            }
            for target in Set(targets) { pathsContaining[target, default: []].append(page.id) }
        case .session(let session):
            sessions[session.programme, default: []].append(page.id)
        default: break
        }
    }

    private mutating func addInvolvements(of page: Page, today: Day) {
        func add(_ person: PersonMention?, _ part: Involvement.Part) {
            guard let id = person?.page else { return }
            // Those in this page stand last.
            let known = involvements[id]?.reversed().prefix { $0.page == page.id }
            if known?.contains(where: { $0.part == part }) == true { return }
            involvements[id, default: []].append(Involvement(part: part, page: page.id))
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

    /// The lists that are not as they were.
    func differences(from old: Lists) -> Set<Relation> {
        var changed: Set<Relation> = archived == old.archived ? [] : [.archived]
        if translations.isEmpty != old.translations.isEmpty { changed.insert(.hasTranslations) }
        func compare<Key, Value: Equatable>(
            _ new: [Key: Value], _ old: [Key: Value], _ differ: (Key, Value?, Value?) -> Void
        ) {
            for (key, value) in new where old[key] != value { differ(key, value, old[key]) }
            for (key, value) in old where new[key] == nil { differ(key, nil, value) }
        }
        func note<Key, Value: Equatable>(_ new: [Key: Value], _ old: [Key: Value], _ relation: (Key) -> Relation) {
            compare(new, old) { key, _, _ in changed.insert(relation(key)) }
        }
        note(byKind, old.byKind) { .kind($0) }
        compare(byCommunity, old.byCommunity) { community, new, old in
            compare(new ?? [:], old ?? [:]) { kind, new, old in
                changed.insert(.inside(community, kind))
                if new == nil || old == nil { changed.insert(.presence(community, kind)) }
            }
        }
        note(byTopic, old.byTopic) { .topic($0) }
        note(byCircle, old.byCircle) { .circle($0) }
        note(byWay, old.byWay) { .way($0) }
        note(translations, old.translations) { .translations($0) }
        note(involvements, old.involvements) { .involvements($0) }
        note(outgrowths, old.outgrowths) { .outgrowths($0) }
        note(pathsContaining, old.pathsContaining) { .paths($0) }
        note(children, old.children) { .children($0) }
        note(sessions, old.sessions) { .sessions($0) }
        return changed
    }
}

/// How the communities of a site are kept, and what somebody should mend: the figures of the stewardship report.
///
/// Translations are left out, and archived pages but for what they tell of the past year.
package struct Stewardship: Sendable {
    /// All communities: first those without an owner, then by the share of pages whose review is not due, the smallest
    /// first, then by title.
    package let communities: [Health]
    /// How many pages there are, in communities and outside.
    package let pages: Int
    package let reviews: Reviews
    /// The pages whose review is due, the longest overdue first.
    package let due: [PageID]
    package let openQuestions: Int
    /// The topics that somebody seeks or offers: first those that more seek than offer, then by the width of the gap.
    package let demands: [Demand]

    /// How many communities go on and have no owner.
    package var withoutOwner: Int { communities.count(where: \.isWithoutOwner) }
    /// How many topics somebody seeks and nobody offers.
    package var unofferedTopics: Int { demands.count { $0.sought > 0 && $0.offered == 0 } }

    /// How a community is kept.
    package struct Health: Sendable {
        package let community: PageID
        package let stage: Stage
        package let owners: [PersonMention]
        package let moderators: [PersonMention]
        /// The latest count of its members; `nil` where there is none, and where it is too small to be shown.
        package let members: Int?
        /// How many members it hopes for.
        package let target: Int?
        /// How many pages it has, its own among them.
        package let pages: Int
        package let reviews: Reviews
        /// How many of its pages no page leads to but lists.
        package let lonely: Int
        package let openQuestions: Int
        package let nextMeeting: Day?
        /// How many meetings there were in the last twelve months.
        package let meetings: Int
        /// How many posts, questions and resources were added in the last twelve months.
        package let additions: Int
        /// The roles among owner and moderator that nobody holds. One that comes to its end lacks none.
        package let missing: [Role]
        /// Where nobody owns it: whom to ask. Those in another role, else those who owned it before and are still here, else
        /// the owners of the community above it.
        package let askable: [PersonMention]

        /// Whether it goes on and nobody owns it.
        package var isWithoutOwner: Bool { missing.contains(.owner) }
    }

    /// How many pages have a day by which they are to be reviewed, and for how many it has passed.
    package struct Reviews: Equatable, Sendable {
        package let dated: Int
        package let due: Int

        /// How many of a hundred dated pages are not due; `nil` where none has a date.
        package var percentInTime: Int? { dated == 0 ? nil : 100 * (dated - due) / dated }

        fileprivate init(of pages: [Page], on today: Day) {
            dated = pages.count { $0.metadata.review.due != nil }
            due = pages.count { $0.metadata.review.isOverdue(on: today) }
        }
    }

    /// How many want to learn a topic, and how many offer it.
    package struct Demand: Sendable {
        package let topic: Topic
        package let sought: Int
        package let offered: Int

        /// Whether more want it than offer it.
        package var isGap: Bool { sought > offered }
    }

    /// How many days ahead the next meeting is looked for.
    private static let horizon = 400

    /// Linear in the number of pages, links and dates of the last and the coming year.
    package init(of site: Site) {
        let kept = site.pages.filter { $0.original == nil && !$0.metadata.isArchived }
        let due = kept.filter { $0.metadata.review.isOverdue(on: site.today) }
        let linked = Self.linked(in: site)
        let pastYear = PastYear(of: site)
        let communities = (site.relations.byKind[.community] ?? []).compactMap { id in
            Self.health(of: site[id], in: site, linked: linked, pastYear: pastYear)
        }
        self.communities = communities.enumerated().sorted { left, right in
            Self.need(of: left.element, at: left.offset) < Self.need(of: right.element, at: right.offset)
        }.map(\.element)
        pages = kept.count
        reviews = Reviews(of: kept, on: site.today)
        self.due = due.sorted { left, right in
            let days = (left.metadata.review.due ?? site.today, right.metadata.review.due ?? site.today)
            return days.0 != days.1 ? days.0 < days.1 : left.id < right.id
        }.map(\.id)
        openQuestions = Self.open(among: site.relations.byKind[.question] ?? [], in: site)
        demands = Self.demands(in: site)
    }

    /// What puts communities in order; those that are alike stay as they are.
    private static func need(of health: Health, at place: Int) -> (Int, Int, Int) {
        (health.isWithoutOwner ? 0 : 1, health.reviews.percentInTime ?? 101, place)
    }

    private static func health(
        of page: Page, in site: Site, linked: Set<PageID>, pastYear: PastYear
    ) -> Health? {
        guard let community = page.communityContent else { return nil }
        let inside = site.relations.inside(page.id)
        func people(_ role: Role) -> [PersonMention] { community.holders(of: role, on: site.today).map(\.person) }
        return Health(
            community: page.id, stage: community.stage, owners: people(.owner), moderators: people(.moderator),
            members: Privacy.figure(community.members.last?.count), target: community.target,
            pages: inside.count + 1, reviews: Reviews(of: inside.map { site[$0] } + [page], on: site.today),
            lonely: inside.count { !linked.contains($0) },
            openQuestions: open(among: site.relations.inside(page.id, .question), in: site),
            nextMeeting: nextMeeting(of: page.id, in: site), meetings: pastYear.meetings[page.id] ?? 0,
            additions: pastYear.additions[page.id] ?? 0,
            missing: [.owner, .moderator].filter { community.lacks($0, on: site.today) },
            askable: community.lacks(.owner, on: site.today) ? askable(community, in: site) : [])
    }

    private static func askable(_ community: Community, in site: Site) -> [PersonMention] {
        func isHere(_ person: PersonMention) -> Bool {
            !person.isFormerMember && person.page.flatMap { site[$0].person?.alumni } == nil
        }
        let inRoles = Role.allCases.flatMap { community.holders(of: $0, on: site.today) }.map(\.person)
        let past = (community.roles[.owner] ?? []).sorted { ($0.until ?? site.today) > ($1.until ?? site.today) }
        let above = community.parent?.page.map { site[$0].metadata.owners } ?? []
        let first = [inRoles, past.map(\.person), above].map { $0.filter(isHere) }.first { !$0.isEmpty } ?? []
        return first.reduce(into: []) { people, person in
            if !people.contains(person) { people.append(person) }
        }
    }

    /// How many of some questions have no answer that was accepted.
    private static func open(among questions: [PageID], in site: Site) -> Int {
        questions.count { site[$0].question?.accepted == nil }
    }

    private static func nextMeeting(of community: PageID, in site: Site) -> Day? {
        let last = site.today.advanced(byDays: horizon)
        return site.relations.inside(community, .event).compactMap { id in
            site[id].event?.occurrences(since: site.today, through: last).filter { !$0.isCancelled }
                .map(\.start.day).min()
        }.min()
    }

    /// The pages to which another page's text leads, or that another page names.
    private static func linked(in site: Site) -> Set<PageID> {
        var linked: Set<PageID> = []
        for page in site.pages {
            for case .page(let target, _) in page.links where target != page.id { linked.insert(target) }
            guard page.kind == .community else { continue }
            for case .reference(.page(let target)) in page.communityContent?.startHere ?? [] { linked.insert(target) }
        }
        linked.formUnion(site.relations.pathsContaining.all.keys)
        linked.formUnion(site.relations.outgrowths.all.keys)
        return linked
    }

    private static func demands(in site: Site) -> [Demand] {
        var sought: [TopicID: Int] = [:]
        var offered: [TopicID: Int] = [:]
        for id in site.relations.byKind[.person] ?? [] {
            guard let person = site[id].person, person.alumni == nil else { continue }
            for topic in Set(person.seeks) { sought[topic, default: 0] += 1 }
            let open = person.offers.filter { $0.isOpen(on: site.today) }
            for topic in Set(open.flatMap(\.topics)) { offered[topic, default: 0] += 1 }
        }
        let demands = site.topics.map { topic in
            Demand(topic: topic, sought: sought[topic.id] ?? 0, offered: offered[topic.id] ?? 0)
        }
        return demands.filter { $0.sought + $0.offered > 0 }.sorted { left, right in
            if left.isGap != right.isGap { return left.isGap }
            let gaps = [left, right].map { Privacy.rough($0.sought) - Privacy.rough($0.offered) }
            return gaps[0] != gaps[1] ? gaps[0] > gaps[1] : left.topic.id < right.topic.id
        }
    }
}

/// What went on in each community in the last twelve months, also on pages that have been archived since.
private struct PastYear {
    private(set) var meetings: [PageID: Int] = [:]
    private(set) var additions: [PageID: Int] = [:]
    private let first: Day
    private let today: Day

    init(of site: Site) {
        today = site.today
        first = site.today.advanced(byMonths: -12)
        for page in site.pages where page.original == nil {
            guard let community = page.community else { continue }
            switch page.content {
            case .event(let event):
                let dates = dates(of: event)
                if dates > 0 { meetings[community, default: 0] += dates }
            case .post(let post): add(post.date, to: community)
            case .question(let question): add(question.asked, to: community)
            case .resource(let resource): add(resource.added, to: community)
            default: break
            }
        }
    }

    private mutating func add(_ day: Day?, to community: PageID) {
        if let day, first <= day, day <= today { additions[community, default: 0] += 1 }
    }

    /// How many dates of an event are over and took place.
    private func dates(of event: Event) -> Int {
        event.occurrences(since: first, through: today.advanced(byDays: -1)).count { occurrence in
            !occurrence.isCancelled && first <= occurrence.start.day && occurrence.end.day < today
        }
    }
}

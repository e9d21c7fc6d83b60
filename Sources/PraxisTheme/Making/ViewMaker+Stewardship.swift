import PraxisModel

extension ViewMaker {
    /// What is due, missing or stale, from the site as it is.
    func stewardshipPage() -> StewardshipPage {
        let stewardship = Stewardship(of: site)
        let columns: [(TextKey, Bool)] = [
            (.columnCommunity, false), (.columnStage, false), (.columnReviewed, false), (.columnDue, true),
            (.columnLonely, true), (.columnOpen, true), (.columnNext, false), (.columnMissing, false),
        ]
        let balances = (relations.byKind[.community] ?? []).compactMap { id in
            balance(title: page(id).metadata.title, of: relations.inside(id))
        }
        let unlistedDue = stewardship.due.count - Self.mostDue
        return StewardshipPage(
            tiles: tiles(stewardship),
            downloads: [
                LinkView(href: href(Route("/stewardship/stewardship.csv")), label: strings.text(.stewardshipTable)),
                LinkView(href: href(Route("/stewardship/stewardship.json")), label: strings.text(.stewardshipJSON)),
            ],
            healthHead: head("health", .stewardshipHealth, note: .stewardshipHealthNote),
            healthColumns: columns.map { ColumnView(label: strings.text($0.0), isNumber: $0.1) },
            health: stewardship.communities.map(health), skillsHead: skillsHead, skills: skills(stewardship.demands),
            moreSkills: moreSkills(stewardship.demands), dueHead: head("due", .stewardshipDue),
            due: stewardship.due.prefix(Self.mostDue).compactMap(dueRow),
            moreDue: unlistedDue > 0 ? strings.text(.stewardshipMoreDue, count: unlistedDue) : nil,
            dueDownload: LinkView(
                href: href(Route("/stewardship/due.csv")), label: strings.text(.stewardshipTable)),
            balanceHead: head("balance", .stewardshipBalance),
            balancesLabel: balances.count > Self.mostOpenBalances
                ? strings.text(.stewardshipBalances, count: balances.count) : nil,
            balances: balances)
    }

    /// The most pages that are listed as due: more than anybody reviews before looking here again.
    private static let mostDue = 200
    /// The most charts of the ways of learning that are shown without being asked for.
    private static let mostOpenBalances = 12
    /// How many topics are listed where fewer have a gap.
    private static let fewestSkills = 20

    private func tiles(_ stewardship: Stewardship) -> [TileView] {
        let inTime = stewardship.reviews.percentInTime ?? 100
        func tile(_ label: TextKey, _ count: Int, note: TextKey? = nil, tone: String) -> TileView {
            TileView(
                value: strings.number(count), label: strings.text(label, count: count),
                note: note.map { strings.text($0) }, tone: count == 0 ? "good" : tone)
        }
        return [
            tile(.tileCommunities, stewardship.communities.count, tone: "good"),
            tile(.tileWithoutOwner, stewardship.withoutOwner, tone: "bad"),
            TileView(
                value: strings.text(.percent, count: inTime), label: strings.text(.tileReviewed),
                note: strings.text(.tileReviewedNote), tone: inTime < 90 ? "warn" : "good"),
            tile(.tileDue, stewardship.due.count, tone: "warn"),
            tile(.tileOpen, stewardship.openQuestions, note: .tileOpenNote, tone: "warn"),
            tile(.tileGaps, stewardship.unofferedTopics, tone: "bad"),
        ]
    }

    private func health(_ health: Stewardship.Health) -> HealthRow {
        let page = page(health.community)
        return HealthRow(
            href: href(page.route), title: page.metadata.title, lang: lang(of: page), stage: stage(health.stage),
            reviewed: health.reviews.percentInTime.map {
                ShareView(percent: $0, text: strings.text(.percent, count: $0), isLow: $0 < 90)
            },
            overdue: health.reviews.due, lonely: health.lonely, open: health.openQuestions,
            next: health.nextMeeting.map(strings.shortDate), nextDay: health.nextMeeting?.description,
            missing: health.missing.isEmpty ? nil : joined(health.missing.map { strings.word(.role, $0.rawValue) }),
            isWithoutOwner: health.isWithoutOwner)
    }

    // MARK: Skills

    private var skillsHead: SectionHead { head("skills", .stewardshipSkills, note: .stewardshipSkillsNote) }

    /// How many topics are listed: all that have a gap.
    private func listedSkills(_ demands: [Stewardship.Demand]) -> Int {
        min(demands.count, max(demands.count(where: \.isGap), Self.fewestSkills))
    }

    private func skills(_ demands: [Stewardship.Demand]) -> [SkillGapRow] {
        let most = demands.map { max($0.sought, $0.offered) }.max() ?? 1
        return demands.prefix(listedSkills(demands)).map { demand in
            SkillGapRow(
                href: href(topicRoute(demand.topic)), label: site.label(of: demand.topic, in: language),
                sought: demand.sought, offered: demand.offered, most: most,
                fewer: strings.text(.fewerThan, count: Privacy.fewest))
        }
    }

    private func moreSkills(_ demands: [Stewardship.Demand]) -> String? {
        let rest = demands.count - listedSkills(demands)
        return rest == 0 ? nil : strings.text(.stewardshipMoreSkills, count: rest)
    }

    // MARK: Reviews

    private func dueRow(_ id: PageID) -> DueRow? {
        let page = page(id)
        // It is the original that is due; a translation may have another day.
        let metadata = site[id].metadata
        guard let due = metadata.review.due else { return nil }
        return DueRow(
            href: href(page.route), title: page.metadata.title, lang: lang(of: page),
            community: site[id].community.map { link(to: $0) }, since: date(due),
            owners: metadata.owners.map { person($0) })
    }
}

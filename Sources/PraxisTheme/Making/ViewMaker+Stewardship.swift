import PraxisModel

extension ViewMaker {
    /// What is due, missing or stale, from the site as it is.
    func stewardshipPage() -> StewardshipPage {
        let communities = relations.byKind[.community] ?? []
        let kept = site.pages.filter { $0.original == nil && !$0.metadata.isArchived }
        let due = kept.filter { $0.metadata.review.isOverdue(on: today) }
            .sorted { ($0.metadata.review.due ?? today, $0.id) < ($1.metadata.review.due ?? today, $1.id) }
        let dated = kept.count { $0.metadata.review.due != nil }
        let open = (relations.byKind[.question] ?? []).count { site[$0].question?.answers.isEmpty == true }
        let gaps = skillGaps()
        let columns: [(TextKey, Bool)] = [
            (.columnCommunity, false), (.columnStage, false), (.columnReviewed, false), (.columnDue, true),
            (.columnLonely, true), (.columnOpen, true), (.columnNext, false), (.columnMissing, false),
        ]
        return StewardshipPage(
            tiles: tiles(
                communities: communities.count, dated: dated, due: due.count, open: open,
                gaps: gaps.count(where: \.isGap)),
            healthHead: head("health", .stewardshipHealth, note: .stewardshipHealthNote),
            healthColumns: columns.map { ColumnView(label: strings.text($0.0), isNumber: $0.1) },
            health: communities.compactMap(health),
            skillsHead: head("skills", .stewardshipSkills, note: .stewardshipSkillsNote), skills: gaps,
            balanceHead: head("balance", .stewardshipBalance),
            balances: communities.compactMap { id in
                balance(title: page(id).metadata.title, of: relations.inside(id))
            },
            dueHead: head("due", .stewardshipDue), due: due.prefix(50).map { itemRow(page($0.id)) })
    }

    private func tiles(communities: Int, dated: Int, due: Int, open: Int, gaps: Int) -> [TileView] {
        let inTime = dated == 0 ? 100 : 100 * (dated - due) / dated
        func tile(_ label: TextKey, _ count: Int, tone: String) -> TileView {
            TileView(value: strings.number(count), label: strings.text(label, count: count), tone: tone)
        }
        return [
            tile(.tileCommunities, communities, tone: "good"),
            TileView(
                value: strings.text(.percent, count: inTime), label: strings.text(.tileReviewed),
                note: strings.text(.tileReviewedNote), tone: inTime < 90 ? "warn" : "good"),
            tile(.tileDue, due, tone: due == 0 ? "good" : "warn"),
            tile(.tileOpen, open, tone: open == 0 ? "good" : "warn"),
            tile(.tileGaps, gaps, tone: gaps == 0 ? "good" : "bad"),
        ]
    }

    private func health(_ id: PageID) -> HealthRow? {
        let page = page(id)
        guard let community = page.communityContent else { return nil }
        let inside = relations.inside(id).map { site[$0] } + [site[id]]
        let dated = inside.filter { $0.metadata.review.due != nil }
        let overdue = dated.count { $0.metadata.review.isOverdue(on: today) }
        let share = dated.isEmpty ? nil : 100 * (dated.count - overdue) / dated.count
        let lonely = inside.count { $0.id != id && !index.linked.contains($0.id) }
        let questions = relations.inside(id, .question)
        let missing = [Role.owner, .moderator].filter { role in
            !(community.roles[role] ?? []).contains { !$0.isPast(on: today) }
        }
        return HealthRow(
            href: href(page.route), title: page.metadata.title, lang: lang(of: page), stage: stage(community.stage),
            reviewed: share.map {
                ShareView(percent: $0, text: strings.text(.percent, count: $0), isLow: $0 < 90)
            },
            overdue: overdue, lonely: lonely, open: questions.count { site[$0].question?.accepted == nil },
            next: index.next(in: id).map { strings.shortDate($0.occurrence.start.day) },
            missing: missing.isEmpty ? nil : joined(missing.map { strings.word(.role, $0.rawValue) }))
    }

    /// Topics that people seek or offer, the widest gap first.
    private func skillGaps() -> [SkillGapRow] {
        let rows = site.topics.compactMap { topic -> (topic: Topic, sought: Int, offered: Int)? in
            let sought = index.seeking[topic.id] ?? 0
            let offered = index.offering[topic.id]?.count ?? 0
            return sought + offered == 0 ? nil : (topic, sought, offered)
        }
        let most = rows.map { max($0.sought, $0.offered) }.max() ?? 1
        let sorted = rows.sorted { left, right in
            let gaps = (left.sought - left.offered, right.sought - right.offered)
            return gaps.0 != gaps.1 ? gaps.0 > gaps.1 : left.topic.id < right.topic.id
        }
        return sorted.prefix(20).map { row in
            SkillGapRow(
                href: href(topicRoute(row.topic)), label: site.label(of: row.topic, in: language),
                sought: row.sought, offered: row.offered, most: most,
                fewer: strings.text(.fewerThan, count: Privacy.fewest))
        }
    }
}

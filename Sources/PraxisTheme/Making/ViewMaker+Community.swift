import PraxisModel

extension ViewMaker {
    func communityPage(_ page: Page, _ community: Community) -> CommunityPage {
        let id = page.original ?? page.id
        let folder = page.route
        let (feeds, about) = (feeds(of: page), about(page, community))
        // Without a text about the community, its topics stand there too.
        let hasMoreToFollow = !feeds.isEmpty || about == nil && !page.metadata.topics.isEmpty
        let (roles, past) = people(in: community)
        return CommunityPage(
            kind: kind(of: page), circle: circle(page.metadata.circle),
            stage: unusualStage(of: community),
            reach: community.reach == .internal ? nil : strings.word(.reach, community.reach.rawValue),
            purpose: community.purpose, audience: community.audience, next: nextMeeting(of: id),
            join: join(community, page),
            startHere: startHere(community),
            people: roles.isEmpty && past.isEmpty
                ? nil
                : PeopleSection(
                    head: head("people", .communityPeople, note: haveAgreed(community) ? .communityPeopleNote : nil),
                    roles: roles,
                    past: past.isEmpty
                        ? nil : RoleGroup(label: strings.text(.rolesPast, count: past.count), holders: past)),
            channels: channels(community), events: events(id, folder: folder),
            resources: resources(relations.inside(id, .resource), folder: folder),
            guides: guides(relations.inside(id, .guide) + relations.inside(id, .path), folder: folder),
            questions: questions(relations.inside(id, .question), folder: folder),
            stories: stories(relations.inside(id, .post), folder: folder), about: about,
            figures: figures(community, relations.inside(id)), related: related(id, community),
            follow: hasMoreToFollow ? FeedSection(head: head("follow", .communityFollow), feeds: feeds) : nil,
            topics: topics(page.metadata.topics))
    }

    /// Whether everybody in a role today has agreed to a page of theirs; of names without one nobody knows.
    private func haveAgreed(_ community: Community) -> Bool {
        community.roles.values.joined().filter { !$0.isPast(on: today) }.allSatisfy { holder in
            holder.person.page.flatMap { site[$0].person?.confirmed } != nil
        }
    }

    /// The heading of a section.
    func head(_ id: String, _ title: TextKey, note: TextKey? = nil, more: LinkView? = nil) -> SectionHead {
        SectionHead(id: id, title: strings.text(title), note: note.map { strings.text($0) }, more: more)
    }

    /// A link to the whole of a list of which a page shows some.
    func all(_ count: Int, in route: Route) -> LinkView {
        LinkView(href: href(route), label: strings.text(.listAll, count: count))
    }

    private func join(_ community: Community, _ page: Page) -> JoinView? {
        guard let join = community.join else { return nil }
        return JoinView(
            how: join.how, eligibility: join.eligibility, href: join.url,
            label: strings.text(.joinLabel, ["name": page.metadata.title]), email: join.email.map { MailView($0) },
            isEnding: !community.goesOn)
    }

    private func startHere(_ community: Community) -> ItemSection? {
        let rows = community.startHere.compactMap { target -> ItemRow? in
            switch target {
            case .reference(.page(let id)): itemRow(page(id))
            case .reference(.hidden): nil
            case .link(let title, let url):
                ItemRow(href: url, title: title, kind: term(.kind, PageKind.page.rawValue), meta: [Self.host(of: url)])
            }
        }
        guard !rows.isEmpty else { return nil }
        return ItemSection(head: head("start-here", .communityStartHere, note: .communityStartHereNote), items: rows)
    }

    private func channels(_ community: Community) -> ChannelSection? {
        guard !community.channels.isEmpty else { return nil }
        return ChannelSection(
            head: head("channels", .communityChannels, note: .communityChannelsNote),
            items: community.channels.map {
                ChannelView(name: $0.name, href: $0.url, kind: $0.kind, purpose: $0.purpose)
            })
    }

    private func nextMeeting(of community: PageID) -> EventRow? {
        index.next(in: community).flatMap { entry in
            let page = page(entry.page)
            return page.event.map { eventRow(page, $0, entry.occurrence, showsCommunity: false) }
        }
    }

    private func events(_ community: PageID, folder: Route) -> EventSection? {
        let coming = index.agenda(of: community).prefix(5)
        let rows = coming.compactMap { entry -> EventRow? in
            let page = page(entry.page)
            return page.event.map { eventRow(page, $0, entry.occurrence, showsCommunity: false) }
        }
        guard !rows.isEmpty else { return nil }
        let more = LinkView(href: href(folder.folder("events")), label: strings.text(.navEvents))
        return EventSection(head: head("events", .communityEvents, more: more), items: rows)
    }

    private func resources(_ ids: [PageID], folder: Route) -> ResourceSection? {
        let chosen = ids.filter { site[$0].metadata.isFeatured } + ids.filter { !site[$0].metadata.isFeatured }
        let cards = chosen.prefix(6).compactMap { resourceCard(page($0)) }
        guard !cards.isEmpty else { return nil }
        let more = all(ids.count, in: folder.folder("resources"))
        return ResourceSection(
            head: head("resources", .communityResources, note: .communityResourcesNote, more: more), items: cards)
    }

    private func guides(_ ids: [PageID], folder: Route) -> ItemSection? {
        let chosen = ids.filter { site[$0].metadata.isFeatured } + ids.filter { !site[$0].metadata.isFeatured }
        guard !chosen.isEmpty else { return nil }
        let more = ids.contains { site[$0].kind == .guide } ? all(ids.count, in: folder.folder("guides")) : nil
        return ItemSection(
            head: head("guides", .communityGuides, more: more), items: chosen.prefix(6).map { itemRow(page($0)) })
    }

    private func questions(_ ids: [PageID], folder: Route) -> QuestionSection? {
        let open = ids.filter { site[$0].question?.accepted == nil }
        let settled = ids.filter { site[$0].question?.accepted != nil }
        let rows = (open + settled).prefix(5).compactMap { questionRow(page($0), showsCommunity: false) }
        guard !rows.isEmpty else { return nil }
        let more = all(ids.count, in: folder.folder("questions"))
        return QuestionSection(head: head("questions", .communityQuestions, more: more), items: rows)
    }

    private func stories(_ ids: [PageID], folder: Route) -> PostSection? {
        let rows = ids.prefix(4).compactMap { postRow(page($0), showsCommunity: false) }
        guard !rows.isEmpty else { return nil }
        let more = all(ids.count, in: folder.folder("posts"))
        return PostSection(head: head("stories", .communityStories, more: more), items: rows)
    }

    private func about(_ page: Page, _ community: Community) -> AboutSection? {
        var lists: [TextList] = []
        if !community.needs.isEmpty {
            lists.append(TextList(title: strings.text(.communityNeeds), items: community.needs))
        }
        if !community.methods.isEmpty {
            lists.append(TextList(title: strings.text(.communityMethods), items: community.methods))
        }
        let body = BodyRenderer(self, page: page).whole(depth: 1)
        var conduct = community.conduct.flatMap(link(to:))
        conduct?.label = strings.text(.communityConduct)
        guard body != nil || !lists.isEmpty || conduct != nil else { return nil }
        return AboutSection(head: head("about", .communityAbout), lists: lists, body: body, conduct: conduct)
    }

    private func related(_ id: PageID, _ community: Community) -> CommunitySection? {
        var seen: Set<PageID> = [id]
        let near =
            [community.parent?.page].compactMap(\.self) + (relations.children[id] ?? [])
            + community.related.compactMap(\.page)
        let cards = near.filter { seen.insert($0).inserted && !site[$0].metadata.isArchived }
            .compactMap { communityCard(page($0)) }
        guard !cards.isEmpty else { return nil }
        return CommunitySection(head: head("related", .communityRelated), items: cards)
    }
}

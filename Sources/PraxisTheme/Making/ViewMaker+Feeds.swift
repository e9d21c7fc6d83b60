import PraxisModel

extension ViewMaker {
    /// The feeds in a folder; none where the site's address is not known, since feeds need it.
    func feeds(in folder: Route, about title: String) -> [FeedLink] {
        guard settings.url != nil else { return [] }
        let name = title == settings.title ? title : "\(title) · \(settings.title)"
        return [
            FeedLink(
                href: href(folder.file("feed.atom")), label: strings.text(.feedAtom), title: name,
                type: "application/atom+xml", isCalendar: false),
            FeedLink(
                href: href(folder.file("feed.json")), label: strings.text(.feedJSON), title: name,
                type: "application/feed+json", isCalendar: false, isForPrograms: true),
        ]
    }

    /// The calendar in a folder.
    func calendar(in folder: Route, about title: String) -> FeedLink {
        FeedLink(
            href: href(folder.file("calendar.ics")), label: strings.text(.feedCalendar),
            title: title == settings.title ? title : "\(title) · \(settings.title)", type: "text/calendar",
            isCalendar: true)
    }

    /// What one can subscribe to at a community.
    func feeds(of community: Page) -> [FeedLink] {
        let original = community.original ?? community.id
        let folder = site[original].route
        let hasEvents = relations.hasAny(.event, inside: original)
        let title = community.metadata.title
        return feeds(in: folder, about: title) + (hasEvents ? [calendar(in: folder, about: title)] : [])
    }

    /// What one can subscribe to at a topic.
    func feeds(of topic: Topic) -> [FeedLink] {
        guard relations.byTopic[topic.id]?.isEmpty == false else { return [] }
        return feeds(in: Route("/topics/\(topic.id)/"), about: site.label(of: topic, in: language))
    }

    /// The site's own feeds and calendar.
    var siteFeeds: [FeedLink] {
        feeds(in: .home, about: settings.title) + [calendar(in: .home, about: settings.title)]
    }

    /// What one can subscribe to on a page, beside the site's own.
    func feeds(on page: Page) -> [FeedLink] {
        let title = page.metadata.title
        let route = site[page.original ?? page.id].route
        switch page.content {
        case .community: return feeds(of: page)
        case .path: return page.metadata.isArchived ? [] : feeds(in: route, about: title)
        case .person: return index.curators.contains(page.original ?? page.id) ? feeds(in: route, about: title) : []
        case .event: return page.metadata.isArchived ? [] : [calendar(in: route, about: title)]
        case .plain, .topic, .resource, .post, .question, .guide, .programme, .session, .opportunity:
            return page.community.map { feeds(of: self.page($0)) } ?? []
        }
    }
}

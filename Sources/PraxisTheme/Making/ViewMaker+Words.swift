import PraxisModel

extension ViewMaker {
    /// A word of a vocabulary that site.yaml may have replaced.
    func word(_ id: String, of terms: [Term], _ family: TextKey.Family) -> String {
        word(terms.first { $0.id == id } ?? Term(id), family)
    }

    private func word(_ term: Term, _ family: TextKey.Family) -> String {
        term.label ?? strings.word(family, term.id)
    }

    func stage(_ stage: Stage) -> String { word(stage.term, .stage) }

    /// The stage of a community, where it is not the one that communities are in unless they say so.
    func unusualStage(of community: Community) -> String? {
        community.stage == settings.usualStage ? nil : stage(community.stage)
    }

    func level(_ id: String) -> String { word(id, of: settings.levels, .level) }

    /// A word with the class name that belongs to it.
    func term(_ family: TextKey.Family, _ member: String, href: String? = nil) -> TermView {
        TermView(id: TextKey.Family.key(of: member), label: strings.word(family, member), href: href)
    }

    func circle(_ circle: Circle?) -> TermView? {
        circle.map { term(.circle, $0.rawValue, href: listHref("circles/\($0.rawValue)/")) }
    }

    func way(_ way: Way?) -> TermView? {
        way.map { term(.way, $0.rawValue, href: listHref("ways/\($0.rawValue)/")) }
    }

    /// What a page is: the kind of resource, post or guide, else the kind of page.
    func kind(of page: Page) -> TermView { term(.kind, Self.kind(of: page)) }

    /// What a page is, as authors write it.
    static func kind(of page: Page) -> String {
        switch page.content {
        case .resource(let resource): resource.kind.rawValue
        case .event(let event): event.kind?.rawValue ?? PageKind.event.rawValue
        case .post(let post): post.kind.rawValue
        case .guide(let guide): guide.kind.rawValue
        case .programme(let programme): programme.kind.rawValue
        case .opportunity(let opportunity): opportunity.kind.rawValue
        case .plain, .topic, .person, .community, .path, .question, .session:
            page.kind == .home ? PageKind.page.rawValue : page.kind.rawValue
        }
    }

    /// Links to topics, in the order written.
    func topics(_ ids: [TopicID]) -> [LinkView] {
        ids.compactMap { id in
            site.topic(id).map { LinkView(href: href(topicRoute($0)), label: site.label(of: $0, in: language)) }
        }
    }

    /// The page of a topic in the page's language.
    func topicRoute(_ topic: Topic) -> Route { list("topics/\(topic.id)/") }

    /// Texts joined as a list.
    func joined(_ texts: [String]) -> String { texts.joined(separator: strings.text(.separator)) }
}

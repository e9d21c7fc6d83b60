/// What follows from the kind of a page where the page does not say otherwise.
enum KindDefaults {
    /// How far it reaches.
    static func circle(of content: Page.Content) -> Circle? {
        switch content {
        case .person: .oneToOne
        case .community(let community): community.reach == .internal ? .community : .network
        case .resource, .path, .post, .question: .community
        case .event(let event): event.kind == .conference ? .network : .community
        case .guide(let guide): guide.kind == .howTo ? .community : .team
        case .programme(let programme):
            switch programme.kind {
            case .mentoring: .oneToOne
            case .team: .team
            case .circle, .cohort: .community
            case .apprenticeship: .network
            }
        case .opportunity(let opportunity):
            switch opportunity.kind {
            case .shadowing: .oneToOne
            case .gig: .team
            case .rotation, .swap, .apprenticeship: .network
            }
        case .plain, .topic, .session: nil
        }
    }

    /// How one learns from it.
    static func way(of content: Page.Content) -> Way? {
        switch content {
        case .person, .community, .question: .others
        case .resource(let resource):
            switch resource.kind {
            case .course: .education
            case .tool, .template: .experience
            case .article, .video, .report, .guide, .book, .podcast, .dataset, .talk: .information
            }
        case .path: .education
        case .event(let event): event.kind == .workshop ? .education : .others
        case .post(let post):
            switch post.kind {
            case .story, .lesson, .workInProgress, .retrospective: .experience
            case .announcement: .information
            case .thanks: .others
            }
        case .guide(let guide): guide.kind == .howTo ? .information : .experience
        case .programme(let programme): [.mentoring, .circle].contains(programme.kind) ? .others : .education
        case .opportunity(let opportunity): opportunity.kind == .apprenticeship ? .education : .experience
        case .plain, .topic, .session: nil
        }
    }

    /// How long a page may be left until somebody looks at it again; `nil` for what is of its day.
    static func reviewPeriod(of kind: PageKind, in settings: Settings) -> Period? {
        if let period = settings.reviewEvery[kind] { return period }
        return switch kind {
        case .community, .opportunity: Period(6, .month)
        case .person, .guide, .path, .programme, .page, .home, .topic: Period(12, .month)
        case .resource: Period(18, .month)
        case .event, .post, .question, .session: nil
        }
    }
}

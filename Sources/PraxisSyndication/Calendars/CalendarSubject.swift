internal import PraxisModel

/// What a calendar file holds.
enum CalendarSubject: Sendable {
    case site
    case community(PageID)
    case event(PageID)
    case cohort(programme: PageID, index: Int)

    func route(in site: Site) -> Route {
        switch self {
        case .site: Route("/calendar.ics")
        case .community(let id), .event(let id): site[id].route.file("calendar.ics")
        case .cohort(let id, let index): site[id].route.folder("\(index + 1)").file("calendar.ics")
        }
    }

    func title(in site: Site) -> String {
        switch self {
        case .site: site.settings.title
        case .community(let id), .event(let id): site[id].metadata.title
        case .cohort(let id, let index):
            "\(site[id].metadata.title): \(site[id].programme?.cohorts[index].name ?? "")"
        }
    }

    /// What stands in it.
    func entries(in site: Site) -> [CalendarEntry] {
        switch self {
        case .site: entries(of: site.relations.byKind[.event] ?? [], in: site)
        case .community(let id): entries(of: site.relations.inside(id, .event), in: site)
        case .event(let id): entries(of: [id], in: site)
        case .cohort(let id, let index): CalendarEntry.sessions(of: id, cohort: index, in: site)
        }
    }

    private func entries(of events: [PageID], in site: Site) -> [CalendarEntry] {
        events.flatMap { CalendarEntry.entries(of: $0, in: site) }
    }
}

extension Site {
    /// Every subject that has a calendar.
    var calendarSubjects: [CalendarSubject] {
        let communities = (relations.byKind[.community] ?? []).filter {
            relations.hasAny(.event, inside: $0)
        }
        let cohorts = (relations.byKind[.programme] ?? []).flatMap { id in
            (self[id].programme?.cohorts.indices.map { $0 } ?? []).map {
                CalendarSubject.cohort(programme: id, index: $0)
            }
        }
        return [.site] + communities.map { .community($0) } + (relations.byKind[.event] ?? []).map { .event($0) }
            + cohorts
    }
}

internal import PraxisMarkdown
package import PraxisModel

/// What search engines are told about a page, in schema.org's terms as JSON-LD 1.1.
///
/// It names no person, since pages of people are kept from search engines unless the site says otherwise; then their
/// profiles have a node of their own.
package enum StructuredData {
    /// The JSON of a page, safe inside a script element; `nil` where schema.org has no type for it or the site has no
    /// address.
    package static func json(for page: Page, in site: Site) -> [UInt8]? {
        guard let root = site.settings.url, let (type, properties) = facts(of: page, in: site, root: root)
        else { return nil }
        let common: LinkedData.Properties = [
            "@context": .text("https://schema.org"), "name": .text(page.metadata.title),
            "description": .text(page.metadata.summary), "inLanguage": .text(page.language),
            "url": .text(root + page.route.path.dropFirst()),
        ]
        return LinkedData.node(type, common + properties).json
    }

    /// The type of a page, and what is to be said of its kind alone.
    private static func facts(
        of page: Page, in site: Site, root: String
    ) -> (type: String, properties: LinkedData.Properties)? {
        switch page.content {
        case .plain where page.kind == .home:
            (
                "WebSite",
                [
                    "potentialAction": .node(
                        "SearchAction",
                        ["target": .text("\(root)search/?q={query}"), "query-input": .text("required name=query")])
                ]
            )
        case .community(let community):
            ("Organization", ["slogan": .text(community.purpose)])
        case .person where site.settings.people.isIndexed:
            ("ProfilePage", ["mainEntity": .node("Person", ["name": .text(page.metadata.title)])])
        case .resource(let resource):
            (
                resource.kind == .course ? "Course" : "LearningResource",
                [
                    "sameAs": resource.url.map { .text($0) }, "learningResourceType": .text(resource.kind.rawValue),
                    "educationalLevel": resource.level.map { .text($0) },
                    "timeRequired": resource.minutes.map { .text("PT\($0)M") },
                    "license": resource.licence.map { .text($0) },
                ]
            )
        case .programme:
            ("Course", ["provider": .node("Organization", ["name": .text(site.settings.title)])])
        case .event(let event):
            ("Event", properties(of: event, on: site.today))
        case .guide(let guide) where guide.kind == .howTo || guide.kind == .checklist:
            ("HowTo", ["totalTime": guide.minutes.map { .text("PT\($0)M") }, "step": steps(of: page)])
        case .question(let question):
            (
                "QAPage",
                [
                    "mainEntity": .node(
                        "Question",
                        [
                            "name": .text(page.metadata.title), "answerCount": .number(question.answers.count),
                            "dateCreated": .text(question.asked.description),
                        ])
                ]
            )
        case .post(let post):
            ("Article", ["headline": .text(page.metadata.title), "datePublished": .text(post.date.description)])
        default: nil
        }
    }

    /// The next date of an event within a year, or else its last.
    private static func properties(of event: Event, on today: Day) -> LinkedData.Properties {
        let coming = event.occurrences(since: today, through: today.advanced(byMonths: 12))
        let date =
            coming.first { !$0.isCancelled } ?? coming.first ?? event.latestOccurrences(1, before: today).last
        let (start, end) = date.map { ($0.start, $0.end) } ?? (event.start, event.end)
        let status = date?.isCancelled ?? event.isCancelled ? "EventCancelled" : "EventScheduled"
        return [
            "startDate": .text(ZoneRules.text(of: start, in: event.timeZone)),
            "endDate": .text(ZoneRules.text(of: end, in: event.timeZone)),
            "eventStatus": .text("https://schema.org/\(status)"),
            "location": event.place.map { .node("Place", ["name": .text($0)]) }
                ?? event.online.map { .node("VirtualLocation", ["url": .text($0)]) },
        ]
    }

    /// The second-level headings of a guide are its steps.
    private static func steps(of page: Page) -> LinkedData? {
        let headings = page.document.headings.filter { $0.level == 2 }
        guard !headings.isEmpty else { return nil }
        return .list(headings.map { .node("HowToStep", ["name": .text($0.text)]) })
    }

    /// The way from the home page to a page, as a `BreadcrumbList`; `nil` without the site's address.
    package static func breadcrumbs(_ trail: [(title: String, route: Route)], in site: Site) -> [UInt8]? {
        guard let root = site.settings.url, trail.count > 1 else { return nil }
        let items = trail.enumerated().map { index, step in
            LinkedData.node(
                "ListItem",
                [
                    "position": .number(index + 1), "name": .text(step.title),
                    "item": .text(root + step.route.path.dropFirst()),
                ])
        }
        return LinkedData.node(
            "BreadcrumbList", ["@context": .text("https://schema.org"), "itemListElement": .list(items)]
        ).json
    }
}

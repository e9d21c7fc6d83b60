package import PraxisModel

/// Everything that machines read, made from a site: feeds, calendars and data files.
///
/// Outputs are named first and made one by one, so that a build can make them on all cores.
package struct Syndication: Sendable {
    package let site: Site

    package init(of site: Site) {
        self.site = site
    }

    /// A file to make.
    package struct Output: Sendable {
        package let route: Route
        fileprivate let kind: Kind
    }

    fileprivate enum Kind: Sendable {
        case atom(FeedSubject)
        case jsonFeed(FeedSubject)
        case subscriptions
        case calendar(CalendarSubject)
        case resourceTable
        case eventTable
        case stewardshipTable
        case stewardshipData
        case stewardshipSchema
        case dueTable
        case data(DataFile)
        case dataSchema
    }

    /// All files of the site, in the order of their subjects. Feeds need the site's address and are left out without it.
    package var outputs: [Output] {
        var outputs: [Output] = []
        if site.settings.url != nil {
            for subject in site.feedSubjects {
                outputs.append(Output(route: subject.route(in: site).file("feed.atom"), kind: .atom(subject)))
                outputs.append(Output(route: subject.route(in: site).file("feed.json"), kind: .jsonFeed(subject)))
            }
            outputs.append(Output(route: Route("/feeds.opml"), kind: .subscriptions))
        }
        for subject in site.calendarSubjects {
            outputs.append(Output(route: subject.route(in: site), kind: .calendar(subject)))
        }
        outputs.append(Output(route: Route("/library/resources.csv"), kind: .resourceTable))
        outputs.append(Output(route: Route("/events/events.csv"), kind: .eventTable))
        if site.settings.publishesStewardship {
            outputs.append(Output(route: Route("/stewardship/stewardship.csv"), kind: .stewardshipTable))
            outputs.append(Output(route: Route("/stewardship/stewardship.json"), kind: .stewardshipData))
            outputs.append(Output(route: StewardshipSchema.route, kind: .stewardshipSchema))
            outputs.append(Output(route: Route("/stewardship/due.csv"), kind: .dueTable))
        }
        for file in DataFile.all(of: site) {
            outputs.append(Output(route: file.route, kind: .data(file)))
        }
        outputs.append(Output(route: DataSchema.route, kind: .dataSchema))
        return outputs
    }

    /// The bytes of one file.
    package func bytes(of output: Output) -> [UInt8] {
        switch output.kind {
        case .atom(let subject): AtomFeed(Feed(of: subject, in: site)).bytes
        case .jsonFeed(let subject): JSONFeed(Feed(of: subject, in: site)).bytes
        case .subscriptions: SubscriptionList(of: site).bytes
        case .calendar(let subject): CalendarFile(of: subject, in: site).bytes
        case .resourceTable: ResourceTable(of: site).bytes
        case .eventTable: EventTable(of: site).bytes
        case .stewardshipTable: StewardshipData(of: site).csv
        case .stewardshipData: StewardshipData(of: site).publishedJSON
        case .stewardshipSchema: StewardshipSchema.bytes(in: site)
        case .dueTable: DueTable(of: site).csv
        case .data(let file): file.bytes(in: site)
        case .dataSchema: DataSchema.bytes(in: site)
        }
    }
}

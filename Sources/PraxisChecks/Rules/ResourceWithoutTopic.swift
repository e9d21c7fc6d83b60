internal import PraxisDiagnostics
internal import PraxisModel

/// A resource has a topic, since readers find it by topic.
enum ResourceWithoutTopic: SiteCheck {
    static let rule = Rule("resource.no-topic", .advice, "A resource has at least one topic.")

    static func findings(in site: Site) -> [Finding] {
        site.kept(.resource).compactMap { page in
            guard page.resource != nil, page.metadata.topics.isEmpty else { return nil }
            return finding(
                on: page, "\"\(page.metadata.title)\" has no topic, so nobody finds it by topic",
                advice: "add \"topics:\" with words from topics.yaml", field: "topics")
        }
    }
}

internal import PraxisDiagnostics
internal import PraxisYAML

extension PageReader {
    /// A resource. `hasBody` says whether the page has text, which can stand for an address.
    mutating func resource(hasBody: Bool) -> (content: Resource, title: String?) {
        let title = fields.text("title", "what it is called", .required(example: "How to run a retrospective"))
        let kind = fields.value(
            "kind", as: ResourceKind.self, "what sort of thing it is", .required(example: "article"))
        let url = fields.value("url", as: WebAddress.self, "where it is, unless the page itself is the resource")
        let curator = person("curator", "who vouches for it", .required(example: "anna-lind"))
        let why = fields.text(
            "why", "the curator's note on what it is good for, and for whom",
            .required(example: "The clearest hour on the subject, for beginners."))
        let authors = fields.values("authors", of: String.self, "who made it")
        let issued = fields.value("issued", as: PartialDate.self, "when it was published")
        let added = fields.value("added", as: Day.self, "when it came to this site")
        let level = fields.word("level", among: context.settings.levels.map(\.id), "for whom it is: a level of skill")
        let minutes = fields.value("minutes", as: Minutes.self, "how long it takes")
        let cost = fields.text("cost", "what it costs; free if nothing is said")
        let licence = fields.text("licence", "how it may be used")
        let archived = fields.value("archived_url", as: WebAddress.self, "a kept copy, for when the address is gone")
        let replacedBy = page("replaced_by", of: [.resource], "the resource that takes its place")
        happened("the addition", on: added, advice: "write the day on which it came to this site")
        if !hasBody {
            fields.miss(
                "url", "a resource has an address or a text, and this one has neither",
                advice: "url: https://example.org/page")
        }
        return (
            Resource(
                kind: kind?.value ?? .article, url: url?.value.text, curator: curator ?? .name(""),
                why: why?.value ?? "", authors: authors.map(\.value), issued: issued?.value.text, added: added?.value,
                level: level?.value, minutes: minutes?.value.count, cost: cost?.value, licence: licence?.value,
                archivedURL: archived?.value.text, replacedBy: replacedBy),
            title?.value
        )
    }

    mutating func learningPath() -> (content: LearningPath, title: String?) {
        let title = fields.text("title", "what it is called", .required(example: "Your first month"))
        let curator = person("curator", "who vouches for it", .required(example: "anna-lind"))
        let items = items(
            "items", "what to take up, in order", .required(example: "[agile/guides/retrospective]"),
            subject: "a step of the path")
        let objectives = fields.values("objectives", of: String.self, "what one can do afterwards")
        let minutes = fields.value("minutes", as: Minutes.self, "how long it takes in all")
        return (
            LearningPath(
                curator: curator ?? .name(""),
                items: items.compactMap { item in item.target.map { LearningPath.Item(target: $0, why: item.why) } },
                objectives: objectives.map(\.value), minutes: minutes?.value.count),
            title?.value
        )
    }
}

/// How a page to read begins.
struct ReadingHead: View {
    var kind: TermView
    /// A word beside the kind: closed, archived.
    var kindNote: String?
    var circle: TermView?
    var way: TermView?
    var author: PersonLink?
    var meta: [String] = []
    var topics: [LinkView] = []
    var toc: [TocEntry] = []
    var facts: [Fact] = []
    var paths: [PathPlace] = []

    static let contract = Contract<ReadingHead>(
        "ReadingHead", "What every page to read has.",
        [
            .view("kind", "What it is.") { $0.kind },
            .optional("kindNote", "A word beside the kind.") { $0.kindNote },
            .optional("circle", "The circle in which one learns with it.") { $0.circle },
            .optional("way", "The way of learning.") { $0.way },
            .optional("author", "Who wrote it.") { $0.author },
            .texts("headMeta", "Date, length: what stands below the title.") { $0.meta },
            .list("topics", "Its topics.") { $0.topics },
            .list("toc", "Its headings; empty where there are fewer than two.") { $0.toc },
            .list("facts", "Named facts about it.") { $0.facts },
            .list("paths", "Where it stands in learning paths.") { $0.paths },
        ])
}

/// A plain page.
struct PlainPage: View {
    var reading: ReadingHead

    static let contract = Contract<PlainPage>(
        "PlainPage", "A page of text.", Field.all(of: { $0.reading }))
}

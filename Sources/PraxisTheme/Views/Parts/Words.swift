/// A member of a vocabulary: a circle, a kind, a level.
struct TermView: View, Hashable {
    /// As authors write it, with hyphens for spaces; for class names.
    var id: String
    var label: String
    /// Where there is more of it.
    var href: String?

    static let contract = Contract<TermView>(
        "Term", "A member of a vocabulary: a circle, a kind, a way of learning.",
        [
            .text("id", "As authors write it, with hyphens for spaces; for class names.") { $0.id },
            .text("label", "What readers call it.") { $0.label },
            .optional("href", "Where there is more of it.") { $0.href },
        ])
}

/// A day.
struct DateView: View, Hashable {
    var iso: String
    var text: String

    static let contract = Contract<DateView>(
        "Date", "A day.",
        [
            .text("iso", "For a `datetime` attribute: `2026-03-31`.") { $0.iso },
            .text("text", "To read: 31 March 2026.") { $0.text },
        ])
}

/// A named fact about the subject of a page.
struct Fact: View {
    var label: String
    var value: String?
    var href: String?
    /// The language of what it leads to, where that is not the page's.
    var lang: String?
    var people: [PersonLink] = []

    static let contract = Contract<Fact>(
        "Fact", "A named fact about the subject of a page: a value, perhaps a link, or people.",
        [
            .text("label", "Its name.") { $0.label },
            .optional("value", "What it is.") { $0.value },
            .optional("href", "Where the value leads.") { $0.href },
            .optional("lang", "The language of what it leads to, where that is not the page's.") { $0.lang },
            .list("people", "The people it names.") { $0.people },
        ])
}

/// The heading of a section of a page.
struct SectionHead: View, Hashable {
    var id: String
    var title: String
    var note: String?
    var more: LinkView?

    static let contract = Contract<SectionHead>(
        "SectionHead", "The heading of a section of a page.",
        [
            .text("id", "For the heading's `id`.") { $0.id },
            .text("title", "The heading.") { $0.title },
            .optional("note", "A sentence below it.") { $0.note },
            .optional("more", "Where the whole of it is.") { $0.more },
        ])
}

/// An entry of a page's table of contents.
struct TocEntry: View, Hashable {
    var id: String
    var label: String
    var children: [TocLeaf]

    static let contract = Contract<TocEntry>(
        "TocEntry", "A second-level heading of the text.",
        [
            .text("id", "The heading's `id`.") { $0.id },
            .text("label", "The heading.") { $0.label },
            .list("children", "The third-level headings below it.") { $0.children },
        ])
}

/// An entry of the table of contents below another.
struct TocLeaf: View, Hashable {
    var id: String
    var label: String

    static let contract = Contract<TocLeaf>(
        "TocLeaf", "A third-level heading of the text.",
        [
            .text("id", "The heading's `id`.") { $0.id },
            .text("label", "The heading.") { $0.label },
        ])

    /// The headings of sections that are there; none where one sees at a glance what there is.
    static func several(_ heads: [SectionHead?]) -> [TocLeaf] {
        let leaves = heads.compactMap { head in head.map { TocLeaf(id: $0.id, label: $0.title) } }
        return leaves.count > fewSections ? leaves : []
    }

    private static let fewSections = 3
}

/// Sentences under a heading.
struct TextList: View {
    var title: String
    var items: [String]

    static let contract = Contract<TextList>(
        "TextList", "Sentences under a heading.",
        [
            .text("title", "The heading.") { $0.title },
            .texts("items", "The sentences.") { $0.items },
        ])
}

/// A curated resource, with the curator's reason.
struct ResourceCard: View {
    var href: String
    var title: String
    var lang: String?
    /// The same for readers.
    var inLanguage: String?
    var kind: TermView
    var circle: TermView?
    var way: TermView?
    var why: String
    var curator: PersonLink?
    var meta: [String]
    var isFeatured: Bool
    /// `key=value` pairs parted by spaces; only in lists with facets.
    var facetData: String?

    static let contract = Contract<ResourceCard>(
        "ResourceCard", "A curated resource, with the curator's reason.",
        [
            .text("href", "Its page.") { $0.href },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("inLanguage", "The same for readers: in Swedish.") { $0.inLanguage },
            .view("kind", "Article, video, book …") { $0.kind },
            .optional("circle", "The circle in which one learns with it.") { $0.circle },
            .optional("way", "The way of learning.") { $0.way },
            .text("why", "What it is good for, and for whom.") { $0.why },
            .optional("curator", "Who vouches for it.") { $0.curator },
            .texts("meta", "Length, level, cost.") { $0.meta },
            .flag("featured", "Whether its community pinned it.") { $0.isFeatured },
            .optional("facetData", "In lists with facets: `key=value` pairs parted by spaces, for a script.") {
                $0.facetData
            },
        ])
}

/// A community in a list.
struct CommunityCard: View {
    var href: String
    var title: String
    var lang: String?
    /// The same for readers.
    var inLanguage: String?
    var purpose: String
    /// Where it is not simply active.
    var stage: String?
    var membersText: String?
    var ownerName: String?
    var nextText: String?

    static let contract = Contract<CommunityCard>(
        "CommunityCard", "A community in a list.",
        [
            .text("href", "Its page.") { $0.href },
            .text("title", "Its name.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("inLanguage", "The same for readers: in Swedish.") { $0.inLanguage },
            .text("purpose", "What it is for.") { $0.purpose },
            .optional("stage", "Its stage, where it is not simply active.") { $0.stage },
            .optional("membersText", "How many members it has, in words.") { $0.membersText },
            .optional("ownerName", "Its owners, parted by commas.") { $0.ownerName },
            .optional("nextText", "When it meets next, in words.") { $0.nextText },
        ])
}

/// Any page in a list.
struct ItemRow: View {
    var href: String
    var title: String
    var lang: String?
    /// The same for readers.
    var inLanguage: String?
    var kind: TermView
    var circle: TermView?
    var summary: String?
    var meta: [String] = []
    var community: LinkView?

    static let contract = Contract<ItemRow>(
        "ItemRow", "Any page in a list.",
        [
            .text("href", "The page.") { $0.href },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not this page's.") { $0.lang },
            .optional("inLanguage", "The same for readers: in Swedish.") { $0.inLanguage },
            .view("kind", "What it is.") { $0.kind },
            .optional("circle", "The circle in which one learns with it.") { $0.circle },
            .optional("summary", "A sentence or two.") { $0.summary },
            .texts("meta", "Length, date, place: what tells it apart.") { $0.meta },
            .optional("community", "Its community, in lists of the whole site.") { $0.community },
        ])
}

/// Something that one can do for a while, in a list.
struct OpportunityRow: View {
    var href: String
    var title: String
    var lang: String?
    /// The same for readers.
    var inLanguage: String?
    var kind: TermView
    var circle: TermView?
    var summary: String?
    var learning: String
    var effort: String?
    var mode: String?
    var host: String
    var community: LinkView?
    var closes: DateView?
    var isClosed: Bool

    static let contract = Contract<OpportunityRow>(
        "OpportunityRow", "Job shadowing, a rotation, project work … in a list.",
        [
            .text("href", "Its page.") { $0.href },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("inLanguage", "The same for readers: in Swedish.") { $0.inLanguage },
            .view("kind", "Job shadowing, rotation, swap …") { $0.kind },
            .optional("circle", "The circle in which one learns with it.") { $0.circle },
            .optional("summary", "A sentence or two.") { $0.summary },
            .text("learning", "What one learns.") { $0.learning },
            .optional("effort", "How much time it takes.") { $0.effort },
            .optional("mode", "Where and how.") { $0.mode },
            .text("host", "The name of whoever offers it.") { $0.host },
            .optional("community", "Its community, in lists of the whole site.") { $0.community },
            .optional("closes", "The last day to apply, while one can.") { $0.closes },
            .flag("closed", "Whether one can no longer apply.") { $0.isClosed },
        ])
}

/// A post in a list.
struct PostRow: View {
    var href: String
    var title: String
    var lang: String?
    /// The same for readers.
    var inLanguage: String?
    var kind: TermView
    var circle: TermView?
    var summary: String?
    var author: PersonLink
    var date: DateView
    var community: LinkView?

    static let contract = Contract<PostRow>(
        "PostRow", "A story, lesson or other post in a list.",
        [
            .text("href", "Its page.") { $0.href },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("inLanguage", "The same for readers: in Swedish.") { $0.inLanguage },
            .view("kind", "Story, lesson, announcement …") { $0.kind },
            .optional("circle", "The circle in which one learns with it.") { $0.circle },
            .optional("summary", "A sentence or two.") { $0.summary },
            .view("author", "Who wrote it.") { $0.author },
            .view("date", "When.") { $0.date },
            .optional("community", "Its community, outside that community's own pages.") { $0.community },
        ])
}

/// A question in a list.
struct QuestionRow: View {
    var href: String
    var title: String
    var lang: String?
    /// The same for readers.
    var inLanguage: String?
    var answerCount: Int
    var answerLabel: String
    var askedLine: String
    var isSettled: Bool
    var community: LinkView?

    static let contract = Contract<QuestionRow>(
        "QuestionRow", "A question in a list.",
        [
            .text("href", "Its page.") { $0.href },
            .text("title", "The question.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("inLanguage", "The same for readers: in Swedish.") { $0.inLanguage },
            .number("answerCount", "How many answers it has.") { $0.answerCount },
            .text("answerLabel", "The word after that number: answer, answers.") { $0.answerLabel },
            .text("askedLine", "Who asked, and when.") { $0.askedLine },
            .flag("settled", "Whether an answer is accepted.") { $0.isSettled },
            .flag("open", "Whether none is.") { !$0.isSettled },
            .optional("community", "Its community, outside that community's own pages.") { $0.community },
        ])
}

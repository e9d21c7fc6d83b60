/// What somebody should mend.
struct StewardshipPage: View {
    var tiles: [TileView]
    var healthHead: SectionHead
    var healthColumns: [ColumnView]
    var health: [HealthRow]
    var skillsHead: SectionHead
    var skills: [SkillGapRow]
    var balanceHead: SectionHead
    var balances: [BalanceChart]
    var dueHead: SectionHead
    var due: [ItemRow]

    static let contract = Contract<StewardshipPage>(
        "StewardshipPage", "What is due, missing or stale, so that somebody can mend it.",
        [
            .list("tiles", "The main figures.") { $0.tiles },
            .view("healthHead", "The heading of the communities.") { $0.healthHead },
            .list("healthColumns", "The headings of that table, in the order of a row's values.") { $0.healthColumns },
            .list("health", "Each community.") { $0.health },
            .view("skillsHead", "The heading of the skills.") { $0.skillsHead },
            .list("skills", "Skills sought and offered, the widest gap first.") { $0.skills },
            .view("balanceHead", "The heading of the ways of learning.") { $0.balanceHead },
            .list("balances", "The ways of learning in each community.") { $0.balances },
            .view("dueHead", "The heading of what is due.") { $0.dueHead },
            .list("due", "Pages due for review, the longest overdue first.") { $0.due },
        ])
}

/// The heading of a table's column.
struct ColumnView: View {
    var label: String
    var isNumber: Bool

    static let contract = Contract<ColumnView>(
        "Column", "The heading of a table's column.",
        [
            .text("label", "What stands in it.") { $0.label },
            .flag("number", "Whether it holds numbers.") { $0.isNumber },
        ])
}

/// A figure with a word.
struct TileView: View {
    var value: String
    var label: String
    var note: String?
    /// `good`, `warn` or `bad`.
    var tone: String

    static let contract = Contract<TileView>(
        "Tile", "A figure with a word.",
        [
            .text("value", "The figure.") { $0.value },
            .text("label", "What it counts.") { $0.label },
            .optional("note", "What to make of it.") { $0.note },
            .text("tone", "`good`, `warn` or `bad`.") { $0.tone },
        ])
}

/// How a community is kept.
struct HealthRow: View {
    var href: String
    var title: String
    var lang: String?
    var stage: String
    var reviewed: ShareView?
    var overdue: Int
    var lonely: Int
    var open: Int
    var next: String?
    var missing: String?

    static let contract = Contract<HealthRow>(
        "HealthRow", "How a community is kept.",
        [
            .text("href", "Its page.") { $0.href },
            .text("title", "Its name.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .text("stage", "Its stage.") { $0.stage },
            .optional("reviewed", "The share of its pages whose review date has not passed.") { $0.reviewed },
            .number("overdue", "How many pages are due for review.") { $0.overdue },
            .number("lonely", "How many of its pages no page leads to but lists.") { $0.lonely },
            .number("open", "How many questions are open.") { $0.open },
            .optional("next", "When it meets next.") { $0.next },
            .optional("missing", "What it lacks, parted by commas.") { $0.missing },
        ])
}

/// A share of a whole.
struct ShareView: View {
    var percent: Int
    var text: String
    var isLow: Bool

    static let contract = Contract<ShareView>(
        "Share", "A share of a whole.",
        [
            .number("percent", "Of 100, for a bar.") { $0.percent },
            .text("text", "To read: 93 %.") { $0.text },
            .flag("low", "Whether it is below 90.") { $0.isLow },
        ])
}

/// How many seek a skill and how many offer it. A figure about fewer people than may be counted is not told.
struct SkillGapRow: View {
    var href: String
    var label: String
    var sought: Int
    var offered: Int
    /// The greatest of all such figures, which makes a full bar.
    var most: Int
    /// What stands for a figure that is too small: fewer than 5.
    var fewer: String

    /// Whether more want it than offer it.
    var isGap: Bool { sought > offered }

    private func text(_ count: Int) -> String {
        count == 0 || Privacy.figure(count) != nil ? String(count) : fewer
    }

    private func percent(_ count: Int) -> Int {
        let shown = count == 0 ? 0 : max(count, Privacy.fewest - 1)
        return min(100, 100 * shown / max(1, most, Privacy.fewest - 1))
    }

    static let contract = Contract<SkillGapRow>(
        "SkillGapRow", "How many seek a skill and how many offer it.",
        [
            .text("href", "The topic's page.") { $0.href },
            .text("label", "The topic.") { $0.label },
            .text("sought", "How many want to learn it: a number, or that it is a small one.") { $0.text($0.sought) },
            .text("offered", "How many offer it, likewise.") { $0.text($0.offered) },
            .number("soughtPercent", "For a bar, of 100; small numbers look alike.") { $0.percent($0.sought) },
            .number("offeredPercent", "For a bar, of 100.") { $0.percent($0.offered) },
            .flag("gap", "Whether more want it than offer it.") { $0.isGap },
        ])
}

import PraxisModel

/// What somebody should mend.
struct StewardshipPage: View {
    var tiles: [TileView]
    var downloads: [LinkView]
    var healthHead: SectionHead
    var healthColumns: [ColumnView]
    var health: [HealthRow]
    var skillsHead: SectionHead
    var skills: [SkillGapRow]
    var moreSkills: String?
    var dueHead: SectionHead
    var due: [DueRow]
    var moreDue: String?
    var dueDownload: LinkView
    var balanceHead: SectionHead
    var balancesLabel: String?
    var balances: [BalanceChart]

    static let contract = Contract<StewardshipPage>(
        "StewardshipPage", "What is due, missing or stale, so that somebody can mend it.",
        [
            .list("tiles", "The main figures.") { $0.tiles },
            .list("downloads", "The figures of the communities as files.") { $0.downloads },
            .view("healthHead", "The heading of the communities.") { $0.healthHead },
            .list("healthColumns", "The headings of that table, in the order of a row's values.") { $0.healthColumns },
            .list("health", "Each community, the one that needs somebody most first.") { $0.health },
            .view("skillsHead", "The heading of the skills.") { $0.skillsHead },
            .list("skills", "Skills sought and offered, the widest gap first; all that have a gap.") { $0.skills },
            .optional("moreSkills", "How many skills without a gap are left out.") { $0.moreSkills },
            .view("dueHead", "The heading of what is due.") { $0.dueHead },
            .list("due", "Pages due for review, the longest overdue first; at most 200.") { $0.due },
            .optional("moreDue", "How many pages more are due.") { $0.moreDue },
            .view("dueDownload", "All pages that are due as a table.") { $0.dueDownload },
            .view("balanceHead", "The heading of the ways of learning.") { $0.balanceHead },
            .optional("balancesLabel", "What unfolds the charts, where there are more than 12.") { $0.balancesLabel },
            .list("balances", "The ways of learning in each community.") { $0.balances },
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
    /// The same day as `2026-03-31`.
    var nextDay: String?
    var missing: String?
    var isWithoutOwner: Bool

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
            .number("open", "How many questions have no accepted answer.") { $0.open },
            .optional("next", "When it meets next.") { $0.next },
            .optional("nextDay", "The same day as yyyy-mm-dd, for programs.") { $0.nextDay },
            .optional("missing", "What it lacks, parted by commas.") { $0.missing },
            .flag("withoutOwner", "Whether it goes on and nobody owns it.") { $0.isWithoutOwner },
        ])
}

/// A page whose review is due.
struct DueRow: View {
    var href: String
    var title: String
    var lang: String?
    var community: LinkView?
    /// The day by which it was to be reviewed.
    var since: DateView
    var owners: [PersonLink]

    static let contract = Contract<DueRow>(
        "DueRow", "A page whose review is due.",
        [
            .text("href", "The page.") { $0.href },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("community", "The community that it belongs to.") { $0.community },
            .view("since", "The day by which it was to be reviewed.") { $0.since },
            .list("owners", "Who answers for it.") { $0.owners },
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
    /// The greatest of all figures that are shown, which makes a full bar.
    var most: Int
    /// What stands for a figure that is too small: fewer than 5.
    var fewer: String

    /// Whether more want it than offer it.
    var isGap: Bool { sought > offered }

    private func text(_ count: Int) -> String {
        count == 0 || Privacy.figure(count) != nil ? String(count) : fewer
    }

    /// Of 100. A figure that is too small to be shown has no bar, as any would say something of it; else one can be seen.
    private func percent(_ count: Int) -> Int {
        Privacy.figure(count).map { min(100, max(Self.leastPercent, 100 * $0 / max(1, most))) } ?? 0
    }

    /// The shortest bar.
    private static let leastPercent = 2

    static let contract = Contract<SkillGapRow>(
        "SkillGapRow", "How many seek a skill and how many offer it.",
        [
            .text("href", "The topic's page.") { $0.href },
            .text("label", "The topic.") { $0.label },
            .text("sought", "How many want to learn it: a number, or that it is a small one.") { $0.text($0.sought) },
            .text("offered", "How many offer it, likewise.") { $0.text($0.offered) },
            .number("soughtPercent", "For a bar, of 100; 0 where the number is too small to be shown.") {
                $0.percent($0.sought)
            },
            .number("offeredPercent", "For a bar, of 100, likewise.") { $0.percent($0.offered) },
            .flag("soughtDrawn", "Whether there is a bar for those who want to learn it.") {
                $0.percent($0.sought) > 0
            },
            .flag("offeredDrawn", "Whether there is a bar for those who offer it.") { $0.percent($0.offered) > 0 },
            .flag("gap", "Whether more want it than offer it.") { $0.isGap },
        ])
}

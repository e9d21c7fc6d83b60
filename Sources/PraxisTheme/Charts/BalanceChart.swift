/// How much there is of each way of learning, as a bar of 100.
struct BalanceChart: View {
    var title: String
    var parts: [Part]

    /// One way of learning.
    struct Part: View {
        var id: String
        var label: String
        var href: String?
        var count: Int
        var x: Double
        var width: Double

        static let contract = Contract<Part>(
            "BalancePart", "One way of learning.",
            [
                .text("id", "`experience`, `others`, `information` or `education`.") { $0.id },
                .text("label", "Its name.") { $0.label },
                .optional("href", "Where there is more of it.") { $0.href },
                .number("count", "How many things to learn from.") { $0.count },
                .text("x", "Where its part of the bar begins, of 100.") { "\(Coordinate($0.x))" },
                .text("width", "How long its part of the bar is.") { "\(Coordinate($0.width))" },
            ])
    }

    static let contract = Contract<BalanceChart>(
        "BalanceChart", "How much there is of each way of learning, as a bar of 100.",
        [
            .text("title", "Of what.") { $0.title },
            .list("parts", "The ways, always all four.") { $0.parts },
        ])

    /// The chart of some figures; without any, all parts have no width.
    init(title: String, ways: [(term: TermView, count: Int)]) {
        self.title = title
        let total = max(1, ways.reduce(0) { $0 + $1.count })
        var x = 0.0
        parts = ways.map { way in
            let width = 100 * Double(way.count) / Double(total)
            defer { x += width }
            return Part(
                id: way.term.id, label: way.term.label, href: way.term.href, count: way.count, x: x, width: width)
        }
    }
}

/// How many take part how much, as circles in each other whose areas are in proportion, in a plane of 240 by 240.
struct ParticipationChart: View {
    var title: String
    var caption: String
    /// The widest first.
    var rings: [Ring]

    /// One degree of participation and all that are closer in.
    struct Ring: View {
        /// From 1, the core.
        var number: Int
        var label: String
        var note: String
        var count: Int
        /// How many take part at least so much.
        var total: Int
        var all: Int

        /// In proportion to the square root, so that areas compare.
        var radius: Double { all == 0 ? 0 : 118 * (Double(total) / Double(all)).squareRoot() }

        static let contract = Contract<Ring>(
            "ParticipationRing", "One degree of participation.",
            [
                .number("n", "From 1 for the core to 4 for the edge.") { $0.number },
                .text("label", "Its name.") { $0.label },
                .text("note", "What it means.") { $0.note },
                .number("count", "How many.") { $0.count },
                .text("r", "The radius of its circle.") { "\(Coordinate($0.radius))" },
                .text("cy", "The centre of its circle, from the top; all stand on one floor.") {
                    "\(Coordinate(239 - $0.radius))"
                },
            ])
    }

    static let contract = Contract<ParticipationChart>(
        "ParticipationChart", "How many take part how much, as circles in each other, in a plane of 240 by 240.",
        [
            .text("title", "What it shows.") { $0.title },
            .text("caption", "A sentence with the day.") { $0.caption },
            .list("rings", "The degrees, the widest first.") { $0.rings },
        ])

    /// The chart of some figures, from the core outwards.
    init(title: String, caption: String, parts: [(label: String, note: String, count: Int)]) {
        self.title = title
        self.caption = caption
        let all = parts.reduce(0) { $0 + $1.count }
        var total = 0
        var rings: [Ring] = []
        for (index, part) in parts.enumerated() {
            total += part.count
            rings.append(
                Ring(number: index + 1, label: part.label, note: part.note, count: part.count, total: total, all: all))
        }
        self.rings = rings.reversed()
    }
}

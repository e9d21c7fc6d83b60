/// How a community sees itself, dimension by dimension on a scale from 1 to 5, at one or more dates.
struct MaturityChart: View {
    var title: String
    /// What the ends of the scale mean.
    var scale: String
    var rows: [Row]
    /// The dates in order, as the columns of a table.
    var dates: [DateView]
    /// What the scores rest on, where that is said.
    var evidence: [Evidence]

    /// One dimension.
    struct Row: View {
        var label: String
        /// One for each date, in order; `nil` where the dimension was not assessed.
        var scores: [Int?]

        /// The latest score.
        private var last: Int? { scores.compactMap(\.self).last }

        /// The earlier scores that differ from the latest, each once.
        private var earlier: [Int] {
            var seen: Set<Int> = [last ?? 0]
            return scores.compactMap(\.self).filter { seen.insert($0).inserted }
        }

        static let contract = Contract<Row>(
            "MaturityRow", "One dimension of a self-assessment.",
            [
                .text("label", "Its name.") { $0.label },
                .text("value", "The latest score.") { $0.last.map(String.init) ?? MaturityChart.missing },
                .text("x1", "Where the line from the lowest score begins, of 100.") {
                    MaturityChart.position(of: $0.scores.compactMap(\.self).min() ?? 1)
                },
                .text("x2", "Where the line to the highest score ends, of 100.") {
                    MaturityChart.position(of: $0.scores.compactMap(\.self).max() ?? 1)
                },
                .text("x", "Where the latest score stands, of 100.") { MaturityChart.position(of: $0.last ?? 1) },
                .texts("earlier", "Where the earlier scores stand, of 100.") {
                    $0.earlier.map(MaturityChart.position)
                },
                .texts("values", "The scores, one for each date.") {
                    $0.scores.map { $0.map(String.init) ?? MaturityChart.missing }
                },
            ])
    }

    /// What an assessment rests on.
    struct Evidence: View {
        var date: DateView
        var text: String

        static let contract = Contract<Evidence>(
            "MaturityEvidence", "What a self-assessment rests on.",
            [
                .view("date", "When it was made.") { $0.date },
                .text("text", "What it rests on.") { $0.text },
            ])
    }

    static let contract = Contract<MaturityChart>(
        "MaturityChart", "How a community sees itself over time, by dimension, in a line of 100 from 1 to 5.",
        [
            .text("title", "What it shows.") { $0.title },
            .text("scale", "What the ends of the scale mean.") { $0.scale },
            .texts("steps", "Where 1 to 5 stand, of 100.") { _ in (1...5).map(MaturityChart.position) },
            .list("rows", "The dimensions.") { $0.rows },
            .list("dates", "When it was assessed, the first first.") { $0.dates },
            .list("evidence", "What the scores rest on.") { $0.evidence },
        ])

    /// What stands in a table where there is no score.
    private static let missing = "–"

    /// Where a score stands, so that a dot at either end is whole.
    private static func position(of score: Int) -> String {
        "\(Coordinate(4 + 92 * Double(score - 1) / 4))"
    }

    /// The chart of some assessments; `nil` where no dimension has a score.
    ///
    /// - Parameters:
    ///   - dimensions: The name of each, with its score at each date.
    ///   - assessments: When each was made, in order, and what its scores rest on.
    init?(
        title: String, scale: String, dimensions: [(label: String, scores: [Int?])],
        assessments: [(date: DateView, evidence: String?)]
    ) {
        rows = dimensions.filter { !$0.scores.compactMap(\.self).isEmpty }
            .map { Row(label: $0.label, scores: $0.scores) }
        guard !rows.isEmpty else { return nil }
        self.title = title
        self.scale = scale
        dates = assessments.map(\.date)
        evidence = assessments.compactMap { made in made.evidence.map { Evidence(date: made.date, text: $0) } }
    }
}

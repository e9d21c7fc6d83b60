/// Membership over time, as points in a plane of 100 by 100 whose origin is at the top left.
struct GrowthChart: View {
    var title: String
    var description: String
    var caption: String
    var grid: [ChartMark]
    var target: ChartMark?
    var points: [ChartPoint]
    var ticks: [ChartTick]

    static let contract = Contract<GrowthChart>(
        "GrowthChart", "Membership over time, in a plane of 100 by 100 from the top left.",
        [
            .text("title", "What it shows.") { $0.title },
            .text("description", "The same in a sentence with figures, for those who do not see it.") {
                $0.description
            },
            .text("caption", "A sentence below it.") { $0.caption },
            .list("grid", "Lines across, with their figures.") { $0.grid },
            .optional("target", "A line across at the number that is hoped for.") { $0.target },
            .text("areaPoints", "The outline of the area below the line, for `<polygon points>`.") { $0.areaPoints },
            .list("segments", "The line, piece by piece.") { $0.segments },
            .list("points", "The figures.") { $0.points },
            .optional("last", "The last figure.") { $0.last },
            .list("ticks", "The years.") { $0.ticks },
        ])

    /// The line on which the plane stands.
    static let floor = 88.0

    private var areaPoints: String {
        guard let first = points.first, let last = points.last else { return "" }
        let corners = [(first.x, Self.floor)] + points.map { ($0.x, $0.y) } + [(last.x, Self.floor)]
        return corners.map { "\(Coordinate($0.0)),\(Coordinate($0.1))" }.joined(separator: " ")
    }

    private var segments: [ChartSegment] {
        zip(points, points.dropFirst()).map { ChartSegment(x1: $0.x, y1: $0.y, x2: $1.x, y2: $1.y) }
    }

    private var last: ChartMark? {
        points.last.map { ChartMark(x: $0.x + 1, y: $0.y, label: $0.value, anchor: "end") }
    }

    /// The line of the target: its label stands at that end where the figures are farther from it.
    static func target(y: Double, label: String, beside points: [ChartPoint]) -> ChartMark {
        func distance(_ point: ChartPoint?) -> Double { point.map { abs($0.y - y) } ?? 0 }
        return distance(points.last) < distance(points.first)
            ? ChartMark(x: 18, y: y, label: label, anchor: "start")
            : ChartMark(x: 100, y: y, label: label, anchor: "end")
    }
}

/// A number of a drawing with at most two digits after its point, written the same everywhere.
struct Coordinate: CustomStringConvertible {
    let value: Double

    init(_ value: Double) {
        self.value = value
    }

    var description: String {
        let hundredths = Int((value * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let whole = hundredths.magnitude / 100
        let rest = hundredths.magnitude % 100
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

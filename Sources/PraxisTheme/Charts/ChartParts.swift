/// A figure of a chart.
struct ChartPoint: View {
    var x: Double
    var y: Double
    var value: String
    var iso: String
    var date: String

    static let contract = Contract<ChartPoint>(
        "ChartPoint", "A figure of a chart.",
        [
            .text("x", "From the left, of 100.") { "\(Coordinate($0.x))" },
            .text("y", "From the top, of 100.") { "\(Coordinate($0.y))" },
            .text("value", "The figure.") { $0.value },
            .text("iso", "Its day, for a `datetime` attribute.") { $0.iso },
            .text("date", "Its month.") { $0.date },
        ])
}

/// A place in a chart with a label.
struct ChartMark: View {
    var x = 0.0
    var y: Double
    var label: String
    /// `start` for a label that stands right of its place, `end` for one left of it.
    var anchor = "start"

    static let contract = Contract<ChartMark>(
        "ChartMark", "A place in a chart with a label.",
        [
            .text("x", "From the left, of 100.") { "\(Coordinate($0.x))" },
            .text("y", "From the top, of 100.") { "\(Coordinate($0.y))" },
            .text("label", "What stands there.") { $0.label },
            .text("anchor", "For `text-anchor`.") { $0.anchor },
        ])
}

/// A piece of a line.
struct ChartSegment: View {
    var x1: Double
    var y1: Double
    var x2: Double
    var y2: Double

    static let contract = Contract<ChartSegment>(
        "ChartSegment", "A piece of a line.",
        [
            .text("x1", "Its start, from the left.") { "\(Coordinate($0.x1))" },
            .text("y1", "Its start, from the top.") { "\(Coordinate($0.y1))" },
            .text("x2", "Its end, from the left.") { "\(Coordinate($0.x2))" },
            .text("y2", "Its end, from the top.") { "\(Coordinate($0.y2))" },
        ])
}

/// A label below a chart.
struct ChartTick: View {
    var x: Double
    var label: String
    var anchor: String

    static let contract = Contract<ChartTick>(
        "ChartTick", "A label below a chart.",
        [
            .text("x", "From the left, of 100.") { "\(Coordinate($0.x))" },
            .text("label", "What stands there.") { $0.label },
            .text("anchor", "For `text-anchor`.") { $0.anchor },
        ])
}

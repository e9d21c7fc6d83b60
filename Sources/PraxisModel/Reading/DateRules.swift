package import PraxisDiagnostics

/// Rules about dates that belong together.
package enum DateRules {
    package static let endBeforeStart = Rule("date.end-before-start", .error, "What ends does so after it starts.")
    package static let inFuture = Rule("date.in-future", .advice, "What has happened has a date that has come.")
    package static let notInSeries = Rule(
        "date.not-in-series", .advice, "Exceptions and changes of a series name days on which it takes place.")

    package static let seriesAtOdds = Rule(
        "date.series-at-odds", .advice, "What is said of a series goes together: its first date, its days and its end.")

    package static let twoEnds = Rule("date.two-ends", .advice, "An event says in one way when it ends.")

    package static let all = [endBeforeStart, inFuture, notInSeries, seriesAtOdds, twoEnds]
}

internal import Foundation
internal import PraxisBytes
package import PraxisModel

/// How to build.
package struct BuildOptions: Sendable {
    /// Whether drafts and pages outside their dates are on the site, as in a preview.
    package var includesDrafts: Bool
    /// What the build takes for today.
    package var today: Day
    /// Whether what site.yaml names as the site's host gets its own files; a preview needs none.
    package var writesHostFiles: Bool
    /// Whether the site can be searched. Without it there is no index, as benchmarks do to see what it costs.
    package var makesSearch: Bool
    /// How many threads work at a time.
    package var threads: Int
    /// Whether other builds of the same folder follow, which take over what has not changed. Costs the memory of all
    /// that is made.
    package var isRepeated: Bool
    /// Whether a build in a later run of the program is to take over what has not changed.
    package var isRecorded: Bool

    package init(
        includesDrafts: Bool = false, today: Day? = nil, writesHostFiles: Bool = true, makesSearch: Bool = true,
        threads: Int? = nil, isRepeated: Bool = false, isRecorded: Bool = false
    ) {
        self.isRepeated = isRepeated
        self.isRecorded = isRecorded
        self.includesDrafts = includesDrafts
        self.writesHostFiles = writesHostFiles
        self.makesSearch = makesSearch
        self.today = today ?? Self.currentDay
        self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    }

    /// Of all that may set what comes out, or what is found, apart from what it is with other options.
    var fingerprint: Fingerprint {
        Fingerprint(combining: [
            Fingerprint(of: today), Fingerprint(of: includesDrafts), Fingerprint(of: writesHostFiles),
            Fingerprint(of: makesSearch),
        ])
    }

    /// Reads a day as it is written on the command line: `2026-03-31`.
    package static func day(_ text: String) -> Day? { Day(text) }

    /// The day of a moment in seconds since 1970, as `SOURCE_DATE_EPOCH` says it
    /// (https://reproducible-builds.org/specs/source-date-epoch/); `nil` for what is no whole number of at most eleven digits.
    package static func day(ofEpoch text: String) -> Day? {
        // Eleven digits are year 5138 at most.
        guard text.utf8.count <= 11, let seconds = Int(text) else { return nil }
        return Day(number: Int((Double(seconds) / 86_400).rounded(.down)))
    }

    /// Today in UTC, or the day of `SOURCE_DATE_EPOCH` where that says one.
    private static var currentDay: Day {
        ProcessInfo.processInfo.environment[epochVariable].flatMap { day(ofEpoch: $0) }
            ?? Day(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    }

    /// The variable of the environment that says what a build takes for now.
    package static let epochVariable = "SOURCE_DATE_EPOCH"
}

/// Where the time of a build went.
package struct Timings: Sendable {
    /// One step of the build, in the order in which they ran.
    package struct Stage: Sendable {
        package let name: String
        /// Wall-clock time.
        package let duration: Duration
    }

    /// One output that took long to make.
    package struct SlowOutput: Sendable {
        package let path: String
        package let duration: Duration
    }

    package private(set) var stages: [Stage] = []
    /// The slowest outputs, slowest first.
    package internal(set) var slowest: [SlowOutput] = []

    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant

    init() {
        last = clock.now
    }

    /// Notes that a stage has ended now, which began when the one before it ended.
    mutating func mark(_ name: String) {
        let now = clock.now
        stages.append(Stage(name: name, duration: now - last))
        last = now
    }

    package var total: Duration { stages.reduce(.zero) { $0 + $1.duration } }
}

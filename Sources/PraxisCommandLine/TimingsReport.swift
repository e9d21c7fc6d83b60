internal import Foundation
internal import PraxisBuild

extension Timings {
    /// Says how long each stage took, and which outputs took longest.
    func show(on console: Console) {
        for stage in stages {
            console.say(
                "  \(stage.name.padding(toLength: 16, withPad: " ", startingAt: 0)) \(stage.duration.inSeconds)")
        }
        for output in slowest { console.say("  slowest: \(output.path) \(output.duration.inSeconds)") }
    }
}

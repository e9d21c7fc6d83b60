internal import Foundation
internal import PraxisDiagnostics
internal import PraxisFuzzing
internal import PraxisMarkdown

/// How the time of inputs grows that have made readers of Markdown slow: each as it is given, and at two sizes.
struct HostileGrowth {
    private let inputs: [PathologicalInput]
    private static let runs = 3

    /// - Parameter file: `pathological.json` of the public conformance data.
    init(file: String) throws {
        inputs = try JSONDecoder().decode([PathologicalInput].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }

    /// Prints a row for each input. The exponent is 1 where the time grows as the input does, 2 where it grows as its
    /// square. It is taken between texts of one and of nearly four megabytes, neither of which fits into the processor's
    /// caches: between a text that does and one that does not, anything grows faster.
    func run() {
        print("| hostile input | bytes | time | at 0.95 MB | at 3.8 MB | exponent |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for input in inputs {
            let text = input.text
            let time = measure(text)
            let row = "| \(input.name) | \(text.utf8.count) |"
            guard time.rules.isEmpty else {
                print(row, "refused in \(shown(time.seconds)): \(time.rules) | | | |")
                continue
            }
            guard input.canGrow else {
                print(row, "\(shown(time.seconds)) | | | |")
                continue
            }
            let (less, more) = (input.text(950_000 / Double(input.bytes)), input.text(3_800_000 / Double(input.bytes)))
            let (short, long) = (measure(less), measure(more))
            guard long.rules.isEmpty else {
                print(row, "\(shown(time.seconds)) | \(shown(short.seconds)) | refused: \(long.rules) | |")
                continue
            }
            let exponent =
                log(long.seconds / short.seconds) / log(Double(more.utf8.count) / Double(less.utf8.count))
            print(
                row, "\(shown(time.seconds)) | \(shown(short.seconds)) | \(shown(long.seconds)) |",
                "\((exponent * 100).rounded() / 100) |")
        }
    }

    /// The least of several times, and why the text was refused.
    private func measure(_ text: String) -> (seconds: Double, rules: String) {
        let clock = ContinuousClock()
        let source = SourceText(path: SourcePath("page.md"), text: text)
        var least = Double.infinity
        var findings: [Finding] = []
        for _ in 0..<Self.runs {
            findings = []
            let duration = clock.measure { _ = Markdown.html(source, profile: .site, findings: &findings) }
            let parts = duration.components
            least = min(least, Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
        }
        return (least, findings.filter { $0.severity == .error }.map(\.rule.id).joined(separator: ", "))
    }

    private func shown(_ seconds: Double) -> String { "\((seconds * 100_000).rounded() / 100) ms" }
}

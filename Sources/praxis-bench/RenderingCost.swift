internal import PraxisDiagnostics
internal import PraxisMarkdown

/// What everything that pages have beyond CommonMark costs: the texts of a generated site rendered on one thread by
/// libcmark alone and in each profile.
struct RenderingCost {
    private let texts: [SourceText]
    private static let runs = 25

    /// - Parameter pages: How many pages the site has.
    init(pages: Int) {
        texts = Corpus(pages: pages).files().filter { $0.path.hasSuffix(".md") }.map { file in
            let body = file.text.withoutFrontMatter
            return SourceText(path: SourcePath(file.path), text: body)
        }
    }

    /// Renders the texts in one way alone, for a profiler to look at.
    func repeatedly(_ profile: Markdown.Profile) {
        for _ in 0..<100 { _ = seconds { html($0, profile) } }
    }

    /// Prints a row for each way of rendering.
    func run() {
        let bytes = texts.reduce(0) { $0 + $1.bytes.count }
        let floorName = "libcmark"
        let ways: [(name: String, render: (SourceText) -> Int)] =
            [(floorName, { Markdown.libcmarkHTML($0.bytes).count })]
            + Markdown.Profile.allCases.map { profile in (profile.rawValue, { html($0, profile) }) }
        // Taken in turns and compared turn by turn, so that what else the machine does meets all alike.
        let turns = (0..<Self.runs).map { _ in ways.map { seconds($0.render) } }
        print("| rendering of \(texts.count) texts | median of \(Self.runs) | MB/s | times \(floorName) |")
        print("| --- | ---: | ---: | ---: |")
        for (index, way) in ways.enumerated() {
            let time = median(turns.map { $0[index] })
            let ratio = median(turns.map { $0[index] / $0[0] })
            let rate = Double(bytes) / time / 1e6
            print("| \(way.name) | \(rounded(time * 1000)) ms | \(rounded(rate)) | \(rounded(ratio)) |")
        }
    }

    private func html(_ text: SourceText, _ profile: Markdown.Profile) -> Int {
        var findings: [Finding] = []
        return Markdown.html(text, profile: profile, findings: &findings).count
    }

    private func seconds(_ render: (SourceText) -> Int) -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var length = 0
        for text in texts { length += render(text) }
        precondition(length > 0)
        let elapsed = (clock.now - start).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

extension String {
    /// What stands after the second of two lines of hyphens.
    fileprivate var withoutFrontMatter: String {
        guard hasPrefix("---\n"), let end = dropFirst(4).firstRange(of: "\n---\n") else { return self }
        return String(self[end.upperBound...])
    }
}

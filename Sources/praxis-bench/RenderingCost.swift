internal import PraxisDiagnostics
internal import PraxisMarkdown

/// What everything that pages have beyond CommonMark costs: the texts of a generated site rendered on one thread by
/// libcmark alone and in each profile.
struct RenderingCost {
    private let texts: [SourceText]
    private static let runs = 9

    /// - Parameter pages: How many pages the site has.
    init(pages: Int) {
        texts = Corpus(pages: pages).files().filter { $0.path.hasSuffix(".md") }.map { file in
            let body = file.text.withoutFrontMatter
            return SourceText(path: SourcePath(file.path), text: body)
        }
    }

    /// Prints a row for each way of rendering.
    func run() {
        let bytes = texts.reduce(0) { $0 + $1.bytes.count }
        var times: [String: [Double]] = [:]
        // Taken in turns, so that what else the machine does meets all alike.
        for _ in 0..<Self.runs {
            times["libcmark", default: []].append(seconds { Markdown.libcmarkHTML($0.bytes).count })
            times["commonmark", default: []].append(seconds { html($0, .commonmark) })
            times["gfm", default: []].append(seconds { html($0, .gfm) })
            times["site", default: []].append(seconds { html($0, .site) })
        }
        let floor = median(times["libcmark"] ?? [])
        print("| rendering of \(texts.count) texts | median of \(Self.runs) | MB/s | times libcmark |")
        print("| --- | ---: | ---: | ---: |")
        for name in ["libcmark", "commonmark", "gfm", "site"] {
            let time = median(times[name] ?? [])
            let rate = Double(bytes) / time / 1e6
            print("| \(name) | \(rounded(time * 1000)) ms | \(rounded(rate)) | \(rounded(time / floor)) |")
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

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

extension String {
    /// What stands after the second of two lines of hyphens.
    fileprivate var withoutFrontMatter: String {
        guard hasPrefix("---\n"), let end = dropFirst(4).firstRange(of: "\n---\n") else { return self }
        return String(self[end.upperBound...])
    }
}

import FoundationEssentials
import PraxisDiagnostics

/// The errors of a site, and what pages are told of them. Advice does not keep a site from being built, and is not shown over it.
struct ProblemList: Sendable {
    /// Sorted.
    private let errors: [Finding]
    /// By this, pages know whether they have shown these before.
    private let name: String

    /// - Parameter name: A word for these errors that no others have had.
    init(_ findings: [Finding], name: String) {
        errors = findings.filter { $0.severity == .error }.sorted()
        self.name = name
    }

    /// Whether both hold the same.
    func isSame(as other: ProblemList) -> Bool { errors == other.errors }

    /// What is sent to a page: how many errors there are, and the first of them, those of its own file before all others.
    func message(toPageOf file: SourcePath?) -> String {
        let own = errors.filter { $0.location.path == file }
        let first = (own + errors.filter { $0.location.path != file }).prefix(Self.most)
        let content = Content(
            count: errors.count, name: errors.isEmpty ? nil : name, own: errors.isEmpty ? nil : own.count,
            problems: first.map(Problem.init))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(content) else { return "{\"count\":0,\"problems\":[]}" }
        return String(decoding: data, as: UTF8.self)
    }

    /// So many are shown at once.
    private static let most = 20

    private struct Content: Encodable {
        let count: Int
        let name: String?
        /// How many of the first are of the page's own file.
        let own: Int?
        let problems: [Problem]
    }
}

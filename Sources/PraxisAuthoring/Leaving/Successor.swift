internal import PraxisDiagnostics
internal import PraxisModel

/// Who takes over from somebody who leaves.
struct Successor {
    /// As front matter names them.
    let reference: String
    /// What they are called.
    let name: String
    private let source: SourcePath?

    init(_ text: String, of leaver: SitePerson, after day: Day, in sources: SiteSources) throws(AuthoringError) {
        switch sources.catalogue.person(text.hasSuffix(".md") ? String(SourcePath(text).stem) : text) {
        case .found(_, let entry):
            guard entry.source != leaver.source else { throw Self.isLeaver(entry.title) }
            if let left = entry.left, left <= day {
                throw AuthoringError("\(entry.title) left on \(left) too", advice: "name somebody who stays with --to")
            }
            reference = entry.placement.slug
            name = entry.title
            source = entry.source
        case .name(let text):
            guard leaver.source != nil || text != leaver.name else { throw Self.isLeaver(text) }
            let near = sources.catalogue.people(near: text).map(\.placement.slug)
            guard near.isEmpty else {
                throw AuthoringError(
                    "nobody is called \(text)", advice: "did you mean \(near.joined(separator: " or "))?")
            }
            reference = text
            name = text
            source = nil
        case .ambiguous(let entries):
            throw AuthoringError(
                "\(entries.count) people are called \(text)",
                advice: "write the identifier: \(entries.map(\.placement.slug).joined(separator: " or "))")
        case .unknown(let nearest):
            throw AuthoringError(
                "there is nobody \(text) in content/people",
                advice: nearest.first.map { "did you mean \($0.placement.slug)?" }
                    ?? "write an identifier, which is the name of a file there, or a full name")
        }
    }

    private static func isLeaver(_ name: String) -> AuthoringError {
        AuthoringError("\(name) cannot take over from themselves", advice: "name somebody else with --to")
    }

    /// Whether a place in front matter names them.
    func isNamed(by use: ReferenceUse) -> Bool {
        use.target.map { $0 == source } ?? (source == nil && use.text == name)
    }
}

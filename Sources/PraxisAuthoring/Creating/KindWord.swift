internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

/// What a person calls the thing that they want to begin: a kind of page, or a word that says it closer.
struct KindWord {
    let kind: PageKind
    /// What the page's field `kind` says.
    let word: String?

    /// Reads `guide`, `lesson`, `work-in-progress`.
    init(_ text: String) throws(AuthoringError) {
        let wanted = Words.normal(text)
        guard let found = Self.all.first(where: { Words.normal($0.text) == wanted }) else {
            let near = Suggestion.nearest(to: wanted, among: Self.texts)
            throw AuthoringError(
                "there is no kind of page \"\(text)\"",
                advice: near.isEmpty
                    ? "write \(Words.alternatives(Self.kinds.map(\.rawValue)))"
                    : "did you mean \(Words.alternatives(near))?")
        }
        kind = found.kind
        word = found.word
    }

    /// Every word there is; of one with two meanings the first holds.
    static let all: [(text: String, kind: PageKind, word: String?)] =
        kinds.map { ($0.rawValue, $0, nil) }
        + words(PostKind.self, .post) + words(GuideKind.self, .guide) + words(EventKind.self, .event)
        + words(ProgrammeKind.self, .programme) + words(OpportunityKind.self, .opportunity)
        + words(ResourceKind.self, .resource)

    /// Every word there is, each once.
    static let texts: [String] = all.map(\.text).reduce(into: []) { texts, text in
        if !texts.contains(text) { texts.append(text) }
    }

    private static let kinds: [PageKind] = [
        .community, .person, .resource, .path, .event, .post, .question, .guide, .programme, .session, .opportunity,
        .topic, .page,
    ]

    private static func words<Word: VocabularyWord>(
        _ type: Word.Type, _ kind: PageKind
    ) -> [(text: String, kind: PageKind, word: String?)] {
        type.words.map { ($0, kind, $0) }
    }
}

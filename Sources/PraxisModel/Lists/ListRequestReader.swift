package import PraxisDiagnostics
package import PraxisMarkdown

/// Reads what authors ask for between `[list:` and `]`.
///
/// `[next] [NUMBER] SUBJECT [who know|who offer TOPIC] [about TOPIC] [of COMMUNITY|here]`, words in small letters.
package struct ListRequestReader: Sendable {
    private var catalogue: Catalogue
    /// Topics by identifier and by label, in small letters.
    private let topics: [String: TopicID]
    private let communities: [String: CatalogueEntry]

    package init(catalogue: Catalogue, topics: [Topic]) {
        self.catalogue = catalogue
        self.topics = Dictionary(
            topics.map { ($0.id.rawValue, $0.id) } + topics.map { ($0.label.lowercased(), $0.id) },
            uniquingKeysWith: { first, _ in first })
        let entries = catalogue.entries.filter { $0.kind == .community && $0.original == nil }
        communities = Dictionary(
            entries.map { ($0.placement.slug, $0) } + entries.map { ($0.title.lowercased(), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The same reader, which notes what is asked of its catalogue.
    package func noting(in log: CatalogueLog) -> ListRequestReader {
        var reader = self
        reader.catalogue = catalogue.noting(in: log)
        return reader
    }

    /// What the lists of a document ask for, in order, and what is wrong with them. One that cannot be had is `nil`.
    package func requests(of document: MarkdownDocument) -> (requests: [ListRequest?], findings: [Finding]) {
        var findings: [Finding] = []
        let requests = document.lists.map { list in
            var phrase = ListPhrase(list: list, document: document)
            let request = request(&phrase)
            findings += phrase.findings
            return phrase.findings.isEmpty ? request : nil
        }
        return (requests, findings)
    }

    private func request(_ phrase: inout ListPhrase) -> ListRequest? {
        _ = phrase.take("next")
        let limit = phrase.takeNumber()
        guard let subject = subject(&phrase) else { return nil }
        var request = ListRequest(subject: subject, limit: limit ?? ListRequest.usualLimit)
        while let word = phrase.takeWord() {
            switch word {
            case "about": request.topic = topic(&phrase)
            case "who": knowledge(&phrase, &request)
            case "of": request.community = community(&phrase)
            case "here": request.community = ownCommunity(&phrase)
            default:
                phrase.report(
                    word, "a list cannot be told \"\(word)\"",
                    advice: "write: \(ListRequestReader.example(of: subject))")
                return nil
            }
        }
        if case .people = subject, request.topic == nil {
            phrase.report(nil, "a list of people needs a topic", advice: "write: people who know TOPIC")
        }
        return request
    }

    private static let subjects: [(word: String, subject: ListRequest.Subject)] = [
        ("resources", .pages(.resource)), ("paths", .pages(.path)), ("events", .pages(.event)),
        ("posts", .pages(.post)), ("questions", .pages(.question)), ("guides", .pages(.guide)),
        ("communities", .pages(.community)), ("programmes", .pages(.programme)),
        ("opportunities", .pages(.opportunity)), ("people", .people(.know)),
    ]

    private func subject(_ phrase: inout ListPhrase) -> ListRequest.Subject? {
        guard let word = phrase.takeWord() else {
            phrase.report(nil, "this list does not say of what", advice: "write: [list: 3 resources about TOPIC]")
            return nil
        }
        if let known = Self.subjects.first(where: { $0.word == word }) { return known.subject }
        let words = Self.subjects.map(\.word)
        let nearest = Suggestion.nearest(to: word, among: words).first
        phrase.report(
            word, "there are no lists of \"\(word)\"",
            advice: nearest.map { "did you mean \"\($0)\"?" } ?? "there are \(words.joined(separator: ", "))")
        return nil
    }

    private static func example(of subject: ListRequest.Subject) -> String {
        if case .people = subject { return "people who know TOPIC" }
        let word = subjects.first { $0.subject == subject }?.word ?? "resources"
        return "\(word) about TOPIC, or \(word) of COMMUNITY"
    }

    private func topic(_ phrase: inout ListPhrase) -> TopicID? {
        guard let name = phrase.takeName() else {
            phrase.report(nil, "this list does not say about what", advice: "name a topic after \"about\"")
            return nil
        }
        if let topic = topics[name.lowercased()] { return topic }
        let nearest = Suggestion.nearest(to: name, among: topics.keys.sorted()).first
        phrase.report(
            name, "no topic \"\(name)\"",
            advice: nearest.map { "did you mean \"\($0)\"?" } ?? "name a topic of topics.yaml")
        return nil
    }

    private func knowledge(_ phrase: inout ListPhrase, _ request: inout ListRequest) {
        guard case .people = request.subject else {
            return phrase.report("who", "only people can be listed by what they know", advice: "write \"about\"")
        }
        let word = phrase.takeWord() ?? ""
        guard let knowledge = ListRequest.Knowledge(rawValue: word) else {
            return phrase.report(
                word, "people are listed by what they know or offer",
                advice: "write: people who know TOPIC, or people who offer TOPIC")
        }
        request.subject = .people(knowledge)
        request.topic = topic(&phrase)
    }

    private func community(_ phrase: inout ListPhrase) -> PageID? {
        guard let name = phrase.takeName() else {
            phrase.report(nil, "this list does not say of which community", advice: "name it after \"of\"")
            return nil
        }
        catalogue.noteCommunities()
        guard let entry = communities[name.lowercased()] else {
            let nearest = Suggestion.nearest(to: name, among: communities.keys.sorted()).first
            phrase.report(
                name, "no community \"\(name)\"",
                advice: nearest.map { "did you mean \"\($0)\"?" } ?? "name the folder of a community")
            return nil
        }
        return shown(entry, name, &phrase)
    }

    private func ownCommunity(_ phrase: inout ListPhrase) -> PageID? {
        catalogue.noteCommunities()
        guard let slug = catalogue.entry(of: phrase.document.source.path)?.placement.community,
            let entry = communities[slug]
        else {
            phrase.report(
                "here", "this page belongs to no community", advice: "write \"of\" and the name of a community")
            return nil
        }
        return shown(entry, "here", &phrase)
    }

    private func shown(_ entry: CatalogueEntry, _ name: String, _ phrase: inout ListPhrase) -> PageID? {
        if entry.page == nil {
            phrase.note(name, "\"\(entry.title)\" is \(entry.visibility.reason), so nothing of it is listed")
        }
        return entry.page
    }
}

/// Rules about lists in the text of pages.
package enum ListRules {
    package static let request = Rule("list.request", .error, "A list in a text asks for something that there can be.")
    package static let hidden = Rule("list.hidden", .advice, "A list in a text is of what is on the site today.")

    package static let all = [request, hidden]
}

/// The words of one list, taken off one by one, with what is wrong with them.
private struct ListPhrase {
    let list: MarkdownList
    let document: MarkdownDocument
    private var rest: ArraySlice<Substring>
    private(set) var findings: [Finding] = []

    private static let keywords: Set<Substring> = ["about", "who", "of", "here"]

    init(list: MarkdownList, document: MarkdownDocument) {
        self.list = list
        self.document = document
        rest = list.words.split(separator: " ")[...]
    }

    mutating func takeWord() -> String? { rest.popFirst().map(String.init) }

    mutating func take(_ word: Substring) -> Bool {
        guard rest.first == word else { return false }
        rest.removeFirst()
        return true
    }

    /// A number from 1 on, if one comes next.
    mutating func takeNumber() -> Int? {
        guard let word = rest.first, let number = Int(word) else { return nil }
        rest.removeFirst()
        if !(1...ListRequest.highestLimit ~= number) {
            report(
                String(word), "a list has 1 to \(ListRequest.highestLimit) entries",
                advice: "write a number between them, or none for \(ListRequest.usualLimit)")
        }
        return number
    }

    /// The words up to the next keyword.
    mutating func takeName() -> String? {
        let words = rest.prefix { !Self.keywords.contains($0) }
        rest = rest.dropFirst(words.count)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    mutating func report(_ words: String?, _ message: String, advice: String) {
        findings.append(Finding(ListRules.request, at: place(words), message, advice: advice))
    }

    mutating func note(_ words: String?, _ message: String) {
        findings.append(Finding(ListRules.hidden, at: place(words), message, advice: nil))
    }

    private func place(_ words: String?) -> Location { document.location(of: words ?? "", in: list) }
}

internal import PraxisDiagnostics
import Synchronization

/// Who may be meant by what is nobody's name, found by the words of people's names.
///
/// What is remembered follows from the people alone, so it makes no difference who asks first.
final class NearPeople: Sendable {
    /// Somebody with a file.
    private struct Person {
        let position: Int
        let title: String
        let slug: String
        /// Of the name and of the identifier, in small letters.
        let words: Set<String>
    }

    private let people: [Person]
    /// Indices into `people`.
    private let byWord: [String: [Int]]
    private let found = Mutex<[String: [Int]]>([:])

    /// - Parameter entries: All of a catalogue.
    init(of entries: [CatalogueEntry]) {
        people = entries.enumerated().compactMap { position, entry in
            guard entry.kind == .person, entry.original == nil else { return nil }
            let slug = entry.placement.slug
            return Person(
                position: position, title: entry.title, slug: slug,
                words: Self.words(of: entry.title).union(Self.words(of: slug)))
        }
        var byWord: [String: [Int]] = [:]
        for (index, person) in people.enumerated() {
            for word in person.words { byWord[word, default: []].append(index) }
        }
        self.byWord = byWord
    }

    /// Positions in the catalogue, likeliest first, at most three. Each text is looked for once: an identifier among all
    /// people, a name among those who share a word with it.
    func positions(near text: String) -> [Int] {
        if let known = found.withLock({ $0[text] }) { return known }
        let positions = nearest(to: text)
        found.withLock { $0[text] = positions }
        return positions
    }

    private func nearest(to text: String) -> [Int] {
        let words = Self.words(of: text)
        let sharing = Set(words.flatMap { byWord[$0] ?? [] }).sorted()
        let named = sharing.filter { words.isSubset(of: people[$0].words) }
        // A first name that many have means nobody.
        if !named.isEmpty { return named.count > 3 ? [] : named.map { people[$0].position } }
        let typed = Suggestion.Word(text)
        let limit = max(1, text.count / 6)
        func closest(_ indices: some Sequence<Int>, within limit: Int) -> [Int] {
            let near = indices.compactMap { index -> (distance: Int, position: Int)? in
                let person = people[index]
                let distance = [person.title, person.slug].compactMap { typed.distance(to: $0) }.min() ?? .max
                return distance <= limit ? (distance, person.position) : nil
            }
            return near.sorted { ($0.distance, $0.position) < ($1.distance, $1.position) }.prefix(3).map(\.position)
        }
        let near = closest(sharing, within: limit)
        return near.isEmpty && Slug.isValid(text) ? closest(people.indices, within: text.count) : near
    }

    private static func words(of name: String) -> Set<String> {
        Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}

import PraxisTestSupport
import Testing

@testable import PraxisBytes

struct FingerprintTests {
    private struct Page: Encodable, Equatable {
        var title = "Feedback"
        var number = 3
        var isLive = true
        var share = 0.5
        var level: Level?
        var place = Place.session(of: "Course", number: 2)
        var topics = ["a", "b"]
        var tags: Set<String> = ["x", "y", "z"]
        var counts = ["one": 1, "two": 2, "three": 3]
        var byPlace: [Place: [Int]] = [.home: [1], .session(of: "A", number: 1): [2, 3]]
        var letters: [[[UInt16]]] = [[[1], [2]], []]
    }

    private enum Level: String, Encodable { case basic, expert }

    private enum Place: Encodable, Hashable { case home, session(of: String, number: Int) }

    @Test func equalValuesHaveEqualFingerprints() {
        #expect(Fingerprint(of: Page()) == Fingerprint(of: Page()))
        var other = Page()
        // Filled in another order, and grown in between, so that they are kept in another order.
        other.tags = Set((0..<100).map(String.init)).union(["z", "y", "x"]).filter { "xyz".contains($0) }
        other.counts = ["three": 3, "two": 2, "one": 1]
        #expect(other == Page() && Fingerprint(of: other) == Fingerprint(of: Page()))
    }

    @Test func fingerprintsAreTheSameInEveryRun() {
        #expect(Fingerprint(of: Page()).rawValue == 3_444_534_933_894_376_815)
    }

    @Test func everyPropertyCounts() {
        let changes: [(inout Page) -> Void] = [
            { $0.title = "Feedbacks" }, { $0.number = -3 }, { $0.isLive = false }, { $0.share = 0.25 },
            { $0.level = .basic },
            { $0.level = .expert }, { $0.place = .home }, { $0.place = .session(of: "Course", number: 3) },
            { $0.topics = ["b", "a"] }, { $0.topics = ["ab"] }, { $0.topics = [] }, { $0.tags.remove("x") },
            { $0.counts["one"] = 2 },
            {
                $0.counts["four"] = nil; $0.counts["one"] = nil
            },
            { $0.byPlace[.home] = [] }, { $0.letters = [[[1, 2]], []] }, { $0.letters = [[[1], [2]]] },
            { $0.letters = [[[1]], [[2]]] }, { $0.letters = [[[1], [], [2]], []] },
        ]
        let fingerprints = changes.map { change in
            var page = Page()
            change(&page)
            return Fingerprint(of: page)
        }
        #expect(Set(fingerprints + [Fingerprint(of: Page())]).count == changes.count + 1)
    }

    @Test func fingerprintsAreCombinedInOrder() {
        let one = Fingerprint(of: "one")
        let two = Fingerprint(of: "two")
        #expect(Fingerprint(combining: [one, two]) != Fingerprint(combining: [two, one]))
        #expect(Fingerprint(combining: [one]) != one)
        #expect(Fingerprint(ofBytes: [1, 2]) != Fingerprint(ofBytes: [2, 1]))
    }
}

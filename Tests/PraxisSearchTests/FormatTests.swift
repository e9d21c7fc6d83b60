import PraxisTestSupport
import Testing

@testable import PraxisBytes
@testable import PraxisSearch

struct FormatTests {
    @Test func theScaleIsExactForSmallNumbersAndNearForLarge() {
        for number in 0..<32 { #expect(Scale.value(of: Int(Scale.step(of: number))) == number) }
        var previous = 0
        for number in stride(from: 32, to: 65535, by: 7) {
            let step = Int(Scale.step(of: number))
            let value = Scale.value(of: step)
            #expect(value <= number && number < value + value / 8 + 1 && step >= previous && step < 128)
            previous = step
        }
    }

    @Test func pagesKeepTheirNumbersWhenOthersComeAndGo() {
        let addresses = (0..<500).map { "communities/c\($0 / 70)/guides/g\($0 % 70)/" }
        let communities: [String?] = (0..<500).map { "c\($0 / 70)" }
        let lengths = (0..<500).map { 100 + $0 % 7 * 300 }
        let before = PageNumbers(of: addresses, communities: communities, lengths: lengths)
        #expect(Set(before.numbers).count == 500)
        #expect(before.order.map { before.numbers[$0] } == before.numbers.sorted())
        // A page with fewer words than any other moves none, wherever it comes to stand; a long one at most a few.
        for name in 0..<50 {
            func numbers(length: Int) -> some Sequence<Int> {
                PageNumbers(
                    of: ["communities/c1/n\(name)/"] + addresses, communities: ["c1"] + communities,
                    lengths: [length] + lengths
                ).numbers.dropFirst()
            }
            #expect(Array(numbers(length: 40)) == before.numbers)
            #expect(zip(before.numbers, numbers(length: 9000)).count { $0 != $1 } <= 5)
        }
    }

    @Test func pagesOfACommunityHaveNumbersThatLieTogether() throws {
        let addresses = (0..<600).map { "guides/g\($0)/" }
        let communities = (0..<600).map { $0 < 60 ? nil : "c\($0 / 200)" }
        let numbers = PageNumbers(of: addresses, communities: communities, lengths: addresses.map(\.count)).numbers
        for community in Set(communities) {
            let own = zip(communities, numbers).filter { $0.0 == community }.map(\.1)
            #expect(try #require(own.max()) - #require(own.min()) < 512)
        }
        #expect(PageNumbers(of: [], communities: [], lengths: []).numbers.isEmpty)
        #expect(PageNumbers(of: ["guides/"], communities: [nil], lengths: [5]).numbers == [0])
    }

    @Test func aCommunityThatBecomesTheLargestMovesNoOther() {
        let addresses = (0..<400).map { "communities/c\($0 / 7)/g\($0)/" }
        let communities: [String?] = (0..<400).map { "c\($0 / 7)" }
        let before = PageNumbers(of: addresses, communities: communities, lengths: addresses.map { _ in 100 })
        for number in 0..<50 {
            let after = PageNumbers(
                of: addresses + ["communities/c\(number)/new/"], communities: communities + ["c\(number)"],
                lengths: addresses.map { _ in 100 } + [1])
            #expect(Array(after.numbers.dropLast()) == before.numbers)
        }
    }

    @Test func boundariesMoveOnlyNextToAChange() {
        var random = SeededGenerator(seed: 3)
        let names = (0..<2000).map { _ in random.next() }
        let sizes = names.map { 20 + Int($0 % 200) }
        let runs = Boundaries.runs(of: sizes, marks: names, target: 4000)
        #expect(runs.map(\.lowerBound) == [0] + runs.dropLast().map(\.upperBound))
        #expect(runs.last?.upperBound == 2000)
        let totals = runs.map { sizes[$0].reduce(0, +) }
        #expect(totals.allSatisfy { $0 <= 8000 } && totals.dropLast().allSatisfy { $0 >= 2000 })
        let changed = Boundaries.runs(
            of: Array(sizes[..<1000] + [150] + sizes[1000...]), marks: Array(names[..<1000] + [99] + names[1000...]),
            target: 4000)
        let contents = Set(runs.map { Array(names[$0]) })
        let longer = Array(names[..<1000] + [99] + names[1000...])
        #expect(changed.count { !contents.contains(Array(longer[$0])) } <= 3)
        #expect(Boundaries.runs(of: [], marks: [], target: 10).isEmpty)
        #expect(Boundaries.runs(of: [99], marks: [0], target: 10) == [0..<1])
    }

    @Test func numbersSurviveVarints() {
        let numbers = [0, 1, 127, 128, 300, 1 << 40]
        var bytes: [UInt8] = []
        for number in numbers { Varints.append(number, to: &bytes) }
        for number in numbers { Varints.appendSigned(-number, to: &bytes) }
        var reader = VarintReader(bytes)
        #expect(numbers.map { _ in reader.number() } == numbers)
        #expect(numbers.map { _ in reader.signed() } == numbers.map { -$0 })
        #expect(reader.isAtEnd)
        #expect(reader.number() == 0)
    }

    @Test func textIsWrittenAsJSON() {
        var writer = ScriptWriter()
        writer.list(["a \"b\"\\\n", "</script>\u{2028}"]) { $0.string($1) }
        writer.evenString("  a \n\t b ")
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == "[\"a \\\"b\\\"\\\\\\u000a\",\"</script>\u{2028}\"]\"a b\""
        )
    }

    @Test(arguments: [
        ("", ""), (" ", ""), ("a b c", "a b c"), ("a  b", "a b"), (" a\n b\tc ", "a b c"), ("a \"b\" ", "a \\\"b\\\""),
        ("a \u{1} b", "a \\u0001 b"), ("é ü", "é ü"),
    ])
    func whiteSpaceIsMadeEven(text: String, written: String) {
        var writer = ScriptWriter()
        writer.evenString(text)
        writer.lines([text, text])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\(written)\"\"\(written)\\n\(written)\"")
    }

    @Test func aFileGivesBackItsPieces() throws {
        var file: [UInt8] = []
        IndexFormat.append(Array("[1]".utf8), as: "a/0", to: &file)
        IndexFormat.append(Array("{}".utf8), as: "b", to: &file)
        let pieces = try #require(IndexFormat.pieces(of: file))
        #expect(pieces.mapValues { String(decoding: $0, as: UTF8.self) } == ["a/0": "[1]", "b": "{}"])
        #expect(IndexFormat.pieces(of: file.dropLast(3)) == nil)
        #expect(IndexFormat.pieces(of: Array("<!DOCTYPE html>\n".utf8)) == nil)
    }

    @Test func everyByteOfAFileCountsForItsName() {
        func name(_ bytes: [UInt8]) -> String {
            var hash = StableHash()
            hash.combine(bytes)
            return hash.hexadecimal
        }
        let bytes = (0..<100).map { UInt8($0) }
        var names: Set = [name(bytes), name(bytes.dropLast()), name(bytes + [0]), name([]), name([0])]
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            names.insert(name(changed))
        }
        #expect(names.count == 105)
        #expect(names.allSatisfy { $0.utf8.count == 12 })
        #expect(name(Array("praxis".utf8)) == name(Array("praxis".utf8)))
    }

    @Test func logarithmsAreThoseOfEveryMachine() {
        #expect([1, 2, 3, 7, 1000, 20001, 1 << 20].map(Ranking.logarithm) == [0, 64, 101, 179, 637, 914, 1280])
        #expect(Ranking.rarity(of: 1, in: 1000) > Ranking.rarity(of: 10, in: 1000))
        #expect(Ranking.rarity(of: 1000, in: 1000) == 1)
    }
}

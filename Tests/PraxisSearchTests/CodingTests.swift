import Foundation
import PraxisTestSupport
import Testing

@testable import PraxisSearch

struct CodingTests {
    @Test func bitsComeBackHoweverLikelyTheyWere() {
        var random = SeededGenerator(seed: 5)
        // Chances at both ends make carries, and runs of full bytes before them.
        let chances: [UInt32] = (0..<20000).map { _ in
            [20, 700, 32768, 65000, 65516].randomElement(using: &random) ?? 1
        }
        let bits = chances.map { UInt32.random(in: 0..<65536, using: &random) < $0 ? 0 : 1 }
        let unlikely = chances.map { $0 > 32768 ? 1 : 0 }
        for written in [bits, unlikely, bits.map { _ in 1 }, bits.map { _ in 0 }] {
            var encoder = RangeEncoder()
            for (bit, chance) in zip(written, chances) { _ = encoder.code(bit, chance: chance) }
            var decoder = RangeDecoder(encoder.bytes)
            #expect(zip(written, chances).allSatisfy { decoder.code(0, chance: $1) == $0 })
            #expect(decoder.isAtEnd)
        }
    }

    @Test func whatIsLikelyTakesLittleRoom() {
        #expect(PackedNumbers.text(of: Array(repeating: 7, count: 10000)).utf8.count < 50)
        var random = SeededGenerator(seed: 6)
        let bytes = (0..<3000).map { _ in Int.random(in: 0..<256, using: &random) }
        // Eight bits each, in Base64, and a little for learning that there is nothing to learn.
        #expect(PackedNumbers.text(of: bytes).utf8.count < 3000 * 4 / 3 * 108 / 100)
    }

    @Test(arguments: [[], [0], [1, 2, 3, 500, 0], [NumberModels.most], Array(0..<3000)])
    func numbersComeBack(numbers: [Int]) {
        #expect(PackedNumbers.numbers(of: PackedNumbers.text(of: numbers)) == numbers)
        #expect(PackedNumbers.runs(of: PackedNumbers.text(ofRuns: numbers)) == numbers)
    }

    @Test func whatIsNoPackedTextIsRefused() {
        let text = PackedNumbers.text(of: Array(0..<50))
        #expect(PackedNumbers.numbers(of: "?") == nil)
        #expect(PackedNumbers.numbers(of: text + "AAAA") == nil)
        // More numbers than any list has.
        #expect(PackedNumbers.numbers(of: "//////////////////////////8=") == nil)
        // What is cut short or changed gives other numbers or none, and ends.
        for count in stride(from: 0, to: text.utf8.count, by: 4) {
            #expect(PackedNumbers.numbers(of: String(text.prefix(count))) != Array(0..<50))
        }
    }

    @Test func listsComeBack() throws {
        var random = SeededGenerator(seed: 8)
        let numbers = (0..<400).map { $0 * 37 + 5 }
        let lists: [[InvertedIndex.Posting]] = (0..<60).map { list in
            let pages = (0..<400).filter { _ in Int.random(in: 0..<60, using: &random) <= list }
            return pages.map { page in
                .init(
                    page: UInt32(page), weight: UInt16.random(in: 0...65535, using: &random),
                    places: WordPlaces(rawValue: UInt8.random(in: 0...255, using: &random)))
            }
        }
        var packed = PostingLists()
        for list in lists { packed.append(list[...], numbers: numbers) }
        var writer = ScriptWriter()
        packed.write(to: &writer)
        let data = try JSONDecoder().decode(IndexPieces.Lists.self, from: Data(writer.bytes))
        let block = try #require(PostingBlock(data))
        #expect(block.counts == lists.map(\.count))
        for (number, list) in lists.enumerated() {
            let expected = list.map { posting in
                Posting(
                    number: numbers[Int(posting.page)], weight: Scale.step(of: Int(posting.weight)),
                    places: posting.places)
            }
            #expect(Array(block.postings(number)) == expected)
        }
        #expect(block.postings(60).isEmpty && block.postings(-1).isEmpty)
        var damaged = data
        damaged.postings -= 1
        #expect(PostingBlock(damaged) == nil)
        damaged = data
        damaged.lists += 1
        #expect(PostingBlock(damaged) == nil)
        damaged.lists = -1
        #expect(PostingBlock(damaged) == nil)
        damaged.lists = 1 << 40
        damaged.postings = 1 << 41
        #expect(PostingBlock(damaged) == nil)
        damaged.bits = "?"
        #expect(PostingBlock(damaged) == nil)
    }
}

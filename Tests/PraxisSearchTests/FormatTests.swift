import Testing

@testable import PraxisSearch

struct FormatTests {
    @Test func bytesSurviveBase64() {
        for count in 0...10 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89 + 251) }
            var text: [UInt8] = []
            Base64.append(bytes, to: &text)
            #expect(Base64.decode(String(decoding: text, as: UTF8.self)) == bytes)
        }
        var text: [UInt8] = []
        Base64.append(Array("light w".utf8), to: &text)
        #expect(String(decoding: text, as: UTF8.self) == "bGlnaHQgdw==")
        #expect(Base64.decode("bG?l") == nil)
        #expect(Base64.decode("b") == nil)
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
        #expect(names.allSatisfy { $0.utf8.count == 16 })
        #expect(name(Array("praxis".utf8)) == name(Array("praxis".utf8)))
    }

    @Test func logarithmsAreThoseOfEveryMachine() {
        #expect([1, 2, 3, 7, 1000, 20001].map(Ranking.logarithm) == [0, 64, 101, 179, 637, 914])
        #expect(Ranking.rarity(of: 1, in: 1000) > Ranking.rarity(of: 10, in: 1000))
        #expect(Ranking.rarity(of: 1000, in: 1000) == 1)
    }
}

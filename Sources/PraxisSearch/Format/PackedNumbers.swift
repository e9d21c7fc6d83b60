internal import FoundationEssentials

/// A list of numbers as text that JSON holds between quotation marks: how many there are, then each, as `NumberModels` has
/// them, in Base64 (RFC 4648).
///
/// Servers that compress files take a quarter of the letters off again, so it costs what its bits do.
enum PackedNumbers {
    /// No list has more numbers.
    static let mostCount = 1 << 24

    /// The text of some numbers, none of them negative. Linear in their number.
    static func text(of numbers: [Int]) -> String {
        var coder = RangeEncoder()
        var counts = NumberModels()
        var models = NumberModels()
        _ = counts.code(numbers.count, with: &coder)
        for number in numbers { _ = models.code(number, with: &coder) }
        return text(ofBytes: coder.bytes)
    }

    /// The numbers of a text; `nil` if it is none of this kind. Linear in their number.
    static func numbers(of text: String) -> [Int]? {
        guard let bytes = bytes(of: text) else { return nil }
        var coder = RangeDecoder(bytes)
        var counts = NumberModels()
        var models = NumberModels()
        let count = counts.code(0, with: &coder)
        guard count <= mostCount else { return nil }
        let numbers = (0..<count).map { _ in models.code(0, with: &coder) }
        return coder.isAtEnd ? numbers : nil
    }

    /// The text of numbers most of which are as the one before: of each how far it is from that.
    static func text(ofRuns numbers: [Int]) -> String {
        text(of: zip(numbers, [0] + numbers).map { $0 < $1 ? 2 * ($1 - $0) - 1 : 2 * ($0 - $1) })
    }

    /// The numbers of such a text.
    static func runs(of text: String) -> [Int]? {
        var number = 0
        return numbers(of: text)?.map { step in
            number += step % 2 == 0 ? step / 2 : -(step + 1) / 2
            return number
        }
    }

    static func text(ofBytes bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    static func bytes(of text: String) -> [UInt8]? { Data(base64Encoded: text).map(Array.init) }
}

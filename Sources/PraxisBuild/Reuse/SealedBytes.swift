internal import PraxisBytes

/// The form of what one run of the program leaves for the next: a line that says what it is, a checksum of all that follows,
/// and that.
enum SealedBytes {
    /// - Parameter head: What it is, and of which version.
    static func seal(_ body: [UInt8], head: String) -> [UInt8] {
        var bytes = Array("\(head)\n".utf8)
        bytes.append(Fingerprint(ofBytes: body))
        return bytes + body
    }

    /// Begins to read what was sealed; `nil` for anything else, a part of it included.
    static func open(_ bytes: [UInt8], head: String) -> VarintReader? {
        let head = Array("\(head)\n".utf8)
        guard bytes.starts(with: head) else { return nil }
        var reader = VarintReader(Array(bytes.dropFirst(head.count)))
        let checksum = reader.fingerprint()
        return Fingerprint(ofBytes: Array(bytes.dropFirst(head.count + 8))) == checksum ? reader : nil
    }
}

extension [UInt8] {
    mutating func append(_ fingerprint: Fingerprint) {
        for shift in stride(from: 0, to: 64, by: 8) {
            append(UInt8(truncatingIfNeeded: fingerprint.rawValue >> UInt64(shift)))
        }
    }

    /// A text behind its length.
    mutating func append(text: String) {
        Varints.append(text.utf8.count, to: &self)
        self += text.utf8
    }
}

extension VarintReader {
    mutating func fingerprint() -> Fingerprint {
        Fingerprint(rawValue: (0..<8).reduce(0) { $0 | UInt64(byte()) << UInt64($1 * 8) })
    }

    mutating func text() -> String {
        let count = number()
        return String(decoding: bytes(count), as: UTF8.self)
    }
}

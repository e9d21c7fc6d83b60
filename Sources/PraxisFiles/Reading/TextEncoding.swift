import PraxisDiagnostics

/// Tells whether bytes are text as Praxis reads it: UTF-8 without NUL.
enum TextEncoding {
    /// What a file holds that is not such text.
    enum Problem: Equatable {
        /// A byte at this offset that is not UTF-8.
        case invalid(at: Int)
        /// Text in UTF-16, which some editors call “Unicode”.
        case utf16
        /// A NUL byte at this offset: not a text at all.
        case binary(at: Int)
    }

    /// The number of bytes of a byte order mark at the start of UTF-8.
    static func byteOrderMark(of bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The first thing wrong; `nil` for text. Linear.
    static func problem(of bytes: [UInt8]) -> Problem? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
        return bytes.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                if offset + 8 <= bytes.count {
                    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    let hasZero = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
                    if word & 0x8080_8080_8080_8080 == 0, hasZero == 0 {
                        offset += 8
                        continue
                    }
                }
                if bytes[offset] == 0 { return isUTF16(bytes) ? .utf16 : .binary(at: offset) }
                let length = scalarLength(bytes, offset)
                guard length > 0 else { return .invalid(at: offset) }
                offset += length
            }
            return nil
        }
    }

    /// UTF-16 of western text has a NUL in every other byte.
    private static func isUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let sample = bytes.prefix(256)
        let even = sample.indices.count { $0 % 2 == 0 && sample[$0] == 0 }
        let odd = sample.indices.count { $0 % 2 == 1 && sample[$0] == 0 }
        return max(even, odd) * 3 >= sample.count && min(even, odd) == 0
    }

    /// The length of the well-formed sequence that starts at an offset, 0 where none does.
    ///
    /// The Unicode Standard, table 3-7: no overlong form, no surrogate, nothing above U+10FFFF.
    private static func scalarLength(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
        let first = bytes[offset]
        func follows(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            offset + distance < bytes.count && range.contains(bytes[offset + distance])
        }
        switch first {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return follows(1) ? 2 : 0
        case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
        case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
        case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
        case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
        case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
        case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
        default: return 0
        }
    }

    /// The finding for a file that is no text.
    static func finding(_ problem: Problem, in bytes: [UInt8], at path: SourcePath) -> Finding {
        let advice = "save it again as UTF-8 (in most editors: \"Save with encoding\")"
        switch problem {
        case .utf16:
            return Finding(
                .encoding, at: Location(path: path), "this file is in UTF-16, not in UTF-8", advice: advice)
        case .binary:
            return Finding(
                .encoding, at: Location(path: path), "this file is not text: it contains a NUL byte",
                advice: "put the text into a new file, and give a picture or download its own ending")
        case .invalid(let offset):
            let byte = bytes[offset]
            let name = String(byte, radix: 16, uppercase: true)
            let guess =
                (0xA0...0xFF).contains(byte) ? ", perhaps a \"\(Unicode.Scalar(byte))\" in an older encoding" : ""
            return Finding(
                .encoding, at: location(of: offset, in: bytes, at: path),
                "the byte \(name) is not UTF-8\(guess)", advice: advice)
        }
    }

    /// The place of a byte, with a part of its line short enough to show even where a line is a whole picture.
    private static func location(of offset: Int, in bytes: [UInt8], at path: SourcePath) -> Location {
        let line = bytes[..<offset].count { $0 == 0x0A } + 1
        let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        // The bad bytes are shown as one U+FFFD, which has three.
        let range = SourceRange(line: line, column: offset - start + 1, length: 3)
        guard offset - start < 2_000 else { return Location(path: path, range: range) }
        let end = bytes[offset...].prefix(200).firstIndex { $0 == 0x0A || $0 == 0x0D } ?? min(offset + 200, bytes.count)
        return Location(path: path, range: range, excerpt: String(decoding: bytes[start..<end], as: UTF8.self))
    }
}

import PraxisDiagnostics

/// Finds what a style sheet asks for and browsers refuse under the policy that a site is served with, which lets it load
/// everything from the site and nothing from elsewhere or from within itself (Content Security Policy Level 3).
enum StyleSheetPolicy {
    /// Linear in the length of the style sheet.
    static func findings(in source: SourceText) -> [Finding] {
        var addresses = StyleSheetAddresses(source.bytes)
        var findings: [Finding] = []
        while let address = addresses.next() {
            guard let (message, advice) = problem(of: address.text) else { continue }
            findings.append(
                Finding(.templatePolicy, at: source.location(of: address.range), message, advice: advice))
        }
        return findings
    }

    private static func problem(of text: String) -> (message: String, advice: String)? {
        let address = text.lowercased()
        if address.hasPrefix("data:") {
            return (
                "an address that begins with \"data:\" is not loaded on the published site",
                "make it a file in assets/, and write url(NAME)"
            )
        }
        guard ["http:", "https:", "//"].contains(where: { address.hasPrefix($0) }) else { return nil }
        return (
            "\(text) is not loaded on the published site, since a page asks nobody but its own site",
            "put the file into assets/, and write url(NAME)"
        )
    }
}

/// The addresses that a style sheet loads: those of `url(…)`, `src(…)`, `image-set(…)` and `@import` (CSS Syntax Level 3).
///
/// Comments are passed over, and so is text that is no address.
struct StyleSheetAddresses {
    private let bytes: [UInt8]
    private var place = 0
    /// Where the brackets of an `image-set(` end that we are in; its strings are addresses.
    private var depth = 0
    private var imageSetDepths: [Int] = []
    /// Whether the next string is that of an `@import`.
    private var importsNext = false

    /// An address, and where it stands.
    struct Address {
        let text: String
        let range: Range<Int>
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Address? {
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "/") where bytes[place...].starts(with: "/*".utf8):
                place = bytes[(place + 2)...].firstRange(of: Array("*/".utf8))?.upperBound ?? bytes.count
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let address = string()
                if importsNext || imageSetDepths.last == depth {
                    importsNext = false
                    return address
                }
            case UInt8(ascii: "("):
                depth += 1
                place += 1
            case UInt8(ascii: ")"):
                if imageSetDepths.last == depth { imageSetDepths.removeLast() }
                depth = max(0, depth - 1)
                place += 1
            case UInt8(ascii: ";"), UInt8(ascii: "{"):
                importsNext = false
                place += 1
            case UInt8(ascii: "@"):
                place += 1
                let rule = word()
                importsNext = rule == "import"
                // A namespace is named by an address, at which nothing is loaded.
                if rule == "namespace" { place = bytes[place...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count }
            case _ where Self.isWord(byte):
                let name = word()
                guard place < bytes.count, bytes[place] == UInt8(ascii: "(") else { continue }
                depth += 1
                place += 1
                if name == "url" || name == "src" { return contents() }
                if name.hasSuffix("image-set") { imageSetDepths.append(depth) }
            default: place += 1
            }
        }
        return nil
    }

    /// What stands in the brackets of `url(`, with or without quotes; the end of the brackets is left.
    private mutating func contents() -> Address {
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
        importsNext = false
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
            return string()
        }
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: ")"), bytes[place] > 0x20 { place += 1 }
        return address(start..<place)
    }

    /// A string in quotes, which ends with its line at the latest.
    private mutating func string() -> Address {
        let quote = bytes[place]
        let start = place + 1
        place = start
        while place < bytes.count, bytes[place] != quote, bytes[place] != 0x0A {
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(place, bytes.count)
        place = min(end + 1, bytes.count)
        return address(start..<end)
    }

    private func address(_ range: Range<Int>) -> Address {
        let range = range.prefix(Self.longest)
        return Address(text: String(decoding: bytes[range], as: UTF8.self), range: range)
    }

    /// How much of an address is looked at: one that begins with `data:` may be a whole file.
    private static let longest = 200

    /// A name, in small letters.
    private mutating func word() -> String {
        let end = bytes[place...].firstIndex { !Self.isWord($0) } ?? bytes.count
        defer { place = end }
        return String(decoding: bytes[place..<end], as: UTF8.self).lowercased()
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || 0x30...0x39 ~= byte
    }
}

internal import PraxisDiagnostics
internal import PraxisMarkdown
internal import PraxisModel
internal import PraxisYAML

/// The links in the text of a page, to be led elsewhere or taken out.
///
/// The parser says what links there are, but not reliably where. So a place that could be one is changed on trial, and
/// the change stays when exactly that link has changed: code that only looks like a link is left alone.
struct LinkText {
    private(set) var source: SourceText
    private var document: MarkdownDocument

    init(_ source: SourceText) {
        self.source = source
        document = Self.parsed(source)
    }

    private static func parsed(_ source: SourceText) -> MarkdownDocument {
        var findings: [Finding] = []
        return MarkdownDocument(
            parsing: source, bodyStartingAt: FrontMatter(of: source).bodyOffset, findings: &findings)
    }

    /// The addresses of all links and images, in order.
    var destinations: [String] { document.links.map(\.destination) }

    /// Where a link of this text stands.
    func location(of link: MarkdownLink) -> Location { document.location(ofDestination: link) }

    /// Leads links elsewhere; returns those that could not be found in the text.
    mutating func replace(_ addresses: [String: String]) -> [MarkdownLink] {
        for (old, new) in addresses.sorted(by: { $0.key < $1.key }) {
            for place in places(of: old).reversed() {
                let wanted = destinations
                _ = attempt(place, new) { after in
                    after.count == wanted.count && after != wanted
                        && zip(wanted, after).allSatisfy { $0 == $1 || ($0 == old && $1 == new) }
                }
            }
        }
        return document.links.filter { addresses[$0.destination] != nil }
    }

    /// Turns links into their plain text and takes images out; returns those that could not be found in the text.
    mutating func remove(_ addresses: Set<String>) -> [MarkdownLink] {
        for address in addresses.sorted() {
            // What is taken out moves all that follows it, so places are looked for anew.
            while removeOne(address) {}
        }
        return document.links.filter { addresses.contains($0.destination) }
    }

    private mutating func removeOne(_ address: String) -> Bool {
        let wanted = destinations
        guard wanted.contains(address) else { return false }
        for place in places(of: address).reversed() {
            guard let link = InlineLink(around: place, in: source.bytes) else { continue }
            let text = link.isImage ? "" : String(decoding: source.bytes[link.text], as: UTF8.self)
            if attempt(link.range, text, isWanted: { Self.lacksOne(address, of: wanted, $0) }) { return true }
        }
        return false
    }

    /// Whether some destinations are others but for one that is gone, with images in its text kept.
    private static func lacksOne(_ address: String, of before: [String], _ after: [String]) -> Bool {
        guard after.count == before.count - 1 else { return false }
        let index = zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? after.count
        return before[index] == address && before[(index + 1)...].elementsEqual(after[index...])
    }

    /// Changes a stretch if the addresses that follow from it are those that are wanted.
    private mutating func attempt(_ range: Range<Int>, _ text: String, isWanted: ([String]) -> Bool) -> Bool {
        var edits = TextChanges()
        edits.replace(range, with: text)
        let changed = SourceText(path: source.path, bytes: edits.applied(to: source.bytes))
        let parsed = Self.parsed(changed)
        guard isWanted(parsed.links.map(\.destination)) else { return false }
        source = changed
        document = parsed
        return true
    }

    /// Where an address stands as a whole, as it is or with its ampersands written as entities.
    private func places(of address: String) -> [Range<Int>] {
        let start = FrontMatter(of: source).bodyOffset
        let spellings = Set([address, address.replacing("&", with: "&amp;")])
        return spellings.flatMap { spelling -> [Range<Int>] in
            let text = Array(spelling.utf8)
            guard let first = text.first, source.bytes.count - start >= text.count else { return [] }
            return (start...(source.bytes.count - text.count)).compactMap { offset in
                guard source.bytes[offset] == first, source.bytes[offset...].starts(with: text) else { return nil }
                let range = offset..<(offset + text.count)
                return isWhole(range) ? range : nil
            }
        }
        .sorted { $0.lowerBound < $1.lowerBound }
    }

    private func isWhole(_ range: Range<Int>) -> Bool {
        let bytes = source.bytes
        guard range.lowerBound > 0, "(<\"'= \t\r\n:".utf8.contains(bytes[range.lowerBound - 1]) else { return false }
        return range.upperBound == bytes.count || ")>\"' \t\r\n/".utf8.contains(bytes[range.upperBound])
    }
}

/// A link as it is usually written, `[text](address "title")`, found around its address.
private struct InlineLink {
    /// All of it, an exclamation mark included.
    let range: Range<Int>
    /// Between the square brackets.
    let text: Range<Int>
    let isImage: Bool

    init?(around address: Range<Int>, in bytes: [UInt8]) {
        var start = address.lowerBound
        while start > 0, " <\t\r\n".utf8.contains(bytes[start - 1]) { start -= 1 }
        guard start >= 2, bytes[start - 1] == UInt8(ascii: "("), bytes[start - 2] == UInt8(ascii: "]") else {
            return nil
        }
        let close = start - 2
        var depth = 0
        var open = close
        repeat {
            if bytes[open] == UInt8(ascii: "]"), !Self.isEscaped(open, bytes) { depth += 1 }
            if bytes[open] == UInt8(ascii: "["), !Self.isEscaped(open, bytes) { depth -= 1 }
            if depth == 0 { break }
            open -= 1
        } while open >= 0
        guard open >= 0, depth == 0 else { return nil }
        var end = address.upperBound
        var quote: UInt8?
        while end < bytes.count {
            let byte = bytes[end]
            if let open = quote {
                if byte == open, !Self.isEscaped(end, bytes) { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ")") {
                break
            }
            end += 1
        }
        guard end < bytes.count else { return nil }
        isImage = open > 0 && bytes[open - 1] == UInt8(ascii: "!") && !Self.isEscaped(open - 1, bytes)
        text = open + 1..<close
        range = (isImage ? open - 1 : open)..<(end + 1)
    }

    private static func isEscaped(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        var count = 0
        var before = offset - 1
        while before >= 0, bytes[before] == UInt8(ascii: "\\") {
            count += 1
            before -= 1
        }
        return count % 2 == 1
    }
}

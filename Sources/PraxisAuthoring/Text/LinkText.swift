internal import PraxisDiagnostics
internal import PraxisMarkdown
internal import PraxisModel
internal import PraxisYAML

/// The links in the text of a page, to be led elsewhere or taken out.
///
/// The parser says what links there are, but not reliably where. So every place that could be one gets a mark of its
/// own on trial, and where the mark comes back in the address of a link, the place is that link's: code that only looks
/// like a link is left alone. Whatever is changed then stays only if exactly those links have changed.
struct LinkText {
    private(set) var source: SourceText
    private var document: MarkdownDocument

    init(_ source: SourceText) {
        self.source = source
        document = Self.parsed(source)
    }

    /// A stretch that could be the address of a link.
    private struct Place {
        let range: Range<Int>
        /// As the parser would say it.
        let address: String
    }

    /// Something to be written instead of a stretch.
    private struct Change {
        let range: Range<Int>
        let new: [UInt8]
        /// The links that it changes, by their numbers.
        let links: [Int]
        /// What their address is then; `nil` where they are no links any more.
        let address: String?
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

    /// Leads links elsewhere, all at once; returns those that could not be found in the text.
    ///
    /// The text is parsed twice, however many links there are. Only where a change of something that looks like a link
    /// changes what other links there are, it is parsed again, a logarithmic number of times for each such place.
    mutating func replace(_ addresses: [String: String]) -> [MarkdownLink] {
        let before = destinations
        let changes = linked(places(of: addresses.keys)[...]).compactMap { place, links in
            addresses[place.address].map {
                Change(range: place.range, new: Array($0.utf8), links: links, address: $0)
            }
        }
        _ = apply(changes[...])
        // One link may have got the address that another had.
        return zip(before, document.links).compactMap { old, link in
            addresses[old] != nil && link.destination == old ? link : nil
        }
    }

    /// Turns links into their plain text and takes images out; returns those that could not be found in the text.
    ///
    /// The text is parsed as often as for ``replace(_:)``, for each depth to which links stand in the text of others.
    mutating func remove(_ addresses: Set<String>) -> [MarkdownLink] {
        while removeInnermost(addresses) {}
        return document.links.filter { addresses.contains($0.destination) }
    }

    /// Takes out the links that have none of the others in their text; says whether any was.
    private mutating func removeInnermost(_ addresses: Set<String>) -> Bool {
        guard destinations.contains(where: addresses.contains) else { return false }
        var changes: [Change] = []
        for (place, links) in linked(places(of: addresses)[...]) {
            guard let link = InlineLink(around: place.range, in: source.bytes),
                link.range.lowerBound >= changes.last?.range.upperBound ?? 0
            else { continue }
            let text = link.isImage ? [] : Array(source.bytes[link.text])
            changes.append(Change(range: link.range, new: text, links: links, address: nil))
        }
        return apply(changes[...])
    }

    // MARK: Changes

    /// Makes changes, in order and apart, if the addresses that follow from them are those that are wanted; else those
    /// of each half for which that holds. Says whether any was made.
    private mutating func apply(_ changes: ArraySlice<Change>) -> Bool {
        guard !changes.isEmpty else { return false }
        let changed = text(with: changes)
        let parsed = Self.parsed(changed)
        if parsed.links.map(\.destination) == wanted(after: changes) {
            source = changed
            document = parsed
            return true
        }
        guard changes.count > 1 else { return false }
        let middle = changes.startIndex + changes.count / 2
        // The second half first: it moves nothing of the first.
        let second = apply(changes[middle...])
        let first = apply(changes[..<middle])
        return first || second
    }

    /// The addresses of all links after some changes; `nil` where a change is of a link that is not there.
    private func wanted(after changes: ArraySlice<Change>) -> [String]? {
        var wanted = destinations.map(Optional.some)
        for change in changes {
            for link in change.links {
                guard wanted.indices.contains(link) else { return nil }
                wanted[link] = change.address
            }
        }
        return wanted.compactMap(\.self)
    }

    /// The text with changes that are in order and apart. Linear in its length.
    private func text(with changes: ArraySlice<Change>) -> SourceText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.bytes.count + 16 * changes.count)
        var offset = 0
        for change in changes {
            bytes += source.bytes[offset..<change.range.lowerBound]
            bytes += change.new
            offset = change.range.upperBound
        }
        bytes += source.bytes[offset...]
        return SourceText(path: source.path, bytes: bytes)
    }

    // MARK: Places

    /// Which of some places are the addresses of links, and of which; those of a definition may be several.
    private func linked(_ places: ArraySlice<Place>) -> [(place: Place, links: [Int])] {
        guard !places.isEmpty else { return [] }
        var numbers: [String: Int] = [:]
        var marks: [Change] = []
        for number in places.indices {
            let mark = "-praxis\(number)"
            let end = places[number].range.upperBound
            marks.append(Change(range: end..<end, new: Array(mark.utf8), links: [], address: nil))
            numbers[places[number].address + mark] = number
        }
        let before = destinations
        let after = Self.parsed(text(with: marks[...])).links.map(\.destination)
        var links: [Int: [Int]] = [:]
        var isOnlyMarked = before.count == after.count
        for (link, (old, new)) in zip(before, after).enumerated() where isOnlyMarked && old != new {
            if let number = numbers[new], places[number].address == old {
                links[number, default: []].append(link)
            } else {
                isOnlyMarked = false
            }
        }
        if isOnlyMarked { return places.indices.compactMap { number in links[number].map { (places[number], $0) } } }
        guard places.count > 1 else { return [] }
        let middle = places.startIndex + places.count / 2
        return linked(places[..<middle]) + linked(places[middle...])
    }

    /// Where addresses stand as a whole, as they are or with their ampersands written as entities: in order and apart,
    /// of those that begin at the same place the longest. Linear in the length of the text and in that of the longest
    /// address.
    private func places(of addresses: some Sequence<String>) -> [Place] {
        var spellings: [ArraySlice<UInt8>: String] = [:]
        for address in addresses.sorted() {
            for spelling in [address, address.replacing("&", with: "&amp;")] where !spelling.isEmpty {
                let key = Array(spelling.utf8)[...]
                if spellings[key] == nil { spellings[key] = address }
            }
        }
        let firsts = Set(spellings.keys.compactMap(\.first))
        let longest = spellings.keys.map(\.count).max() ?? 0
        let bytes = source.bytes
        var places: [Place] = []
        var start = max(1, FrontMatter(of: source).bodyOffset)
        while start < bytes.count {
            var place: Place?
            if firsts.contains(bytes[start]), "(<\"'= \t\r\n:".utf8.contains(bytes[start - 1]) {
                for end in start + 1...min(start + longest, bytes.count) {
                    guard end == bytes.count || ")>\"' \t\r\n/".utf8.contains(bytes[end]) else { continue }
                    guard let address = spellings[bytes[start..<end]] else { continue }
                    place = Place(range: start..<end, address: address)
                }
            }
            if let place { places.append(place) }
            start = place?.range.upperBound ?? start + 1
        }
        return places
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

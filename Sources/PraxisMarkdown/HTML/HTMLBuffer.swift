/// HTML while it is written: bytes, and the ways in which text may be added to them.
///
/// It has one owner, so that adding to it is a copy and nothing else.
package struct HTMLBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes have been written.
    private(set) var count = 0

    package init(reserving capacity: Int = 256) {
        start = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { start.deallocate() }

    /// What has been written.
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// What has been written, as a string.
    package var string: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

    /// The byte that was written last.
    var last: UInt8? { count == 0 ? nil : start[count - 1] }

    /// Makes room for so many more bytes.
    @inline(__always)
    package mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        capacity = max(count + more, 2 * capacity)
        let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        wider.update(from: start, count: count)
        start.deallocate()
        start = wider
    }

    /// Adds markup.
    @inline(__always)
    package mutating func append(_ markup: StaticString) {
        append(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    @inline(__always)
    private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let first = piece.baseAddress else { return }
        reserve(piece.count)
        (start + count).update(from: first, count: piece.count)
        count += piece.count
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    /// Adds markup that was made elsewhere.
    package mutating func append(markup: some Collection<UInt8>) {
        let isDone: Void? = markup.withContiguousStorageIfAvailable { append($0) }
        if isDone == nil { for byte in markup { append(byte) } }
    }

    /// Adds a number.
    package mutating func append(_ number: Int) {
        append(markup: String(number).utf8)
    }

    /// Adds a text, with what has a meaning in content and in quoted attributes escaped.
    package mutating func append(escaping text: some StringProtocol) {
        var text = String(text)
        text.withUTF8 { append(escaping: $0[...]) }
    }

    /// Adds a text, with `&`, `<`, `>` and `"` escaped, as libcmark does.
    @inline(__always)
    package mutating func append(escaping text: Slice<UnsafeBufferPointer<UInt8>>) {
        let base = text.base
        var position = text.startIndex
        while true {
            // `"` and `&` differ in one bit, and so do `<` and `>`.
            let next = ByteSearch.first(in: base, from: position, to: text.endIndex) { block in
                block.hits(ByteKind(UInt8(ascii: "&"), mask: 0xFB))
                    | block.hits(ByteKind(UInt8(ascii: "<"), mask: 0xFD))
            }
            append(UnsafeBufferPointer(rebasing: base[position..<next]))
            guard next < text.endIndex else { return }
            switch base[next] {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            default: append("&quot;")
            }
            position = next + 1
        }
    }

    /// Adds an address for a quoted attribute, percent-encoded as libcmark does.
    ///
    /// `strictly` also encodes a `%` that begins no escape, which libcmark leaves and HTML forbids.
    package mutating func append(address: Slice<UnsafeBufferPointer<UInt8>>, strictly: Bool = false) {
        var i = address.startIndex
        while i < address.endIndex {
            let run = i
            while i < address.endIndex, Self.isPlainInAddress(address.base[i]) { i += 1 }
            append(UnsafeBufferPointer(rebasing: address.base[run..<i]))
            guard i < address.endIndex else { return }
            let byte = address.base[i]
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            case UInt8(ascii: "%") where strictly && !Self.isEscape(address[i...]): append("%25")
            case UInt8(ascii: "%"): append("%")
            default:
                append(UInt8(ascii: "%"))
                append(Self.digit(byte >> 4))
                append(Self.digit(byte & 15))
            }
            i += 1
        }
    }

    /// Adds an address for a quoted attribute.
    package mutating func append(address: some StringProtocol) {
        var address = String(address)
        address.withUTF8 { append(address: $0[...], strictly: true) }
    }

    /// Adds a text with each character as a reference to it, in decimal and hexadecimal by turns: a mail address that a
    /// reader sees and a harvester does not look for.
    package mutating func append(encoding text: some Sequence<UInt8>) {
        for (index, scalar) in String(decoding: Array(text), as: UTF8.self).unicodeScalars.enumerated() {
            append(index % 2 == 0 ? "&#" : "&#x")
            append(markup: String(scalar.value, radix: index % 2 == 0 ? 10 : 16).utf8)
            append(";")
        }
    }

    /// Begins a new line unless one has just begun.
    @inline(__always)
    mutating func beginLine() {
        if let last, last != UInt8(ascii: "\n") { append("\n") }
    }

    private static func isEscape(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let digits = text.dropFirst().prefix(2)
        return digits.count == 2 && digits.allSatisfy { $0 &- 0x30 < 10 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66 }
    }

    /// Letters, digits and `!#$()*+,-./:;=?@_~`.
    @inline(__always)
    private static func isPlainInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"), UInt8(ascii: "#"),
            UInt8(ascii: "$"), UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "="),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}

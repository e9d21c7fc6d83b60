/// HTML while it is written: bytes, and the ways in which text may be added to them.
package struct HTMLBuffer: Sendable {
    /// What has been written.
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// What has been written, as a string.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Makes room for so many more bytes.
    package mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(bytes.count + count)
    }

    /// Adds markup.
    @inline(__always)
    package mutating func append(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Adds markup that was made elsewhere.
    package mutating func append(markup: some Collection<UInt8>) {
        bytes.append(contentsOf: markup)
    }

    /// Adds a number.
    package mutating func append(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
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
        var start = text.startIndex
        while true {
            // `"` and `&` differ in one bit, and so do `<` and `>`.
            let next = ByteSearch.first(in: base, from: start, to: text.endIndex) { word in
                ByteKind(UInt8(ascii: "&"), mask: 0xFB).hits(word) | ByteKind(UInt8(ascii: "<"), mask: 0xFD).hits(word)
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: base[start..<next]))
            guard next < text.endIndex else { return }
            switch base[next] {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            default: append("&quot;")
            }
            start = next + 1
        }
    }

    /// Adds an address for a quoted attribute, percent-encoded as libcmark does.
    ///
    /// `strictly` also encodes a `%` that begins no escape, which libcmark leaves and HTML forbids.
    package mutating func append(address: Slice<UnsafeBufferPointer<UInt8>>, strictly: Bool = false) {
        var i = address.startIndex
        while i < address.endIndex {
            let byte = address.base[i]
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            case UInt8(ascii: "%") where strictly && !Self.isEscape(address[i...]): append("%25")
            case _ where Self.isAddressByte(byte): bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), Self.digit(byte >> 4), Self.digit(byte & 15)]
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
            bytes.append(contentsOf: String(scalar.value, radix: index % 2 == 0 ? 10 : 16).utf8)
            bytes.append(UInt8(ascii: ";"))
        }
    }

    /// Begins a new line unless one has just begun.
    @inline(__always)
    mutating func beginLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    private static func isEscape(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let digits = text.dropFirst().prefix(2)
        return digits.count == 2 && digits.allSatisfy { $0 &- 0x30 < 10 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66 }
    }

    /// Letters, digits and `!#$%()*+,-./:;=?@_~`.
    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"),
            UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "!"),
            UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}

/// Writes JSON values into a script, byte by byte.
struct ScriptWriter {
    private(set) var bytes: [UInt8] = []

    /// Room for so many bytes before it first grows.
    init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Adds text that is JSON or script already.
    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func raw(_ text: some Collection<UInt8>) {
        bytes += text
    }

    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { text in
            var index = 0
            while index < text.count {
                let end = Self.plainEnd(in: text, from: index)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
                if end < text.count { appendEscaped(text[end]) }
                index = end + 1
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Adds a string whose runs of white space become single spaces.
    mutating func evenString(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        even(text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Adds texts as one string, each on a line of its own, white space made even.
    mutating func lines(_ texts: [String]) {
        bytes.append(UInt8(ascii: "\""))
        for (index, text) in texts.enumerated() {
            if index > 0 { raw("\\n") }
            even(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Adds a text whose runs of white space become single spaces.
    private mutating func even(_ text: String) {
        let start = bytes.count
        var isSpace = true
        var text = text
        text.withUTF8 { text in
            var index = 0
            while index < text.count {
                let end = Self.plainEnd(in: text, from: index)
                if end > index {
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
                    isSpace = false
                    index = end
                } else if text[index] == 0x20 || 0x09...0x0D ~= text[index] {
                    if !isSpace { bytes.append(0x20) }
                    isSpace = true
                    index += 1
                } else {
                    appendEscaped(text[index])
                    isSpace = false
                    index += 1
                }
            }
        }
        if isSpace, bytes.count > start { bytes.removeLast() }
    }

    /// Adds words, which hold nothing that JSON escapes, as one string with spaces between.
    mutating func words(_ words: some Sequence<ArraySlice<UInt8>>) {
        bytes.append(UInt8(ascii: "\""))
        var isFirst = true
        for word in words {
            if !isFirst { bytes.append(0x20) }
            isFirst = false
            bytes += word
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Adds numbers as a string, packed.
    mutating func packed(_ numbers: [Int]) {
        string(PackedNumbers.text(of: numbers))
    }

    /// Adds an object, each of whose fields is written as JSON.
    mutating func object(_ fields: KeyValuePairs<String, (inout ScriptWriter) -> Void>) {
        for (index, (name, write)) in fields.enumerated() {
            raw(index == 0 ? "{" : ",")
            string(name)
            raw(":")
            write(&self)
        }
        raw("}")
    }

    /// An object of packed lists, in this order.
    mutating func object(packing columns: [(name: String, values: [Int])]) {
        for (index, (name, values)) in columns.enumerated() {
            raw(index == 0 ? "{" : ",")
            string(name)
            raw(":")
            packed(values)
        }
        raw("}")
    }

    /// Adds a list, each of whose elements `write` writes.
    mutating func list<Elements: Sequence>(
        _ elements: Elements, write: (inout ScriptWriter, Elements.Element) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Whether a byte is neither white space nor anything that JSON escapes.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Where a run of plain bytes ends that may begin here, with single spaces between them.
    private static func plainEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < text.count {
            if isPlain(text[end]) {
                end += 1
            } else if text[end] == 0x20, end > start, end + 1 < text.count, isPlain(text[end + 1]) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0..<0x20:
            raw("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
        default:
            bytes.append(byte)
        }
    }
}

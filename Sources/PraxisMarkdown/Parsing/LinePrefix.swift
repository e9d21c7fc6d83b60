/// The markers and spaces with which a line begins.
struct LinePrefix {
    /// How many `>`.
    private(set) var quotes = 0
    /// How many list markers; 0 for a line that is a thematic break.
    private(set) var items = 0
    /// How many columns of space, those between markers included.
    private(set) var columns = 0
    /// The first byte after it all.
    private(set) var end: Int
    /// Whether there is nothing but spaces on the line.
    private(set) var isBlank = false
    /// Whether the rest of the line consists of `|`, `:`, `-` and spaces as under a table's head.
    private(set) var couldDelimitTable = false

    /// Reads the prefix of a line. Linear in the length of the line at most.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
        end = start
        scan: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: " "): columns += 1
            case UInt8(ascii: "\t"): columns += 4
            case UInt8(ascii: ">"): quotes += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
                guard Self.isSpace(bytes, end + 1) else { break scan }
                items += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                var digits = end + 1
                while digits < bytes.count, digits < end + 10, bytes[digits] &- 0x30 < 10 { digits += 1 }
                guard digits < bytes.count, bytes[digits] == UInt8(ascii: ".") || bytes[digits] == UInt8(ascii: ")"),
                    Self.isSpace(bytes, digits + 1)
                else { break scan }
                items += 1
                end = digits
            default: break scan
            }
            end += 1
        }
        guard end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") else {
            isBlank = quotes == 0 && items == 0
            if items > 2, Self.isThematicBreak(bytes[start..<end]) { items = 0 }
            return
        }
        couldDelimitTable = Self.couldDelimitTable(bytes, end)
    }

    private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index < bytes.count else { return true }
        return bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
            || bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r")
    }

    private static func isThematicBreak(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let mark = line.first(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*") }) else { return false }
        return line.allSatisfy { $0 == mark || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private static func couldDelimitTable(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var hasDash = false
        var hasBorder = false
        var i = start
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: "|"), UInt8(ascii: ":"): hasBorder = true
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return hasDash && hasBorder
            default: return false
            }
            i += 1
        }
        return hasDash && hasBorder
    }
}

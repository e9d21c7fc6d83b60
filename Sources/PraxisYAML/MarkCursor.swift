/// Finds the byte that a mark of libyaml means, which counts lines and, within a line, Unicode scalars, from 1.
///
/// Marks asked for in the order of the text cost time linear in its length, all together.
struct MarkCursor {
    private let bytes: [UInt8]
    private var line = 1
    private var column = 1
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The byte at a mark, or the end of its line.
    mutating func offset(line wantedLine: Int, column wantedColumn: Int) -> Int {
        if (wantedLine, wantedColumn) < (line, column) {
            line = 1
            column = 1
            offset = 0
        }
        while line < wantedLine, offset < bytes.count {
            if bytes[offset] == 0x0A {
                line += 1
                column = 1
            }
            offset += 1
        }
        while column < wantedColumn, offset < bytes.count, bytes[offset] != 0x0A {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }
}

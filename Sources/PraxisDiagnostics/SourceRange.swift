/// A place in a text: a line and a column, both from 1; the column counts UTF-8 bytes.
package struct SourcePosition: Hashable, Sendable, Encodable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension SourcePosition: Comparable {
    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of a text, from its first byte to just after its last. An empty range is a place between two bytes.
package struct SourceRange: Hashable, Sendable, Encodable {
    package var start: SourcePosition
    package var end: SourcePosition

    package init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }

    /// A range on one line.
    package init(line: Int, column: Int, length: Int) {
        start = SourcePosition(line: line, column: column)
        end = SourcePosition(line: line, column: column + length)
    }
}

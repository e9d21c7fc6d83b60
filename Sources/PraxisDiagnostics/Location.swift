/// A place in a file, ready to be shown: it carries the line it points into and needs the file no more.
package struct Location: Hashable, Sendable, Encodable {
    package let path: SourcePath
    /// Absent where the whole file is meant.
    package let range: SourceRange?
    /// The text of the line on which the range starts.
    package let excerpt: String?

    package init(path: SourcePath, range: SourceRange? = nil, excerpt: String? = nil) {
        self.path = path
        self.range = range
        self.excerpt = excerpt
    }

    /// The column as a person counts it: characters from 1.
    package var characterColumn: Int? {
        guard let range else { return nil }
        return characters(before: range.start.column)
    }

    /// The column just after the range, as a person counts it; absent when the range ends on another line.
    package var characterEndColumn: Int? {
        guard let range, range.end.line == range.start.line else { return nil }
        return characters(before: range.end.column)
    }

    private func characters(before column: Int) -> Int {
        guard let excerpt else { return column }
        return String(decoding: Array(excerpt.utf8.prefix(column - 1)), as: UTF8.self).count + 1
    }
}

extension Location: Comparable {
    package static func < (left: Location, right: Location) -> Bool {
        if left.path != right.path { return left.path < right.path }
        switch (left.range, right.range) {
        case (nil, nil), (_, nil): return false
        case (nil, _): return true
        case (let left?, let right?): return (left.start, left.end) < (right.start, right.end)
        }
    }
}

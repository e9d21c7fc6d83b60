/// The number of a page in a `Site`: dense, from 0, in the order of the source files' paths.
package struct PageID: Hashable, Sendable, Comparable, Encodable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }

    package static func < (left: PageID, right: PageID) -> Bool { left.index < right.index }
}

/// The identifier of a topic in topics.yaml.
package struct TopicID: Hashable, Sendable, Comparable, CustomStringConvertible, Encodable {
    package let rawValue: String

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    package static func < (left: TopicID, right: TopicID) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

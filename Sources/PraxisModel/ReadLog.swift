import Synchronization

/// Which pages of a site something was made of.
package struct PageReads: Equatable, Sendable {
    private var isEverything = false
    private var pages: Set<PageID> = []

    package init() {}

    fileprivate mutating func add(_ id: PageID) { pages.insert(id) }

    fileprivate mutating func addEverything() { isEverything = true }

    /// Whether any of some pages is among them.
    package func contain(anyOf others: Set<PageID>) -> Bool {
        isEverything ? !others.isEmpty : others.contains(where: pages.contains)
    }
}

/// Notes which pages of a site are read while something is made of it; see ``Site/noting(in:)``.
package final class ReadLog: Sendable {
    private let noted = Mutex(PageReads())

    package init() {}

    /// What has been read so far.
    package var reads: PageReads { noted.withLock { $0 } }

    func note(_ id: PageID) { noted.withLock { $0.add(id) } }

    func noteEverything() { noted.withLock { $0.addEverything() } }
}

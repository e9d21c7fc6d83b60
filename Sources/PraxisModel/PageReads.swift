package import PraxisBytes
import Synchronization

/// Parts of a page that may change while the others stay.
package struct PageAspects: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// ``Page/facts``.
    package static let facts = PageAspects(rawValue: 1)
    /// Where its text leads: ``Page/links`` and ``Page/lists``.
    package static let links = PageAspects(rawValue: 2)
    /// ``Page/document``.
    package static let text = PageAspects(rawValue: 4)
}

/// What of which pages something was made of.
package struct PageReads: Equatable, Sendable {
    /// What was read of every page.
    private var ofAll: PageAspects = []
    private var pages: [PageID: PageAspects] = [:]

    package init() {}

    fileprivate mutating func add(_ aspects: PageAspects, of id: PageID) {
        pages[id, default: []].formUnion(aspects)
    }

    fileprivate mutating func addToAll(_ aspects: PageAspects) { ofAll.formUnion(aspects) }

    /// Whether any of some changes is among them.
    package func contain(anyOf changes: [PageID: PageAspects]) -> Bool {
        changes.contains { id, aspects in
            !aspects.isDisjoint(with: ofAll) || pages[id].map(aspects.isDisjoint) == false
        }
    }
}

/// Notes what of a site's pages is read while something is made of it; see ``Site/noting(in:)``.
package final class ReadLog: Sendable {
    private let noted = Mutex(PageReads())

    package init() {}

    /// What has been read so far.
    package var reads: PageReads { noted.withLock { $0 } }

    func note(_ aspects: PageAspects, of id: PageID) { noted.withLock { $0.add(aspects, of: id) } }

    func noteOfAll(_ aspects: PageAspects) { noted.withLock { $0.addToAll(aspects) } }
}

// MARK: Bytes

extension PageReads {
    /// Adds what `init(from:)` reads again; the same bytes for the same reads.
    package func write(to bytes: inout [UInt8]) {
        bytes.append(ofAll.rawValue)
        Varints.append(pages.count, to: &bytes)
        var previous = 0
        for (id, aspects) in pages.sorted(by: { $0.key < $1.key }) {
            Varints.append(id.index - previous, to: &bytes)
            bytes.append(aspects.rawValue)
            previous = id.index
        }
    }

    package init(from reader: inout VarintReader) {
        ofAll = PageAspects(rawValue: UInt8(reader.byte()))
        var previous = 0
        for _ in 0..<reader.number() where !reader.isAtEnd {
            previous += reader.number()
            pages[PageID(previous)] = PageAspects(rawValue: UInt8(reader.byte()))
        }
    }
}

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
    /// ``Site/standings``.
    package static let standing = PageAspects(rawValue: 8)
}

/// How a site differs from an earlier one that has the same pages at the same addresses.
package struct SiteChanges: Equatable, Sendable {
    /// The pages that are not as they were, and in what.
    private(set) var pages: [PageID: PageAspects]
    /// In what any page is not as it was.
    private(set) var aspects: PageAspects
    /// The lists that are not as they were.
    let relations: Set<Relation>

    package init(pages: [PageID: PageAspects] = [:], relations: Set<Relation> = []) {
        self.pages = pages
        self.relations = relations
        aspects = pages.values.reduce(into: []) { $0.formUnion($1) }
    }

    /// Notes in what a page is not as it was, if in anything.
    package mutating func note(_ aspects: PageAspects, of id: PageID) {
        guard !aspects.isEmpty else { return }
        pages[id, default: []].formUnion(aspects)
        self.aspects.formUnion(aspects)
    }

    /// Nothing differs.
    package static let none = SiteChanges()
}

/// What of a site something was made of.
package struct SiteReads: Equatable, Sendable {
    /// What was read of every page.
    private var ofAll: PageAspects = []
    /// What was read of some besides.
    private var pages: [PageID: PageAspects] = [:]
    private var relations: Set<Relation> = []

    package init() {}

    fileprivate mutating func add(_ aspects: PageAspects, of id: PageID) {
        let more = aspects.subtracting(ofAll)
        if !more.isEmpty { pages[id, default: []].formUnion(more) }
    }

    fileprivate mutating func add(_ reads: SiteReads) {
        addToAll(reads.ofAll)
        for (id, aspects) in reads.pages { add(aspects, of: id) }
        relations.formUnion(reads.relations)
    }

    /// Linear in the number of pages that were read, the first time alone.
    fileprivate mutating func addToAll(_ aspects: PageAspects) {
        guard !ofAll.isSuperset(of: aspects) else { return }
        ofAll.formUnion(aspects)
        pages = pages.compactMapValues { read in
            let more = read.subtracting(ofAll)
            return more.isEmpty ? nil : more
        }
    }

    /// What of it was read of pages alone.
    package var withoutRelations: SiteReads {
        var reads = self
        reads.relations = []
        return reads
    }

    fileprivate mutating func add(_ relation: Relation) { relations.insert(relation) }

    /// Whether any of some changes is among them. Linear in the number of pages that were read or have changed, whichever is
    /// less.
    package func contain(anyOf changes: SiteChanges) -> Bool {
        func share(_ some: [PageID: PageAspects], _ others: [PageID: PageAspects]) -> Bool {
            some.contains { id, aspects in others[id].map(aspects.isDisjoint) == false }
        }
        return !ofAll.isDisjoint(with: changes.aspects)
            || (pages.count < changes.pages.count ? share(pages, changes.pages) : share(changes.pages, pages))
            || !changes.relations.isEmpty
                && (relations.contains(.all) || !relations.isDisjoint(with: changes.relations))
    }
}

/// Notes what of a site is read while something is made of it; see ``Site/noting(in:)``.
package final class ReadLog: Sendable {
    private let noted = Mutex(SiteReads())

    package init() {}

    /// What has been read so far.
    package var reads: SiteReads { noted.withLock { $0 } }

    func note(_ aspects: PageAspects, of id: PageID) { noted.withLock { $0.add(aspects, of: id) } }

    func note(_ relation: Relation) { noted.withLock { $0.add(relation) } }

    func note(_ reads: SiteReads) { noted.withLock { $0.add(reads) } }

    func noteOfAll(_ aspects: PageAspects) { noted.withLock { $0.addToAll(aspects) } }
}

// MARK: Bytes

extension SiteReads {
    /// Adds what `init(from:)` reads again, the relations left out; the same bytes for the same reads.
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

internal import PraxisModel

/// Something that was made of a site, with the pages that were read for it.
struct Remembered<Value: Sendable>: Sendable {
    let value: Value
    let reads: PageReads
    /// Whether it was made by the last build, not taken over.
    var isNew = true
}

/// Makes things of a site, or takes over what an earlier build made of the same pages.
struct Remaking<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// What the earlier build made.
    let earlier: [Key: Remembered<Value>]
    /// The pages that have changed since; `nil` where anything may have.
    let changes: Set<PageID>?
    /// Whether a later build wants to know what was read.
    let notesReads: Bool

    /// What the earlier build made for a key, or what `make` makes of the site.
    func result(for key: Key, of site: Site, _ make: (Site) throws -> Value) rethrows -> Remembered<Value> {
        if let changes, var known = earlier[key], !known.reads.contain(anyOf: changes) {
            known.isNew = false
            return known
        }
        guard notesReads else { return Remembered(value: try make(site), reads: PageReads()) }
        let log = ReadLog()
        let value = try make(site.noting(in: log))
        return Remembered(value: value, reads: log.reads)
    }
}

/// Something that was made of a site, with what of it was read for that.
package struct Remembered<Value: Sendable>: Sendable {
    package let value: Value
    /// `nil` where nobody wanted to know.
    package let reads: SiteReads?
}

/// Makes things of a site, or takes over what was made of an earlier one and would come out the same.
package struct Remaking: Sendable {
    private let site: Site
    /// How the site differs from the earlier one; `nil` where anything may be different.
    package let changes: SiteChanges?
    /// Whether somebody wants to know later what was read.
    package let notesReads: Bool

    package init(_ site: Site, changes: SiteChanges? = nil, notesReads: Bool = false) {
        self.site = site
        self.changes = changes
        self.notesReads = notesReads
    }

    /// What was made of the earlier site, if it would come out the same.
    package func kept<Value>(_ earlier: Remembered<Value>?) -> Remembered<Value>? {
        guard let changes, let reads = earlier?.reads, !reads.contain(anyOf: changes) else { return nil }
        return earlier
    }

    /// What `make` makes of the site.
    package func result<Value>(_ make: (Site) throws -> Value) rethrows -> Remembered<Value> {
        guard notesReads else { return Remembered(value: try make(site), reads: nil) }
        let log = ReadLog()
        let value = try make(site.noting(in: log))
        return Remembered(value: value, reads: log.reads)
    }

    /// What was made of the earlier site, or what `make` makes of this one.
    package func result<Value>(
        after earlier: Remembered<Value>?, _ make: (Site) throws -> Value
    ) rethrows -> Remembered<Value> {
        try kept(earlier) ?? result(make)
    }
}

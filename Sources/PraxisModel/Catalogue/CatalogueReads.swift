import Synchronization

/// What the decoding of a page has asked of a catalogue, of all that may change while every file stays where it is.
package struct CatalogueReads: Equatable, Sendable {
    /// The entries that were found, by position.
    fileprivate var entries: Set<Int> = []
    /// Under which names people were looked for, in small letters.
    fileprivate var names: Set<String> = []
    /// Whether a community was looked for by its title.
    fileprivate var looksForCommunities = false
    /// Whether people were looked for whose names are near to another.
    fileprivate var looksForPeople = false
}

/// Notes what is asked of a catalogue; see ``Catalogue/noting(in:)``.
package final class CatalogueLog: Sendable {
    private let noted = Mutex(CatalogueReads())

    package init() {}

    /// What has been asked so far.
    package var reads: CatalogueReads { noted.withLock { $0 } }

    func noteEntry(_ position: Int) { noted.withLock { _ = $0.entries.insert(position) } }

    func noteName(_ name: String) { noted.withLock { _ = $0.names.insert(name) } }

    func noteCommunities() { noted.withLock { $0.looksForCommunities = true } }

    func notePeople() { noted.withLock { $0.looksForPeople = true } }
}

/// The entries of a catalogue that are called otherwise than in an earlier one, whose pages have other headings, or who left
/// on another day; all else is the same.
package struct CatalogueChanges: Sendable {
    private var entries: Set<Int> = []
    private var names: Set<String> = []
    private var hasCommunities = false
    private var hasPeople = false

    package init() {}

    /// Adds an entry as it was and as it is.
    mutating func add(_ position: Int, _ old: CatalogueEntry, _ new: CatalogueEntry) {
        entries.insert(position)
        if old.kind == .person {
            names.formUnion([old.title.lowercased(), new.title.lowercased()])
            hasPeople = true
        }
        if old.kind == .community { hasCommunities = true }
    }

    /// Whether a page for which this was asked may have to be decoded again.
    package func concern(_ reads: CatalogueReads) -> Bool {
        !entries.isEmpty
            && (!entries.isDisjoint(with: reads.entries) || !names.isDisjoint(with: reads.names)
                || hasCommunities && reads.looksForCommunities || hasPeople && reads.looksForPeople)
    }
}

internal import PraxisBytes
internal import PraxisModel

/// What a build leaves for a build of the same site in a later run of the program: of what each file was made, and what tells
/// whether that has changed. The files themselves are in the output folder.
package struct BuildRecord: Equatable, Sendable {
    /// Of all that may set two sites apart besides what their pages say.
    let basis: Fingerprint
    /// By `PageID.index`.
    let pages: [PageFingerprints]
    /// What fingerprints of files are made with: whoever puts a file into the output folder must not be able to make it
    /// look like one of ours.
    let secret: UInt64
    /// By the path in the output.
    var files: [String: File] = [:]

    /// A file that was made of pages.
    struct File: Equatable, Sendable {
        /// With the secret.
        let contents: Fingerprint
        /// Of pages: the basis tells whether relations are as they were.
        let reads: SiteReads
    }

    /// The fingerprint that a file with these bytes has in the record. Linear.
    func fingerprint(of bytes: [UInt8]) -> Fingerprint { Fingerprint(ofBytes: bytes, secret: secret) }

    /// The same record with files.
    func with(_ files: [String: File]...) -> BuildRecord {
        var record = self
        for files in files { record.files.merge(files) { first, _ in first } }
        return record
    }

    /// How pages differ; `nil` where anything may be different. Linear in their number.
    func changes(since old: BuildRecord) -> SiteChanges? {
        guard basis == old.basis, pages.count == old.pages.count else { return nil }
        var changes = SiteChanges.none
        for (number, (page, old)) in zip(pages, old.pages).enumerated() {
            let aspects = page.differences(from: old)
            changes.note(aspects, of: PageID(number))
        }
        return changes
    }
}

/// Files that a build in an earlier run made, for one that knows what has changed since.
struct RecordedFiles: Sendable {
    private let record: BuildRecord
    private let changes: SiteChanges
    private let output: @Sendable (String) -> [UInt8]?

    /// - Parameter output: The bytes that the output folder has at a path, which nobody has to trust.
    init?(_ record: BuildRecord, for now: BuildRecord, output: @escaping @Sendable (String) -> [UInt8]?) {
        guard let changes = now.changes(since: record) else { return nil }
        self.record = record
        self.changes = changes
        self.output = output
    }

    /// The file that would come out at a path, if it is still there as it was made and nothing has changed that it was
    /// made of.
    func file(at path: String) -> (bytes: [UInt8], file: BuildRecord.File)? {
        guard let file = record.files[path], !file.reads.contain(anyOf: changes), let bytes = output(path),
            record.fingerprint(of: bytes) == file.contents
        else { return nil }
        return (bytes, file)
    }
}

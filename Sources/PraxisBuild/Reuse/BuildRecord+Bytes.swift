internal import PraxisBytes
internal import PraxisModel

extension BuildRecord {
    /// What the bytes begin with; another version of them begins with something else.
    private static let head = "praxis build 1"

    /// The same bytes for the same record.
    var bytes: [UInt8] {
        var body: [UInt8] = []
        body.append(basis)
        body.append(Fingerprint(rawValue: secret))
        Varints.append(pages.count, to: &body)
        for page in pages {
            for fingerprint in [page.facts, page.links, page.text] { body.append(fingerprint) }
        }
        Varints.append(files.count, to: &body)
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            body.append(text: path)
            body.append(file.contents)
            file.reads.write(to: &body)
        }
        return SealedBytes.seal(body, head: Self.head)
    }

    /// Reads what `bytes` are; `nil` for anything else, a part of them included.
    init?(_ bytes: [UInt8]) {
        guard var reader = SealedBytes.open(bytes, head: Self.head) else { return nil }
        basis = reader.fingerprint()
        secret = reader.fingerprint().rawValue
        pages = (0..<reader.number()).map { _ in
            PageFingerprints(facts: reader.fingerprint(), links: reader.fingerprint(), text: reader.fingerprint())
        }
        for _ in 0..<reader.number() {
            let path = reader.text()
            files[path] = File(contents: reader.fingerprint(), reads: SiteReads(from: &reader))
        }
    }
}

internal import PraxisBytes
internal import PraxisModel

extension BuildRecord {
    /// What the bytes begin with; another version of them begins with something else.
    private static let head = Array("praxis build 1\n".utf8)

    /// The same bytes for the same record: a line that says what it is, a checksum of all that follows, and that.
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
            let utf8 = Array(path.utf8)
            Varints.append(utf8.count, to: &body)
            body += utf8
            body.append(file.contents)
            file.reads.write(to: &body)
        }
        var bytes = Self.head
        bytes.append(Fingerprint(ofBytes: body))
        return bytes + body
    }

    /// Reads what `bytes` are; `nil` for anything else, a part of them included.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.head) else { return nil }
        var reader = VarintReader(Array(bytes.dropFirst(Self.head.count)))
        let checksum = reader.fingerprint()
        let body = Array(bytes.dropFirst(Self.head.count + 8))
        guard Fingerprint(ofBytes: body) == checksum else { return nil }
        basis = reader.fingerprint()
        secret = reader.fingerprint().rawValue
        pages = (0..<reader.number()).map { _ in
            PageFingerprints(facts: reader.fingerprint(), links: reader.fingerprint(), text: reader.fingerprint())
        }
        for _ in 0..<reader.number() {
            let path = String(decoding: (0..<reader.number()).map { _ in UInt8(reader.byte()) }, as: UTF8.self)
            files[path] = File(contents: reader.fingerprint(), reads: SiteReads(from: &reader))
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ fingerprint: Fingerprint) {
        for shift in stride(from: 0, to: 64, by: 8) {
            append(UInt8(truncatingIfNeeded: fingerprint.rawValue >> UInt64(shift)))
        }
    }
}

extension VarintReader {
    fileprivate mutating func fingerprint() -> Fingerprint {
        Fingerprint(rawValue: (0..<8).reduce(0) { $0 | UInt64(byte()) << UInt64($1 * 8) })
    }
}

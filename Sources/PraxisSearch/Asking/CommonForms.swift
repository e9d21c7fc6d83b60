/// The forms of common terms.
struct CommonForms {
    let forms: [[UInt8]]
    let terms: [Int]
    /// By term the binary logarithm of the number of its pages.
    let octaves: [Int]
    private let termOfForm: [[UInt8]: Int]
    /// By term the bundle that has its list.
    private let bundles: [Int]
    /// By bundle its first term.
    private let starts: [Int]
    /// By term its first form, which a bundle is called after.
    private let firstForms: [Int: [UInt8]]

    /// `nil` if the columns do not fit each other.
    init?(_ data: IndexManifest.Common) {
        guard let terms = PackedNumbers.numbers(of: data.terms), let octaves = PackedNumbers.numbers(of: data.octaves),
            let counts = PackedNumbers.numbers(of: data.bundles), counts.count == data.files.count,
            counts.allSatisfy({ 0...octaves.count ~= $0 }), counts.reduce(0, +) == octaves.count,
            terms.allSatisfy(octaves.indices.contains)
        else { return nil }
        forms = data.forms.utf8.split(separator: 0x20).map(Array.init)
        guard forms.count == terms.count else { return nil }
        self.terms = terms
        self.octaves = octaves
        bundles = counts.enumerated().flatMap { Array(repeating: $0, count: $1) }
        var next = 0
        starts = counts.map { count in
            defer { next += count }
            return next
        }
        termOfForm = Dictionary(zip(forms, terms), uniquingKeysWith: { first, _ in first })
        firstForms = Dictionary(zip(terms, forms), uniquingKeysWith: { first, _ in first })
    }

    func term(of word: [UInt8]) -> Int? { termOfForm[word] }

    /// The binary logarithm of the number of a list's pages; 0 for one that is kept elsewhere.
    func octave(of reference: ListReference) -> Int {
        if case .common(let term) = reference { octaves[term] } else { 0 }
    }

    /// The bundle of a term, what it is called, and the term's place among the lists there.
    func place(of term: Int) -> (bundle: Int, name: String, place: Int) {
        let bundle = bundles[term]
        let start = starts[bundle]
        return (bundle, String(decoding: firstForms[start] ?? [], as: UTF8.self), term - start)
    }
}

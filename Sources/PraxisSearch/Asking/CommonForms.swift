/// The forms of common terms.
struct CommonForms {
    let forms: [[UInt8]]
    let terms: [Int]
    /// By term the binary logarithm of the number of its pages.
    let octaves: [Int]
    private let termOfForm: [[UInt8]: Int]
    private let bundles: [Int]
    private let places: [Int]

    /// `nil` if the columns do not fit each other.
    init?(_ data: IndexManifest.Common) {
        guard let terms = PackedNumbers.numbers(of: data.terms), let octaves = PackedNumbers.numbers(of: data.octaves),
            let bundles = PackedNumbers.numbers(of: data.bundles), octaves.count == bundles.count,
            terms.allSatisfy(octaves.indices.contains)
        else { return nil }
        forms = data.forms.utf8.split(separator: 0x20).map(Array.init)
        guard forms.count == terms.count else { return nil }
        self.terms = terms
        self.octaves = octaves
        self.bundles = bundles
        var next: [Int: Int] = [:]
        places = bundles.map { bundle in
            defer { next[bundle, default: 0] += 1 }
            return next[bundle, default: 0]
        }
        termOfForm = Dictionary(zip(forms, terms), uniquingKeysWith: { first, _ in first })
    }

    func term(of word: [UInt8]) -> Int? { termOfForm[word] }

    /// The binary logarithm of the number of a list's pages; 0 for one that is kept elsewhere.
    func octave(of reference: ListReference) -> Int {
        if case .common(let term) = reference { octaves[term] } else { 0 }
    }

    /// The bundle of a term, and its place among the lists there.
    func place(of term: Int) -> (bundle: Int, place: Int) { (bundles[term], places[term]) }
}

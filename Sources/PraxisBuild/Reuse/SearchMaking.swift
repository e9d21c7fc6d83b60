internal import PraxisModel
internal import PraxisSearch

/// Makes the search index: each page's words by themselves, then all of them together.
struct SearchMaking: Sendable {
    let index: SearchIndexBuilder
    let remaking: Remaking
    let earlier: Memory

    /// What a later build may take over.
    typealias Memory = Ledger<SearchSubject, Remembered<AnalysedPage>>

    /// The files of the index, and the words that they were made of.
    struct Result: Sendable {
        let files: [SearchIndexFile]
        /// Empty unless other builds follow.
        let words: Memory

        /// Of a site that cannot be searched.
        static let none = Result(files: [], words: .empty)
    }

    /// The words of each page, in the order of the index's subjects.
    func words(_ workers: Workers) async -> [Remembered<AnalysedPage>] {
        let subjects = index.subjects
        return await workers.filling(earlier.kept(for: subjects) { words, _ in remaking.kept(words) }) { place in
            remaking.result { index.reading($0).analyse(subjects[place]) }
        }
    }

    /// The index of such words.
    func result(of words: [Remembered<AnalysedPage>]) -> Result {
        Result(
            files: index.files(from: words.map(\.value)),
            words: remaking.notesReads ? Memory(index.subjects, words) : .empty)
    }
}

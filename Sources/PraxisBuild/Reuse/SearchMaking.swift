internal import PraxisModel
internal import PraxisSearch

/// Makes the search index: each page's words by themselves, then all of them together.
struct SearchMaking: Sendable {
    let index: SearchIndexBuilder
    let site: Site
    let remaking: Remaking<SearchSubject, AnalysedPage>

    /// What a later build may take over.
    typealias Memory = [SearchSubject: Remembered<AnalysedPage>]

    /// The files of the index, and the words that they were made of.
    struct Result: Sendable {
        let files: [SearchIndexFile]
        /// Empty unless other builds follow.
        let words: Memory

        /// Of a site that cannot be searched.
        static let none = Result(files: [], words: [:])
    }

    /// The words of each page, in the order of the index's subjects.
    func words(_ workers: Workers) async -> [Remembered<AnalysedPage>] {
        await workers.map(index.subjects) { subject in
            remaking.result(for: subject, of: site) { index.reading($0).analyse(subject) }
        }
    }

    /// The index of such words.
    func result(of words: [Remembered<AnalysedPage>]) -> Result {
        let memory = remaking.notesReads ? zip(index.subjects, words).map { ($0, $1) } : []
        return Result(
            files: index.files(from: words.map(\.value)),
            words: Dictionary(memory, uniquingKeysWith: { first, _ in first }))
    }
}

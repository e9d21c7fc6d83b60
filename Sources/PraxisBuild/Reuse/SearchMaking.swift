internal import PraxisModel
internal import PraxisSearch

/// Makes the search index: each page's words by themselves, then all of them together.
struct SearchMaking: Sendable {
    let index: SearchIndexBuilder
    let site: Site
    let remaking: Remaking<SearchSubject, AnalysedPage>

    /// What a later build may take over.
    typealias Memory = [SearchSubject: Remembered<AnalysedPage>]

    /// The files of the index, and what they were made of.
    struct Result: Sendable {
        let files: [SearchIndexFile]
        let analyses: Memory
    }

    /// Begins to make the index.
    func start(_ workers: Workers) -> Task<Result, Never> {
        Task {
            let subjects = index.subjects
            let analyses = await workers.map(subjects) { subject in
                remaking.result(for: subject, of: site) { index.reading($0).analyse(subject) }
            }
            let files = index.files(from: analyses.map(\.value))
            let memory = Dictionary(zip(subjects, analyses), uniquingKeysWith: { first, _ in first })
            return Result(files: files, analyses: remaking.notesReads ? memory : [:])
        }
    }
}

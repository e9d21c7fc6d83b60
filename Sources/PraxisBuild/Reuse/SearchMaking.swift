internal import PraxisFiles
internal import PraxisModel
internal import PraxisSearch

/// Makes the search index: each page's words by themselves, then all of them together.
struct SearchMaking: Sendable {
    let index: SearchIndexBuilder
    let remaking: Remaking
    let earlier: Words

    /// What a later build may take over.
    typealias Words = Ledger<SearchSubject, Remembered<AnalysedPage>>

    /// What was made, whose files are written.
    struct Result: Sendable {
        /// The files whose names change with what is in them.
        let hashedFiles: [Route]
        /// The words that the index was made of; empty unless other builds follow.
        let words: Words

        /// Of a site that cannot be searched.
        static let none = Result(hashedFiles: [], words: .empty)
    }

    /// Makes the index and writes its files, each when it is made.
    ///
    /// - Parameter afterWords: Called when the words of all pages are known; what follows is work for one core.
    func write(
        to sink: any OutputSink, _ workers: Workers, afterWords: () -> Void = {}
    ) async throws -> Result {
        let words = await words(workers)
        afterWords()
        let memory = remaking.notesReads ? Words(index.subjects, words) : .empty
        var hashedFiles: [Route] = []
        // Nothing else holds the pages' words now unless they are remembered, so the memory of each is soon free.
        try index.makeFiles(
            from: Self.values(of: consume words),
            write: { file in
                try Task.checkCancellation()
                try sink.write(file.bytes, to: OutputPath(file.route.outputPath))
                if file.isNamedByContents { hashedFiles.append(file.route) }
            }, release: Memory.giveBack)
        return Result(hashedFiles: hashedFiles, words: memory)
    }

    private static func values(of words: consuming [Remembered<AnalysedPage>]) -> [AnalysedPage] { words.map(\.value) }

    /// The words of each page, in the order of the index's subjects.
    private func words(_ workers: Workers) async -> [Remembered<AnalysedPage>] {
        let subjects = index.subjects
        return await workers.filling(earlier.kept(for: subjects) { words, _ in remaking.kept(words) }) { place in
            remaking.result { index.reading($0).analyse(subjects[place]) }
        }
    }
}

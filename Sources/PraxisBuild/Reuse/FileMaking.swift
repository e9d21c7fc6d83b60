internal import PraxisFiles
internal import PraxisModel

/// A file of the output that was made of a site.
struct MadeFile: Sendable {
    let path: OutputPath
    let bytes: [UInt8]
}

/// Makes files of a site and hands them to a sink, with those that an earlier build made and that would come out the same.
struct FileMaking: Sendable {
    let remaking: Remaking
    let workers: Workers
    let sink: any OutputSink

    /// Files as a later build may take them over, each under its key.
    typealias Memory<Key: Hashable & Sendable> = Ledger<Key, Remembered<MadeFile>>

    /// What was written.
    struct Result<Key: Hashable & Sendable>: Sendable {
        /// Empty unless other builds follow.
        let memory: Memory<Key>
        /// The places of the files that were not taken over, and how long each took to make and to write.
        let new: [(place: Int, duration: Duration)]
    }

    /// Writes a file for each of some keys.
    ///
    /// - Parameter make: The bytes for the key at a place.
    func write<Key: Hashable & Sendable>(
        _ keys: [Key], at route: @escaping @Sendable (Key) -> Route, after earlier: Memory<Key>?,
        _ make: @escaping @Sendable (Int, Site) -> [UInt8]
    ) async throws -> Result<Key> {
        var files = (earlier ?? .empty).kept(for: keys) { file, _ in remaking.kept(file) }
        for case let file? in files { try sink.write(file.value.bytes, to: file.value.path) }
        let clock = ContinuousClock()
        let made = try await workers.map(files.indices.filter { files[$0] == nil }) { place in
            let start = clock.now
            let file = try remaking.result { site in
                MadeFile(path: try OutputPath(route(keys[place]).outputPath), bytes: make(place, site))
            }
            try sink.write(file.value.bytes, to: file.value.path)
            // A site that is built once is never in memory as a whole.
            return (file: remaking.notesReads ? file : nil, place: place, duration: clock.now - start)
        }
        for new in made { files[new.place] = new.file }
        return Result(
            memory: remaking.notesReads ? Memory(keys, files.compactMap(\.self)) : .empty,
            new: made.map { ($0.place, $0.duration) })
    }
}

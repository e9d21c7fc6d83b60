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
    /// Whether other builds of this run follow, which take over files from memory.
    let isRepeated: Bool
    /// What the next run of the program may take over; `nil` if nobody asked for that.
    let record: BuildRecord?
    /// What an earlier run made.
    let recorded: RecordedFiles?

    /// Files as a later build may take them over, each under its key.
    typealias Memory<Key: Hashable & Sendable> = Ledger<Key, Remembered<MadeFile>>

    /// What was written.
    struct Result<Key: Hashable & Sendable>: Sendable {
        /// Empty unless other builds of this run follow.
        let memory: Memory<Key>
        /// By path; empty unless the next run is to take over.
        let record: [String: BuildRecord.File]
        /// The places of the files that were not taken over, and how long each took to make and to write.
        let new: [(place: Int, duration: Duration)]
    }

    /// A file that was written.
    private struct Written: Sendable {
        let place: Int
        let path: OutputPath
        /// `nil` if nobody is to keep it: a site that is built once is never in memory as a whole.
        let file: Remembered<MadeFile>?
        let recorded: BuildRecord.File?
        let isNew: Bool
        let duration: Duration
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
        let written = try await workers.map(files.indices.filter { files[$0] == nil }) { place in
            try write(place, at: route(keys[place])) { make(place, $0) }
        }
        for file in written { files[file.place] = file.file }
        return Result(
            memory: isRepeated ? Memory(keys, files.compactMap(\.self)) : .empty,
            record: Dictionary(
                written.compactMap { file in file.recorded.map { (file.path.rawValue, $0) } },
                uniquingKeysWith: { first, _ in first }),
            new: written.filter(\.isNew).map { ($0.place, $0.duration) })
    }

    /// Writes the file for the key at a place: as the earlier run made it, or anew.
    private func write(_ place: Int, at route: Route, _ make: (Site) -> [UInt8]) throws -> Written {
        let clock = ContinuousClock()
        let start = clock.now
        let path = try OutputPath(route.outputPath)
        if let (bytes, file) = recorded?.file(at: path.rawValue) {
            try sink.write(bytes, to: path)
            return Written(place: place, path: path, file: nil, recorded: file, isNew: false, duration: .zero)
        }
        let file = remaking.result { MadeFile(path: path, bytes: make($0)) }
        try sink.write(file.value.bytes, to: path)
        let noted = record.flatMap { record in
            file.reads.map { BuildRecord.File(contents: record.fingerprint(of: file.value.bytes), reads: $0) }
        }
        return Written(
            place: place, path: path, file: isRepeated ? file : nil, recorded: noted, isNew: true,
            duration: clock.now - start)
    }
}

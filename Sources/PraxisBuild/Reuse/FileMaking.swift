internal import PraxisFiles
internal import PraxisModel
internal import PraxisTheme

/// A file of the output that was made of a site.
struct MadeFile: Sendable {
    let path: OutputPath
    let bytes: [UInt8]
    /// What made it, if it is a page.
    let template: PageTemplate?
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

    /// Writes a page for each output of a theme.
    ///
    /// - Parameters:
    ///   - first: The addresses of those that somebody waits for.
    ///   - whenFirst: Called when these are there; the others are still as they were.
    ///   - make: The page for the output at a place.
    func write(
        _ outputs: [PageOutput], of renderer: ThemeRenderer, after earlier: Memory<PageOutput>?, first: Set<Route>,
        whenFirst: () async -> Void, _ make: @escaping @Sendable (Int, Site) -> RenderedPage
    ) async throws -> Result<PageOutput> {
        let kept = (earlier ?? .empty).kept(for: outputs) { file, _ in
            renderer.isAsBefore(file.value.template) ? remaking.kept(file) : nil
        }
        let waitedFor = first.isEmpty ? [] : outputs.indices.filter { first.contains(outputs[$0].route) }
        return try await write(outputs, at: { $0.route }, kept, first: waitedFor, whenFirst: whenFirst) { place, site in
            let page = make(place, site)
            return (page.bytes, page.template)
        }
    }

    /// Writes a file of another kind for each address.
    ///
    /// - Parameter make: The bytes for the address at a place.
    func write(
        _ routes: [Route], after earlier: Memory<Route>?, _ make: @escaping @Sendable (Int, Site) -> [UInt8]
    ) async throws -> Result<Route> {
        let kept = (earlier ?? .empty).kept(for: routes) { file, _ in remaking.kept(file) }
        return try await write(routes, at: { $0 }, kept, first: [], whenFirst: {}) { (make($0, $1), nil) }
    }

    /// Writes the files that are kept and makes the others, those that are waited for before all.
    private func write<Key: Hashable & Sendable>(
        _ keys: [Key], at route: @escaping @Sendable (Key) -> Route, _ kept: [Remembered<MadeFile>?], first: [Int],
        whenFirst: () async -> Void,
        _ make: @escaping @Sendable (Int, Site) -> (bytes: [UInt8], template: PageTemplate?)
    ) async throws -> Result<Key> {
        func made(_ places: [Int]) async throws -> [Written] {
            try await workers.map(places) { place in
                try write(place, at: route(keys[place])) { make(place, $0) }
            }
        }
        var files = kept
        var written = try await made(first.filter { kept[$0] == nil })
        await whenFirst()
        let isWritten = Set(written.map(\.place))
        for case let file? in kept { try sink.write(file.value.bytes, to: file.value.path) }
        written += try await made(kept.indices.filter { kept[$0] == nil && !isWritten.contains($0) })
        for file in written { files[file.place] = file.file }
        return Result(
            memory: isRepeated ? Memory(keys, files.compactMap(\.self)) : .empty,
            record: Dictionary(
                written.compactMap { file in file.recorded.map { (file.path.rawValue, $0) } },
                uniquingKeysWith: { first, _ in first }),
            new: written.filter(\.isNew).map { ($0.place, $0.duration) })
    }

    /// Writes the file for the key at a place: as the earlier run made it, or anew.
    private func write(
        _ place: Int, at route: Route, _ make: (Site) -> (bytes: [UInt8], template: PageTemplate?)
    ) throws -> Written {
        let clock = ContinuousClock()
        let start = clock.now
        let path = try OutputPath(route.outputPath)
        if let (bytes, file) = recorded?.file(at: path.rawValue) {
            try sink.write(bytes, to: path)
            return Written(place: place, path: path, file: nil, recorded: file, isNew: false, duration: .zero)
        }
        let file = remaking.result { site in
            let made = make(site)
            return MadeFile(path: path, bytes: made.bytes, template: made.template)
        }
        try sink.write(file.value.bytes, to: path)
        let noted = record.flatMap { record in
            file.reads.map {
                BuildRecord.File(contents: record.fingerprint(of: file.value.bytes), reads: $0.withoutRelations)
            }
        }
        return Written(
            place: place, path: path, file: isRepeated ? file : nil, recorded: noted, isNew: true,
            duration: clock.now - start)
    }
}

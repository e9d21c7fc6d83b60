package import PraxisDiagnostics

/// What is in a site's folder at one moment: its files and folders in the order of their paths, and what is wrong with
/// them as files. Their bytes are read when somebody asks, from as many threads as ask.
package struct ContentTree: Sendable {
    /// Files and folders, sorted by path. What cannot be used at all (an unreadable folder, a link that leaves, a name
    /// with control characters) is not among them but among the findings.
    package private(set) var entries: [FileEntry]
    /// What is wrong, sorted.
    package let findings: [Finding]
    /// What tells whether the folder is still as it was listed; `nil` where only some of it has been looked at since.
    package private(set) var state: SiteState?

    private var files: any SiteFiles
    private let positions: [SourcePath: Int]

    /// The most that a page may have, in bytes.
    package static let textLimit = 4_000_000

    /// Lists a site's folder: `content`, which must be there, and `themes`, which may.
    package init(
        of files: any SiteFiles, required: [SourcePath] = [SourcePath("content")],
        optional: [SourcePath] = [SourcePath("themes")]
    ) throws(FileError) {
        let listing = try SiteListing(of: files, required: required, optional: optional)
        var survey = FileSurvey()
        for node in listing.nodes { survey.add(node) }
        let (entries, findings) = survey.result()
        self.files = files
        self.entries = entries
        self.findings = findings
        state = listing.state
        positions = Dictionary(entries.indices.map { (entries[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same files and folders after some have changed, looked at one by one; `nil` where more than the bytes of files
    /// can have changed, so that all has to be listed again. No look is taken at what is not among the changes.
    package func updated(by changes: FileChanges, in files: any SiteFiles) throws(FileError) -> ContentTree? {
        // What a link leads to changes without it.
        guard !changes.mayBeMore, entries.allSatisfy({ $0.source == $0.path }) else { return nil }
        var tree = self
        tree.files = files
        tree.state = nil
        for path in changes.paths {
            let node = try files.node(at: path)
            if let position = positions[path], case let known = entries[position], known.kind == .file,
                known.path.rawValue.utf8.elementsEqual(path.rawValue.utf8), let node, node.kind == .file
            {
                tree.entries[position] = FileEntry(path: known.path, kind: .file, source: known.path, stamp: node.stamp)
            } else if node != nil || positions[path] != nil || !findings.isEmpty {
                return nil
            }
            // What came and went again in the meantime, as editors do when they save, is no change.
        }
        return tree
    }

    /// The file or folder at a path.
    package subscript(path: SourcePath) -> FileEntry? {
        positions[path].map { entries[$0] }
    }

    /// The files and folders in a folder, at any depth, sorted. Logarithmic.
    package func entries(below folder: SourcePath) -> ArraySlice<FileEntry> {
        let start = firstPosition { !($0.path < SourcePath("\(folder)/")) }
        // "0" is the byte after "/".
        let end = firstPosition { !($0.path < SourcePath("\(folder)0")) }
        return entries[start..<end]
    }

    private func firstPosition(where isPast: (FileEntry) -> Bool) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if isPast(entries[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// What came of reading a text file.
    package enum Reading: Sendable {
        case text(SourceText)
        case refused(Finding)
    }

    /// Reads a page or another text file: UTF-8, without a byte order mark, not longer than the limit in bytes.
    package func text(of entry: FileEntry, limit: Int = textLimit) -> Reading {
        var bytes: [UInt8]
        do {
            bytes = try files.bytes(of: entry.source, limit: limit)
        } catch {
            return .refused(Self.finding(for: error, at: entry.path))
        }
        if let problem = TextEncoding.problem(of: bytes) {
            return .refused(TextEncoding.finding(problem, in: bytes, at: entry.path))
        }
        bytes.removeFirst(TextEncoding.byteOrderMark(of: bytes))
        return .text(SourceText(path: entry.path, bytes: bytes))
    }

    /// Reads all bytes of a file of any kind.
    package func bytes(of entry: FileEntry, limit: Int = .max) throws(FileError) -> [UInt8] {
        try files.bytes(of: entry.source, limit: limit)
    }

    /// Hands the bytes of a file to the body piece by piece, so that a long one never is in memory as a whole.
    package func read(_ entry: FileEntry, _ body: (UnsafeRawBufferPointer) -> Void) throws(FileError) {
        try files.read(entry.source, body)
    }

    /// The finding for a file that could not be read.
    package static func finding(for error: FileError, at path: SourcePath) -> Finding {
        let place = Location(path: path)
        switch error {
        case .tooLarge(_, let size, let limit):
            return Finding(
                .size, at: place, "this file has \(size.inMegabytes), more than the \(limit.inMegabytes) of a page",
                advice: "split it into several pages, or offer it as a download")
        case .notAFile:
            return Finding(
                .notAFile, at: place, "this is a folder where a file should be", advice: "rename the folder")
        case .unreadable(_, let reason):
            return Finding(
                .unreadable, at: place, "this file cannot be read: \(reason)",
                advice: "give the person who builds the site permission to read it")
        case .missingFolder:
            return Finding(.unreadable, at: place, error.description)
        }
    }
}

package import PraxisDiagnostics
import Synchronization

/// A whole site that comes out, as a value: each path with its bytes, or with the file that is copied there.
package struct OutputTree: Sendable {
    /// What is at a path.
    package enum Content: Sendable {
        case bytes([UInt8])
        /// A file of the site's folder, read when it is needed.
        case file(FileEntry, of: ContentTree)

        /// Whether both have the same bytes, as far as that can be told without reading files.
        package func isSame(as other: Content) -> Bool {
            switch (self, other) {
            case (.bytes(let own), .bytes(let others)): own == others
            case (.file(let own, _), .file(let others, _)): own == others
            default: false
            }
        }
    }

    /// Every file by its path, in no order.
    package private(set) var contents: [String: Content] = [:]
    private var index = OutputIndex()

    package init() {}

    /// The number of files.
    package var count: Int { contents.count }

    /// What is at a path, compared byte for byte; `nil` where nothing is.
    package subscript(path: String) -> Content? {
        // Strings are equal whatever form their letters have; paths are not.
        index.hasFile(path) ? contents[path] : nil
    }

    /// Whether files are below a path.
    package func hasFolder(_ path: String) -> Bool {
        index.hasFolder(path)
    }

    /// The paths of all files, sorted by their bytes.
    package var paths: [OutputPath] {
        contents.keys.compactMap { try? OutputPath($0) }.sorted()
    }

    /// Puts a file's content at a path; throws when the path is taken.
    package mutating func add(_ content: Content, at path: OutputPath, from origin: SourcePath? = nil)
        throws(OutputError)
    {
        try index.claim(path, from: origin)
        contents[path.rawValue] = content
    }

    /// Puts a file's content at a path in place of what is there.
    package mutating func replace(_ content: Content, at path: OutputPath, from origin: SourcePath? = nil)
        throws(OutputError)
    {
        if index.hasFile(path.rawValue, from: origin) {
            contents[path.rawValue] = content
        } else {
            remove(path)
            try add(content, at: path, from: origin)
        }
    }

    /// Takes a file away; nothing there is fine.
    package mutating func remove(_ path: OutputPath) {
        guard contents.removeValue(forKey: path.rawValue) != nil else { return }
        index.release(path)
    }

    /// The bytes at a path, read from the site's folder where they are copied from there; `nil` where nothing is.
    package func bytes(at path: String) throws(FileError) -> [UInt8]? {
        switch self[path] {
        case .bytes(let bytes): bytes
        case .file(let entry, let tree): try tree.bytes(of: entry)
        case nil: nil
        }
    }

    /// Writes everything to a sink, in order.
    package func write(to sink: some OutputSink) throws(OutputError) {
        for path in paths {
            switch contents[path.rawValue] {
            case .bytes(let bytes): try sink.write(bytes, to: path)
            case .file(let entry, let tree): try sink.copy(entry, of: tree, to: path)
            case nil: continue
            }
        }
    }
}

/// Gathers a site in memory, from several threads.
package final class OutputCollector: OutputSink {
    private let gathered: Mutex<OutputTree>

    /// Begins with a tree, an empty one unless told otherwise.
    package init(_ tree: OutputTree = OutputTree()) {
        gathered = Mutex(tree)
    }

    /// What has been gathered so far.
    package var tree: OutputTree { gathered.withLock { $0 } }

    package func write(_ bytes: [UInt8], to path: OutputPath, from origin: SourcePath?) throws(OutputError) {
        try gathered.withLock { tree throws(OutputError) in try tree.add(.bytes(bytes), at: path, from: origin) }
    }

    package func copy(_ entry: FileEntry, of tree: ContentTree, to path: OutputPath) throws(OutputError) {
        try gathered.withLock { gathered throws(OutputError) in
            try gathered.add(.file(entry, of: tree), at: path, from: entry.path)
        }
    }
}

/// Brings a site in memory up to date, from several threads: what is put to a path replaces what was there, and what nothing
/// is put to is gone in the end.
package final class OutputUpdate: OutputSink {
    private struct State {
        var tree: OutputTree
        var mentioned: Set<String>
        /// What something old may be in the way of.
        var waiting: [(content: OutputTree.Content, path: OutputPath, origin: SourcePath?)] = []
    }

    private let state: Mutex<State>

    /// Begins with the site as it was.
    package init(of tree: OutputTree) {
        state = Mutex(State(tree: tree, mentioned: Set(minimumCapacity: tree.count)))
    }

    /// The site so far, with what it still has from before.
    package var current: OutputTree { state.withLock { $0.tree } }

    /// Ends the update: the new site. Throws where two files cannot be beside each other.
    package func finish() throws(OutputError) -> OutputTree {
        try state.withLock { state throws(OutputError) in
            for path in state.tree.contents.keys where !state.mentioned.contains(path) {
                if let path = try? OutputPath(path) { state.tree.remove(path) }
            }
            for (content, path, origin) in state.waiting { try state.tree.add(content, at: path, from: origin) }
            return state.tree
        }
    }

    package func write(_ bytes: [UInt8], to path: OutputPath, from origin: SourcePath?) throws(OutputError) {
        try put(.bytes(bytes), at: path, from: origin)
    }

    package func copy(_ entry: FileEntry, of tree: ContentTree, to path: OutputPath) throws(OutputError) {
        try put(.file(entry, of: tree), at: path, from: entry.path)
    }

    private func put(_ content: OutputTree.Content, at path: OutputPath, from origin: SourcePath?) throws(OutputError) {
        try state.withLock { state throws(OutputError) in
            guard state.mentioned.insert(path.rawValue).inserted else {
                throw .taken(path, from: origin, by: path.rawValue, whichIsFrom: nil)
            }
            if let old = state.tree[path.rawValue], old.isSame(as: content) { return }
            do { try state.tree.replace(content, at: path, from: origin) } catch {
                state.waiting.append((content, path, origin))
            }
        }
    }
}

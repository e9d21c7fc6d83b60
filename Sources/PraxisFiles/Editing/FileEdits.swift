package import PraxisDiagnostics

/// Changes to the files of a site's folder that belong together: first moves, then texts, then removals.
///
/// A value that says what is to be done; `apply(to:)` does all of it or nothing.
package struct FileEdits: Sendable, Hashable {
    /// A file or folder that gets another place. Nothing may be there yet.
    package struct Move: Sendable, Hashable {
        package let from: SourcePath
        package let to: SourcePath

        package init(from: SourcePath, to: SourcePath) {
            self.from = from
            self.to = to
        }
    }

    /// A file that gets a text.
    package struct Write: Sendable, Hashable {
        /// Where it is once everything has moved.
        package let path: SourcePath
        /// What it has now, without a byte order mark; `nil` for a file that is not there yet.
        package let old: [UInt8]?
        package let new: [UInt8]

        package init(path: SourcePath, old: [UInt8]?, new: [UInt8]) {
            self.path = path
            self.old = old
            self.new = new
        }
    }

    package var moves: [Move]
    package var writes: [Write]
    /// Files.
    package var removals: [SourcePath]

    package init(moves: [Move] = [], writes: [Write] = [], removals: [SourcePath] = []) {
        self.moves = moves
        self.writes = writes
        self.removals = removals
    }

    package var isEmpty: Bool { moves.isEmpty && writes.isEmpty && removals.isEmpty }

    /// Every file or folder that is touched, by the name that it has then, sorted.
    package var paths: [SourcePath] {
        Set(moves.map(\.to) + writes.map(\.path) + removals).sorted()
    }

    /// Where something will be once everything has moved.
    package func place(of path: SourcePath) -> SourcePath {
        for move in moves {
            if path == move.from { return move.to }
            if path.rawValue.hasPrefix("\(move.from)/") {
                return SourcePath(move.to.rawValue + path.rawValue.dropFirst(move.from.rawValue.count))
            }
        }
        return path
    }
}

/// Why files cannot be changed. Nothing has been, unless it says so.
package enum FileEditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is to be made is there already.
    case exists(SourcePath)
    /// What is to be changed is not there any more.
    case missing(SourcePath)
    /// A file has changed since it was read.
    case changed(SourcePath)
    /// A link, which stands for a file elsewhere.
    case link(SourcePath)
    /// The system refuses.
    case cannotWrite(SourcePath, SystemError)
    /// The system refused halfway, and then refused to take back what was done.
    case halfDone(SourcePath, SystemError)
    /// The folder in which changes are prepared holds old texts: an earlier change was cut off, or one is going on.
    case unfinished(SourcePath)

    /// What is the case and what to do, for a person at a terminal.
    package var description: String {
        switch self {
        case .exists(let path): "\(path) is there already; nothing was changed"
        case .missing(let path): "\(path) is not there; nothing was changed"
        case .changed(let path): "\(path) was changed meanwhile; nothing was done, try again"
        case .link(let path): "\(path) is a link to another file, which is not changed through it; nothing was changed"
        case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason); nothing was changed"
        case .halfDone(let path, let reason):
            "\(path) could not be put back: \(reason); the files are partly changed and their old texts are in "
                + ".praxis/edit, so look at them with version control, then remove that folder"
        case .unfinished(let folder):
            "an earlier change was cut off, or another is going on at this moment: nothing was changed, and the old texts "
                + "are in \(folder); when nothing else is running, put back what you miss, remove that folder and try again"
        }
    }
}

import PraxisDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension FileEdits {
    /// Makes the changes to a site on disk, all or nothing.
    ///
    /// New texts are first written beside the site's files, in `.praxis/edit`; then follow only renames, each of which
    /// can be taken back, and is when a later one fails. What is replaced or removed is kept there until all is done,
    /// and a new text takes the place of the old one in one step, so that no place ever lacks a text.
    ///
    /// All or nothing holds against whatever the system refuses. Where the process ends in the middle of it, the old
    /// texts stay in `.praxis/edit`, and nothing is changed again until a person has looked at them.
    package func apply(to files: DiskFiles) throws(FileEditError) {
        guard !isEmpty else { return }
        let desk = EditDesk(files: files)
        try desk.open()
        var isHalfDone = false
        defer { if !isHalfDone { desk.close() } }
        try check(files)
        var staged: [(place: String, write: Write)] = []
        for (number, write) in writes.enumerated() {
            let place = "\(desk.path)/new-\(number)"
            do throws(SystemError) {
                let source = origin(of: write.path)
                let before = write.old == nil ? nil : try? files.bytes(of: source, limit: .max)
                try FileDescriptor(creating: place).write(write.bytes(replacing: before))
                if let status = try? FileStatus(of: files.location(of: source)), write.old != nil {
                    try Folder.setPermissions(status.permissions, of: place)
                }
            } catch {
                throw .cannotWrite(write.path, error)
            }
            staged.append((place, write))
        }
        var undo = Undo()
        do throws(FileEditError) {
            try carryOut(staged, files, desk, &undo)
        } catch {
            guard let (path, reason) = undo.run() else { throw error }
            isHalfDone = true
            throw .halfDone(SourcePath(path), reason)
        }
        for move in moves { removeIfEmpty(move.from.folder, in: files) }
    }

    /// Removes a folder that nothing is left in, and those above it of which that is true then; not the site's own.
    private func removeIfEmpty(_ folder: SourcePath, in files: DiskFiles) {
        guard folder.components.count > 2, (try? Folder.removeEmpty(files.location(of: folder))) != nil else { return }
        removeIfEmpty(folder.folder, in: files)
    }

    /// Where a file is before anything has moved.
    private func origin(of path: SourcePath) -> SourcePath {
        FileEdits(moves: moves.map { Move(from: $0.to, to: $0.from) }).place(of: path)
    }

    private func check(_ files: DiskFiles) throws(FileEditError) {
        func node(_ path: SourcePath) throws(FileEditError) -> FileNode? {
            do throws(FileError) { return try files.node(at: path) } catch { throw .missing(path) }
        }
        for move in moves {
            guard let node = try node(move.from) else { throw .missing(move.from) }
            if case .link = node.kind { throw .link(move.from) }
            if try self.node(at: move.to, files, isRenameOf: node) != nil { throw .exists(move.to) }
        }
        for write in writes {
            let source = origin(of: write.path)
            let node = try node(source)
            if let node, case .link = node.kind { throw .link(write.path) }
            guard write.old != nil else {
                if node != nil { throw .exists(write.path) }
                continue
            }
            try write.check(against: try? files.bytes(of: source, limit: .max))
        }
        for path in removals where try node(path)?.kind != .file { throw .missing(path) }
    }

    /// What is in the way of a move; not the thing itself, which a file system that knows no case finds there.
    private func node(at path: SourcePath, _ files: DiskFiles, isRenameOf node: FileNode) throws(FileEditError)
        -> FileNode?
    {
        guard let found = try? files.node(at: path) else { return nil }
        return found.stamp == node.stamp && path.rawValue.lowercased() == node.path.rawValue.lowercased() ? nil : found
    }

    private func carryOut(
        _ staged: [(place: String, write: Write)], _ files: DiskFiles, _ desk: EditDesk, _ undo: inout Undo
    ) throws(FileEditError) {
        for move in moves {
            try undo.move(files.location(of: move.from), to: files.location(of: move.to), for: move.to)
        }
        for (number, (place, write)) in staged.enumerated() {
            let destination = files.location(of: write.path)
            if write.old == nil {
                try undo.move(place, to: destination, for: write.path)
            } else {
                try undo.replace(destination, by: place, keeping: desk.oldText(number), for: write.path)
            }
        }
        for (number, path) in removals.enumerated() {
            try undo.move(files.location(of: path), to: desk.removedText(number), for: path)
        }
    }
}

/// The folder in which a change is prepared.
private struct EditDesk {
    let files: DiskFiles

    /// As a path in the site's folder.
    static let place = SourcePath(".praxis/edit")

    var path: String { files.location(of: Self.place) }

    /// Where the text is kept that a write replaces.
    func oldText(_ number: Int) -> String { "\(path)/old-\(number)" }

    /// Where a file is kept that is removed.
    func removedText(_ number: Int) -> String { "\(path)/removed-\(number)" }

    /// Makes the folder, empty. Refuses where one holds texts that may stand nowhere else.
    func open() throws(FileEditError) {
        let isFree: Bool
        do throws(SystemError) {
            isFree = try !holdsTexts()
            if isFree {
                try Folder.makeAll("\(files.root)/.praxis")
                try Folder.removeAll(path)
                try Folder.make(path)
            }
        } catch {
            throw .cannotWrite(Self.place, error)
        }
        guard isFree else { throw .unfinished(Self.place) }
    }

    /// Whether old texts are kept here, of a change that was cut off or is going on.
    private func holdsTexts() throws(SystemError) -> Bool {
        guard let status = try? FileStatus(of: path), status.kind == .folder else { return false }
        return try Folder.items(of: path).contains { $0.name.hasPrefix("old-") || $0.name.hasPrefix("removed-") }
    }

    func close() {
        try? Folder.removeAll(path)
        try? Folder.removeEmpty("\(files.root)/.praxis")
    }
}

/// What was done so far, and how to take it back.
private struct Undo {
    private var moves: [(from: String, to: String)] = []
    private var folders: [String] = []

    /// Moves something to a place where nothing is, making the folders above it.
    mutating func move(_ from: String, to: String, for path: SourcePath) throws(FileEditError) {
        do throws(SystemError) {
            try makeFolders(above: to)
            try Folder.move(from, to: to)
            moves.append((from, to))
        } catch {
            throw .cannotWrite(path, error)
        }
    }

    /// Puts a file in the place of another, which gets a second name first.
    mutating func replace(
        _ place: String, by new: String, keeping old: String, for path: SourcePath
    ) throws(FileEditError) {
        do throws(SystemError) {
            try keep(place, as: old)
            try Folder.move(new, to: place)
            moves.append((place, old))
        } catch {
            throw .cannotWrite(path, error)
        }
    }

    /// Gives a file a second name, or a copy where the system refuses that: some know no second names, and others
    /// keep them from whoever does not own the file.
    private func keep(_ place: String, as old: String) throws(SystemError) {
        do throws(SystemError) {
            try Folder.link(place, to: old)
        } catch {
            try Folder.copy(place, to: old)
            try Folder.setPermissions(FileStatus(of: place).permissions, of: old)
        }
    }

    private mutating func makeFolders(above path: String) throws(SystemError) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        let folder = String(path[..<slash])
        guard !Folder.holds(folder) else { return }
        try makeFolders(above: folder)
        try Folder.make(folder)
        folders.append(folder)
    }

    /// Takes everything back, the last first; says what could not be.
    func run() -> (path: String, reason: SystemError)? {
        var failure: (String, SystemError)?
        for move in moves.reversed() {
            do throws(SystemError) { try Folder.move(move.to, to: move.from) } catch {
                failure = failure ?? (move.from, error)
            }
        }
        for folder in folders.reversed() { try? Folder.removeEmpty(folder) }
        return failure
    }
}

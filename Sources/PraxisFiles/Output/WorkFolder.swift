import PraxisDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where a build keeps what is not yet the site: a folder of its own in `.praxis`, beside the output folder or in it.
struct WorkFolder: Sendable {
    /// The folder, absolute.
    let path: String

    /// The one beside an output folder, on the same file system as far as one can tell.
    static func beside(_ output: String) -> WorkFolder {
        let slash = output.lastIndex(of: "/") ?? output.startIndex
        let name = output[slash...].drop { $0 == "/" }
        return WorkFolder(path: "\(output[..<slash])/\(OutputPath.workFolder)/output-\(name)")
    }

    /// The one in an output folder, for one that is a file system of its own.
    static func inside(_ output: String) -> WorkFolder {
        WorkFolder(path: "\(output)/\(OutputPath.workFolder)/output")
    }

    /// The tree that is being built; after an exchange, the tree that was there before.
    var stage: String { "\(path)/new" }
    /// What an update in place has replaced or removed, until it is done.
    var undo: String { "\(path)/old" }
    /// What is being done to the output folder at this moment.
    var journal: String { "\(path)/journal" }
    private var lockFile: String { "\(path)/lock" }
    private var holder: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

    /// Whether there is such a folder, as Praxis makes it. A link in its place is somebody else's and never followed.
    func exists() throws(OutputError) -> Bool {
        for folder in [holder, path] {
            guard let status = try? FileStatus(of: folder) else { return false }
            guard status.kind == .folder else { throw .cannotWrite(folder, SystemError(code: ENOTDIR)) }
        }
        return true
    }

    /// Takes the lock of the folder, making both; `nil` while another build has it.
    ///
    /// The last holder removes the file, so a lock counts only while the file is still the one at this path. Where the
    /// folder is gone again each time it is made, as in /proc, no lock can be had.
    func tryLock() throws(OutputError) -> FileDescriptor? {
        for _ in 0..<100 {
            do {
                try Folder.makeAll(path)
                guard try exists() else { continue }
                let file = try FileDescriptor(openingOrCreating: lockFile)
                guard try file.tryLock() else { return nil }
                let isCurrent = try FileStatus(of: lockFile).stamp.number == file.status().stamp.number
                if isCurrent { return file }
            } catch let error as OutputError {
                throw error
            } catch let error as SystemError {
                if error.code != ENOENT { throw .cannotWrite(path, error) }
            } catch {
                throw .cannotWrite(path, SystemError(code: EIO))
            }
        }
        throw .cannotWrite(path, SystemError(code: ENOENT))
    }

    /// Writes down what is about to be done, whole or not at all.
    func write(_ plan: Journal.Plan) throws(SystemError) {
        let number = try FileStatus(of: path).stamp.number
        let part = "\(journal).part"
        try Folder.removeAll(part)
        try FileDescriptor(creating: part).write(Journal(work: number, plan: plan).bytes)
        try Folder.move(part, to: journal)
    }

    /// What was being done when the last build was cut off; `nil` when it had not begun or was done.
    func interruptedPlan() throws(OutputError) -> Journal.Plan? {
        guard Folder.holds(journal) else { return nil }
        guard let bytes = try? DiskFiles(root: path).bytes(of: SourcePath("journal"), limit: .max),
            let journal = Journal(bytes), let number = try? FileStatus(of: path).stamp.number, journal.work == number
        else { throw .damagedJournal(journal) }
        return journal.plan
    }

    /// Removes everything but the lock.
    func clear() throws(SystemError) {
        try Folder.removeAll(journal)
        try Folder.removeAll("\(journal).part")
        try Folder.removeAll(stage)
        try Folder.removeAll(undo)
    }

    /// Removes the folder with its lock; what is still in it, and a folder that others use too, stays.
    func remove() {
        try? Folder.removeFile(lockFile)
        try? Folder.removeEmpty(path)
        try? Folder.removeEmpty(holder)
    }
}

import PraxisDiagnostics
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes a whole site into a folder, all or nothing.
///
/// Files come in from several threads while rendering goes on and are written to a work folder at once, unless the
/// output folder has the same bytes already. `commit()` then gives the new site the place of the old one in one step.
/// Until it returns, and when anything fails or the process is killed, the output folder holds the old site byte for
/// byte, or on the next start is made to hold one of the two. What Praxis did not write stays.
///
/// The promise is kept against the end of the process, not against a power cut: nothing waits for the disk.
package final class OutputTransaction: OutputSink {
    /// What has come in.
    struct Progress: ~Copyable {
        var index = OutputIndex()
        /// Files in the stage.
        var staged: [String] = []
        /// Files that the output folder has with the same bytes.
        var kept: [String] = []
        /// What both were like when they had their bytes.
        var stamps: [String: FileStamp] = [:]
        /// Held while the transaction is open.
        var lock: FileDescriptor?
        /// Whether the stage is this build's to throw away. After the exchange it holds the old site and foreign files.
        var ownsStage = true
    }

    /// The output folder, absolute, links resolved.
    package let folder: String
    let home: WorkFolder
    /// How many threads `commit()` uses.
    let threads: Int
    /// What the last build wrote; `nil` when there was none.
    let old: OutputManifest?
    let progress: Mutex<Progress>

    /// Begins a build into a folder, which is made if need be.
    ///
    /// Waits for another build into it, telling so once; finishes or undoes what a build that was cut off left.
    /// Throws an ``OutputError`` when the folder cannot be written or is not Praxis's own, `CancellationError` when
    /// cancelled while waiting.
    package static func begin(
        in folder: String, threads: Int = 2, whenWaiting: @Sendable () -> Void = {}
    ) async throws -> OutputTransaction {
        let folder = try place(of: folder)
        let home = try workFolder(for: folder)
        var hasTold = false
        while true {
            if let lock = try home.tryLock() {
                return try await OutputTransaction(folder, home, lock, threads)
            }
            if !hasTold { whenWaiting() }
            hasTold = true
            try await Task.sleep(for: .milliseconds(25))
        }
    }

    private init(
        _ folder: String, _ home: WorkFolder, _ lock: consuming FileDescriptor, _ threads: Int
    ) async throws(OutputError) {
        self.folder = folder
        self.home = home
        self.threads = max(1, threads)
        do {
            try await Recovery(output: folder, home: home, threads: self.threads).run()
            old = try Self.manifest(of: folder)
            try Folder.make(home.stage)
        } catch {
            home.remove()
            throw (error as? OutputError) ?? .cannotWrite(home.stage, (error as? SystemError) ?? SystemError(code: EIO))
        }
        progress = Mutex(Progress(lock: lock))
    }

    deinit {
        abandon()
    }

    /// Ends the build without touching the output folder. Does nothing after `commit()`.
    package func abandon() {
        progress.withLock { progress in
            guard progress.lock != nil else { return }
            if progress.ownsStage { try? home.clear() }
            home.remove()
            progress.lock = nil
        }
    }

    // MARK: Where to work

    /// The folder's absolute path without links, its parents made.
    private static func place(of folder: String) throws(OutputError) -> String {
        do {
            if let status = try? FileStatus(following: folder) {
                guard status.kind == .folder else { throw OutputError.notAFolder(folder) }
                let place = try Folder.resolved(folder)
                guard Folder.isWritable(place) else { throw SystemError(code: EACCES) }
                return place
            }
            var folder = folder[...]
            while folder.count > 1, folder.last == "/" { folder.removeLast() }
            let slash = folder.lastIndex(of: "/")
            let parent = slash.map { $0 == folder.startIndex ? "/" : String(folder[..<$0]) } ?? "."
            try Folder.makeAll(parent)
            guard Folder.isWritable(parent) else { throw SystemError(code: EACCES) }
            let resolved = try Folder.resolved(parent)
            let name = slash.map { folder[folder.index(after: $0)...] } ?? folder
            return resolved == "/" ? "/\(name)" : "\(resolved)/\(name)"
        } catch let error as SystemError {
            throw .cannotWrite(folder, error)
        } catch {
            throw (error as? OutputError) ?? .notAFolder(folder)
        }
    }

    /// Beside the output folder, unless that is another file system or cannot be written.
    private static func workFolder(for output: String) throws(OutputError) -> WorkFolder {
        guard let status = try? FileStatus(of: output) else { return .beside(output) }
        let parent = output.lastIndex(of: "/").map { $0 == output.startIndex ? "/" : String(output[..<$0]) } ?? "/"
        let isBeside =
            Folder.isWritable(parent) && (try? FileStatus(following: parent))?.device == status.device
            && output != "/"
        return isBeside ? .beside(output) : .inside(output)
    }

    /// What may be in a folder that is as good as empty: what git, hosts and systems leave there, and what is ours.
    private static let namesInAnEmptyFolder: Set<String> = [
        ".git", ".gitignore", ".gitattributes", ".gitkeep", ".nojekyll", ".DS_Store", OutputPath.workFolder,
        OutputManifest.name,
    ]

    /// The list of what Praxis wrote; throws when the folder holds things that say it is somebody else's.
    private static func manifest(of output: String) throws(OutputError) -> OutputManifest? {
        do {
            let items = try Folder.items(of: output)
            if items.contains(where: { $0.name == OutputManifest.name && $0.kind == .file }) {
                let bytes = try DiskFiles(root: output).bytes(of: SourcePath(OutputManifest.name), limit: .max)
                if let manifest = OutputManifest(bytes) { return manifest }
            }
            let others = items.map(\.name).filter { !namesInAnEmptyFolder.contains($0) }
            if let first = others.filter({ !$0.hasPrefix(".") }).min() ?? others.min() {
                throw OutputError.notOurs(folder: output, holds: first)
            }
            return nil
        } catch let error as SystemError {
            if error.code == ENOENT { return nil }
            throw .cannotWrite(output, error)
        } catch let error as FileError {
            throw .cannotRead(error)
        } catch {
            throw (error as? OutputError) ?? .notAFolder(output)
        }
    }
}

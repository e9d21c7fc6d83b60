import PraxisDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Ends what a build has begun to do to an output folder: its own last steps, or those of one that was cut off.
struct Recovery {
    let output: String
    let home: WorkFolder
    let threads: Int

    /// Finishes or undoes what is left of earlier builds. The caller holds the lock.
    func run() async throws(OutputError) {
        let inside = WorkFolder.inside(output)
        if inside.path != home.path {
            if try inside.exists() { try await run(in: inside) }
            inside.remove()
        }
        try await run(in: home)
    }

    private func run(in work: WorkFolder) async throws(OutputError) {
        do {
            switch try work.interruptedPlan() {
            case .exchange(let number, let keep):
                // Whichever of the two trees is in the stage now tells whether they have changed places.
                if let staged = try? FileStatus(of: work.stage), staged.stamp.number == number {
                    try moveBack(keep, from: work.stage)
                    try await removeOldTree(work.stage)
                }
            case .update(let clear, let install, let remove):
                try finish(UpdateInPlace(output: output, work: work, clear: clear, install: install, remove: remove))
            case nil:
                break
            }
            try work.clear()
        } catch let error as OutputError {
            throw error
        } catch {
            throw .cannotWrite(output, (error as? SystemError) ?? SystemError(code: EIO))
        }
    }

    /// Takes an update to its end, or back to its beginning if that cannot be.
    func finish(_ update: UpdateInPlace) throws(OutputError) {
        do {
            try update.proceed()
        } catch {
            do {
                try update.undo()
                try update.work.clear()
            } catch let second {
                throw .cannotWrite(output, second)
            }
            throw .cannotWrite(output, error)
        }
    }

    /// Moves what Praxis did not write from the old tree to the output folder. What is not there was moved before; a
    /// folder that both have is gone through.
    func moveBack(_ paths: [String], from old: String) throws(OutputError) {
        for path in paths where Folder.holds("\(old)/\(path)") {
            let (source, place) = ("\(old)/\(path)", "\(output)/\(path)")
            do {
                guard let there = try? FileStatus(of: place) else {
                    try Folder.makingFolder(of: place) { () throws(SystemError) in try Folder.move(source, to: place) }
                    continue
                }
                guard there.kind == .folder, try FileStatus(of: source).kind == .folder else {
                    throw OutputError.leftBehind(source)
                }
                try moveBack(try Folder.items(of: source).map { "\(path)/\($0.name)" }, from: old)
                try Folder.removeEmpty(source)
            } catch let error as OutputError {
                throw error
            } catch {
                throw .cannotWrite(place, (error as? SystemError) ?? SystemError(code: EIO))
            }
        }
    }

    /// Removes a tree that has been replaced: only what its own list says Praxis wrote. Anything else came into it
    /// at the last moment and is moved to the new tree. The list goes last, so that this can be taken up again.
    func removeOldTree(_ old: String) async throws(OutputError) {
        let list = "\(old)/\(OutputManifest.name)"
        let bytes = try? DiskFiles(root: old).bytes(of: SourcePath(OutputManifest.name), limit: .max)
        let manifest = bytes.flatMap { OutputManifest($0) } ?? OutputManifest(paths: [])
        await InParallel.run(manifest.paths.sorted { $0.precedesInBytes($1) }, threads: threads) { path in
            try? Folder.removeFile("\(old)/\(path)")
            // Most pages are alone in a folder of their own; where the folder is not empty yet, this does nothing.
            if let folder = OutputPath.folders(above: path).first(where: { _ in true }) {
                try? Folder.removeEmpty("\(old)/\(folder)")
            }
        }
        let folders = manifest.foldersInnermostFirst
        for folder in folders { try? Folder.removeEmpty("\(old)/\(folder)") }
        let late = try ForeignFiles.paths(in: old, besides: manifest, needed: OutputIndex())
        try moveBack(late, from: old)
        if !late.isEmpty {
            for folder in folders { try? Folder.removeEmpty("\(old)/\(folder)") }
        }
        do {
            if Folder.holds(list) { try Folder.removeFile(list) }
            try Folder.removeEmpty(old)
        } catch {
            throw .cannotWrite(old, error)
        }
    }
}

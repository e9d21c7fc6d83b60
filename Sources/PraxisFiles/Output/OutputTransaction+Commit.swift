import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension OutputTransaction {
    /// Gives everything that has been written the place of the old site. The last thing to be called.
    ///
    /// Throws where the folder cannot be changed or something foreign is in the way; the old site is then as it was.
    package func commit() async throws(OutputError) -> OutputSummary { try await commit { $0 } }

    /// The same, with what is still to be done before another build into the folder may begin.
    package func commit<Result: Sendable>(
        _ conclude: (OutputSummary) async -> Result
    ) async throws(OutputError) -> Result {
        defer { abandon() }
        return await conclude(try await exchangeSites())
    }

    /// What the output folder is like after a commit; `nil` where it is not, or no longer, as the transaction left it.
    package func state() async -> OutputState? {
        await OutputState.of(folder, leftWith: progress.withLock { $0.stamps }, threads: threads)
    }

    private func exchangeSites() async throws(OutputError) -> OutputSummary {
        let (index, staged, kept) = progress.withLock { ($0.index, $0.staged, $0.kept) }
        let new = Set(staged).union(kept)
        let removed = (old?.paths ?? []).subtracting(new)
        let summary = OutputSummary(written: staged.count, kept: kept.count, removed: removed.count)
        if old != nil, staged.isEmpty, removed.isEmpty { return summary }

        let previous = try? FileStatus(of: folder)
        var foreign = [String]()
        if previous != nil {
            foreign = try ForeignFiles.paths(in: folder, besides: old ?? OutputManifest(paths: []), needed: index)
        }
        do {
            try FileDescriptor(creating: "\(home.stage)/\(OutputManifest.name)")
                .write(OutputManifest(paths: new).bytes)
            guard let previous else {
                try await complete(kept)
                try Folder.move(home.stage, to: folder)
                return summary
            }
            if home.path != WorkFolder.inside(folder).path {
                try await complete(kept)
                try? Folder.setPermissions(previous.permissions, of: home.stage)
                if try await exchange(previous, foreign) { return summary }
            }
        } catch let error as OutputError {
            throw error
        } catch {
            throw .cannotWrite(folder, (error as? SystemError) ?? SystemError(code: EIO))
        }
        try update(index, staged, removed.sorted())
        return summary
    }

    /// Gives the files that stay a name in the stage too, so that it is a whole site.
    private func complete(_ kept: [String]) async throws(SystemError) {
        let (folder, stage) = (folder, home.stage)
        try await InParallel.run(kept, threads: threads) { path throws(SystemError) in
            let place = "\(stage)/\(path)"
            do {
                try Folder.makingFolder(of: place) { () throws(SystemError) in
                    try Folder.link("\(folder)/\(path)", to: place)
                }
            } catch {
                // Not every file system has second names, and some allow only so many.
                try Folder.copy("\(folder)/\(path)", to: place)
            }
        }
    }

    /// Lets stage and output folder change places; `false` where the system refuses.
    private func exchange(_ previous: FileStatus, _ foreign: [String]) async throws -> Bool {
        let recovery = Recovery(output: folder, home: home, threads: threads)
        try home.write(.exchange(output: previous.stamp.number, keep: foreign))
        do {
            try Folder.exchange(home.stage, with: folder)
        } catch {
            try Folder.removeFile(home.journal)
            return false
        }
        progress.withLock { $0.ownsStage = false }
        do {
            try recovery.moveBack(foreign, from: home.stage)
        } catch {
            try takeBack(foreign)
            throw error
        }
        try await recovery.removeOldTree(home.stage)
        progress.withLock { $0.ownsStage = true }
        return true
    }

    private func takeBack(_ foreign: [String]) throws(SystemError) {
        for path in foreign where !Folder.holds("\(home.stage)/\(path)") {
            try Folder.move("\(folder)/\(path)", to: "\(home.stage)/\(path)")
        }
        try Folder.exchange(home.stage, with: folder)
        progress.withLock { $0.ownsStage = true }
    }

    /// Brings the output folder up to date file by file.
    private func update(_ index: OutputIndex, _ staged: [String], _ removed: [String]) throws(OutputError) {
        let work = WorkFolder.inside(folder)
        let installs = Self.installOrder(staged) + [OutputManifest.name]
        let clears = removed.filter { path in
            index.hasFolder(path) || OutputPath.folders(above: path).contains { index.hasFile($0) }
        }
        let removes = Set(removed).subtracting(clears).sorted()
        do {
            try bring(installs, to: work)
            try refuseLinks(at: installs)
            try work.write(.update(clear: clears, install: installs, remove: removes))
        } catch {
            try? work.clear()
            if work.path != home.path { work.remove() }
            throw .cannotWrite(folder, error)
        }
        let update = UpdateInPlace(output: folder, work: work, clear: clears, install: installs, remove: removes)
        // From here the work folder may be all that is left of the old files.
        if work.path == home.path { progress.withLock { $0.ownsStage = false } }
        try Recovery(output: folder, home: work, threads: threads).finish(update)
        do { try work.clear() } catch { throw .cannotWrite(work.path, error) }
        if work.path != home.path { work.remove() }
    }

    /// What pages need comes before the pages, and the pages before the lists that lead to them.
    private static func installOrder(_ paths: [String]) -> [String] {
        func rank(_ path: String) -> Int {
            guard path.hasSuffix(".html") else { return 0 }
            return 100 - min(99, path.utf8.count { $0 == UInt8(ascii: "/") })
        }
        return paths.map { (rank($0), $0) }.sorted { $0 < $1 }.map(\.1)
    }

    /// Makes sure that the staged files are on the output folder's own file system, where moving them is one step.
    private func bring(_ paths: [String], to work: WorkFolder) throws(SystemError) {
        guard work.path != home.path else { return }
        try Folder.makeAll(work.path)
        try work.clear()
        do {
            try Folder.move(home.stage, to: work.stage)
        } catch {
            for path in paths {
                let place = "\(work.stage)/\(path)"
                try Folder.makingFolder(of: place) { () throws(SystemError) in
                    try Folder.copy("\(home.stage)/\(path)", to: place)
                }
            }
        }
    }

    /// A folder that has become a link since it was looked at would lead the update out of the output folder.
    private func refuseLinks(at paths: [String]) throws(SystemError) {
        for path in OutputManifest(paths: paths).folders {
            if let status = try? FileStatus(of: "\(folder)/\(path)"), status.kind == .link {
                throw SystemError(code: ELOOP)
            }
        }
    }
}

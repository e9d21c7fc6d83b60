internal import PraxisFiles

/// A folder that rsync reaches: on another machine by ssh, at an rsync server, or on this machine.
///
/// rsync writes each file beside its place and renames it, so a reader never gets half a file.
package struct RsyncHost: StepwiseHost {
    /// The folder, with a slash at its end.
    private let place: String
    private let rsync: Program
    private let connection: [String]

    /// - Parameters:
    ///   - place: As rsync writes it; a path on this machine is relative to `folder`.
    ///   - remoteShell: What `RSYNC_RSH` says.
    package init(_ place: String, port: Int?, in folder: String, remoteShell: String?) {
        // Behind a bare colon, a slash alone would be the root of that machine.
        self.place = place.hasSuffix("/") ? place : place.hasSuffix(":") ? place + "./" : place + "/"
        rsync = Program("rsync", in: folder, environment: ["LC_ALL": "C"])
        let isServer = place.hasPrefix("rsync://") || place.contains("::")
        let shell = remoteShell ?? "ssh -o BatchMode=yes -o ConnectTimeout=20"
        connection =
            isServer
            ? port.map { ["--port=\($0)"] } ?? [] : ["--rsh=\(shell)\(port.map { " -p \($0)" } ?? "")"]
    }

    package func record() async throws(PublishingFailure) -> [UInt8]? {
        let scratch = try Self.scratch()
        // What is no file comes along as what it is, so as not to be taken for nothing.
        let run = try await run(
            ["--ignore-missing-args", "--links", "--specials", "--files-from=-"], from: place,
            to: scratch.path + "/", [PublicationRecord.name])
        if Self.lacksFolder(run) { return nil }
        try check(run, "could not be looked at")
        return try await FolderHost(at: scratch.path).record()
    }

    package func find(_ paths: [String], of site: SiteListing) async throws(PublishingFailure) -> [String: Found] {
        let run = try await run(
            [
                "--dry-run", "--checksum", "--itemize-changes", "--itemize-changes", "--no-implied-dirs",
                "--out-format=%i/%n", "--files-from=-",
            ],
            from: site.folder + "/", to: place, paths)
        if Self.lacksFolder(run) { return [:] }
        // 23: something is in the way of some of them, which therefore are not in the list.
        if run.exitCode != 23 { try check(run, "could not be looked at") }
        var found = Dictionary(uniqueKeysWithValues: paths.map { ($0, Found.other) })
        for line in run.text.split(separator: "\n") {
            let parts = line.split(separator: "/", maxSplits: 1)
            guard parts.count == 2, found[String(parts[1])] != nil else { continue }
            found[String(parts[1])] = parts[0].hasPrefix(".") ? .same : parts[0].contains("+++") ? .nothing : .other
        }
        return found
    }

    package func send(_ paths: [String], from folder: String) async throws(PublishingFailure) {
        let run = try await run(
            ["--checksum", "--chmod=D755,F644", "--no-implied-dirs", "--files-from=-"], from: folder + "/",
            to: place, paths)
        try check(run, "did not take all files")
    }

    package func delete(_ paths: [String], emptying folders: [String]) async throws(PublishingFailure) {
        // rsync deletes what its source does not have. The source is empty, and only what is named takes part.
        let empty = try Self.scratch()
        let above = Set(paths.flatMap { OutputPath.folders(above: $0) })
        let rules = above.sorted().map { "/\(Self.literal($0))/" } + paths.map { "/\(Self.literal($0))" }
        let run = try await run(
            [
                "--recursive", "--delete", "--existing", "--ignore-existing", "--include-from=-", "--exclude=*",
            ],
            from: empty.path + "/", to: place, rules)
        try check(run, "did not delete all files that are no longer in use")
    }

    private func run(
        _ options: [String], from source: String, to destination: String, _ lines: [String]
    ) async throws(PublishingFailure) -> Program.Run {
        do throws(ProgramError) {
            let input = lines.joined(eachWith: 0)
            return try await rsync.run(
                connection + ["--secluded-args", "--8-bit-output", "--from0"] + options + ["--", source, destination],
                input: input)
        } catch {
            throw PublishingFailure(error)
        }
    }

    private func check(_ run: Program.Run, _ message: String) throws(PublishingFailure) {
        guard !run.isSuccess else { return }
        let advice =
            switch run.exitCode {
            case 255, 12, 5, 10, 30, 35:
                "see that this machine may log in there by a key, without a password, and that rsync is installed there"
            case 11: "see that the folder above is there, that you may write to it, and that the disk has room"
            default: "see what rsync says, mend it and publish again"
            }
        throw PublishingFailure("\(message) (\(place))", advice: advice, said: run.errors)
    }

    /// Whether a run failed only because there is no such folder yet.
    private static func lacksFolder(_ run: Program.Run) -> Bool {
        !run.isSuccess
            && run.errors.split(separator: "\n").contains {
                ($0.contains("change_dir") || $0.contains("mkdir")) && $0.hasSuffix("No such file or directory (2)")
            }
    }

    /// A path as a pattern that matches it alone. rsync takes a backslash for itself unless there is a wildcard.
    private static func literal(_ path: String) -> String {
        guard path.contains(where: { "*?[".contains($0) }) else { return path }
        return String(path.flatMap { "*?[\\".contains($0) ? ["\\", $0] : [$0] })
    }

    private static func scratch() throws(PublishingFailure) -> ScratchFolder {
        do throws(SystemError) {
            return try ScratchFolder()
        } catch {
            throw PublishingFailure(noScratch: error)
        }
    }
}

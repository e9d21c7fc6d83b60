internal import PraxisFiles

/// A place that rclone reaches: a bucket, a share, a server, of any of the kinds that it knows.
///
/// Whether a reader may get half a file while it is sent is the host's affair; buckets take a file as a whole.
package struct RcloneHost: StepwiseHost {
    private let place: String
    private let rclone: Program

    /// - Parameters:
    ///   - place: As rclone writes it: `s3:bucket/path`.
    ///   - folder: The site's; a path on this machine is relative to it.
    ///   - environment: This process's.
    package init(_ place: String, in folder: String, environment: [String: String]) {
        var place = place[...]
        while place.hasSuffix("/"), !place.hasSuffix(":/") { place.removeLast() }
        self.place = String(place)
        // A bucket has to be made by somebody who decides who may read it; a mistyped name must not make one.
        let buckets = environment["RCLONE_S3_NO_CHECK_BUCKET"] ?? "true"
        rclone = Program(
            "rclone", in: folder, environment: ["LC_ALL": "C", "RCLONE_S3_NO_CHECK_BUCKET": buckets])
    }

    /// The place of a path.
    private func address(_ path: String) -> String {
        place.hasSuffix(":") || place.hasSuffix("/") ? place + path : "\(place)/\(path)"
    }

    package func record() async throws(PublishingFailure) -> [UInt8]? {
        let scratch: ScratchFolder
        do throws(SystemError) {
            scratch = try ScratchFolder()
        } catch {
            throw PublishingFailure(noScratch: error)
        }
        let run = try await run(
            ["copy", "--no-traverse", "--retries=1"], [place, scratch.path], [PublicationRecord.name])
        if run.exitCode == Self.noFolder { return nil }
        try check(run, "could not be looked at")
        return try await FolderHost(at: scratch.path).record()
    }

    package func find(_ paths: [String], of site: SiteListing) async throws(PublishingFailure) -> [String: Found] {
        var there = paths
        // Asking for each of many files takes longer than a list of all.
        if paths.count > 100 {
            let run = try await run(["lsf", "--recursive", "--files-only", "--fast-list"], [place])
            if run.exitCode == Self.noFolder { return [:] }
            try check(run, "could not be looked at")
            let listed = Set(run.text.split(separator: "\n").map { String($0) })
            there = paths.filter(listed.contains)
        }
        guard !there.isEmpty else { return [:] }
        let compare = ["check", "--one-way", "--combined=-", "--retries=1"]
        var run = try await run(compare, [site.folder, place], there)
        if run.errors.contains("could not be checked") || run.errors.contains("No common hash") {
            // The host knows no checksums: only the bytes themselves tell.
            run = try await self.run(compare + ["--download"], [site.folder, place], there)
        }
        if run.exitCode == Self.noFolder { return [:] }
        var found: [String: Found] = [:]
        for line in run.text.split(separator: "\n") {
            switch line.first {
            case "=": found[String(line.dropFirst(2))] = .same
            case "*": found[String(line.dropFirst(2))] = .other
            case "+": found[String(line.dropFirst(2))] = .nothing
            default: break
            }
        }
        // That something differs is failure enough for rclone; here it is the answer.
        guard there.allSatisfy({ found[$0] != nil }) else {
            throw failure(run, "could not be looked at")
        }
        return found
    }

    package func send(_ paths: [String], from folder: String) async throws(PublishingFailure) {
        let run = try await run(["copy", "--no-traverse", "--no-check-dest"], [folder, place], paths)
        try check(run, "did not take all files")
    }

    package func delete(_ paths: [String], emptying folders: [String]) async throws(PublishingFailure) {
        let run = try await run(["delete"], [place], paths)
        if run.exitCode != Self.noFolder { try check(run, "did not delete all files that are no longer in use") }
        for folder in folders {
            // A folder with something in it stays, and a bucket has none.
            _ = try await self.run(["rmdir", "--retries=1", "--low-level-retries=1"], [address(folder)])
        }
    }

    /// rclone's exit code where a folder is not there.
    private static let noFolder: Int32 = 3

    private func run(
        _ options: [String], _ places: [String], _ paths: [String]? = nil
    ) async throws(PublishingFailure) -> Program.Run {
        let list = paths == nil ? [] : ["--files-from-raw=-"]
        let input = (paths ?? []).joined(eachWith: 0x0A)
        do throws(ProgramError) {
            return try await rclone.run(options + list + ["--"] + places, input: input)
        } catch {
            throw PublishingFailure(error)
        }
    }

    private func check(_ run: Program.Run, _ message: String) throws(PublishingFailure) {
        guard run.isSuccess else { throw failure(run, message) }
    }

    private func failure(_ run: Program.Run, _ message: String) -> PublishingFailure {
        let advice =
            if run.errors.contains("didn't find section in config file") {
                "rclone knows no remote of that name; \"rclone listremotes\" shows those it knows, \"rclone config\" makes one"
            } else if run.errors.contains("NoSuchBucket") {
                "make the bucket and decide who may read it, then publish again"
            } else if run.errors.contains("connection refused") || run.errors.contains("no such host") {
                "see that the host is there, and that rclone has its right address: rclone config"
            } else {
                "see what rclone says, mend it and publish again"
            }
        return PublishingFailure("\(message) (\(place))", advice: advice, said: run.errors)
    }
}

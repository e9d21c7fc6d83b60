internal import PraxisDiagnostics
internal import PraxisFiles

/// A branch of a git repository. A push takes a whole commit or nothing, so neither intents nor an order are needed.
package actor BranchHost: AtomicHost {
    private let remote: String
    private let branch: String
    /// Where in the branch the site is; empty for its top.
    private let folder: String
    private let siteFolder: String
    private let environment: [String: String]
    /// The repository of one look at the branch, and the commit that it found there.
    private var state: State?

    private struct State {
        var git: GitProgram
        let address: String
        /// `nil` where there is no such branch.
        let tip: String?
    }

    /// - Parameters:
    ///   - remote: The name of a remote of the repository that the site's folder is in, or an address.
    ///   - environment: This process's.
    package init(
        remote: String, branch: String, folder: String, siteFolder: String, environment: [String: String]
    ) {
        self.remote = remote
        self.branch = branch
        self.folder = folder
        self.siteFolder = siteFolder
        self.environment = environment
    }

    private func place(_ path: String) -> String { folder.isEmpty ? path : "\(folder)/\(path)" }

    package func record() async throws(PublishingFailure) -> [UInt8]? {
        let state = try await fetch()
        guard let tip = state.tip else { return nil }
        let place = place(PublicationRecord.name)
        guard try await !state.git.run(["ls-tree", "-z", tip, "--", place]).isEmpty else { return nil }
        let run = try await state.git.result(["cat-file", "blob", "\(tip):\(place)"])
        guard run.isSuccess else { throw .damagedRecord }
        return run.output
    }

    package func find(_ paths: [String], of site: SiteListing) async throws(PublishingFailure) -> [String: Found] {
        let state = try await current()
        guard let tip = state.tip else { return [:] }
        let there = try await files(of: tip, state.git)
        let blobs = try await Self.blobs(of: paths, in: site, writing: false, state.git)
        let folders = Set(there.keys.flatMap { OutputPath.folders(above: $0) })
        var found: [String: Found] = [:]
        for path in paths {
            let place = place(path)
            if let blob = there[place] {
                found[path] = blob == blobs[path] ? .same : .other
            } else {
                let isTaken =
                    folders.contains(place) || OutputPath.folders(above: place).contains { there[$0] != nil }
                found[path] = isTaken ? .other : .nothing
            }
        }
        return found
    }

    package func apply(
        _ plan: PublicationPlan, of site: SiteListing, record: PublicationRecord, title: String
    ) async throws(PublishingFailure) -> Bool {
        let state = try await current()
        let git = state.git
        if let tip = state.tip { try await git.run(["read-tree", tip]) }
        var lines: [UInt8] = []
        // A mode of nothing takes a path out of the index.
        let nothing = String(repeating: "0", count: state.tip?.count ?? 40)
        for path in plan.deleted { lines += Array("0 \(nothing)\t\(place(path))".utf8) + [0] }
        func add(_ blob: String, at path: String) { lines += Array("100644 \(blob)\t\(place(path))".utf8) + [0] }
        let sent = plan.added + plan.changed
        let blobs = try await Self.blobs(of: sent, in: site, writing: true, git)
        for path in sent { if let blob = blobs[path] { add(blob, at: path) } }
        add(try await git.run(["hash-object", "-w", "--stdin"], input: record.bytes), at: PublicationRecord.name)
        // Without this file GitHub's pages leave out what begins with an underscore.
        let noJekyll = ".nojekyll"
        var there = ""
        if let tip = state.tip { there = try await git.run(["ls-tree", "-z", tip, "--", place(noJekyll)]) }
        if there.isEmpty { add(try await git.run(["hash-object", "-w", "--stdin"]), at: noJekyll) }
        try await git.run(["update-index", "--add", "--replace", "-z", "--index-info"], input: lines)
        let tree = try await git.run(["write-tree"])
        if let tip = state.tip, try await git.run(["rev-parse", "\(tip)^{tree}"]) == tree { return true }
        let commit = try await Self.commit(tree, on: state.tip, saying: Self.message(plan, title), git)
        return try await push(commit, state)
    }

    // MARK: Steps

    /// Makes a new repository and brings the tip of the branch there, without what was before.
    private func fetch() async throws(PublishingFailure) -> State {
        let repository = try await SiteRepository(of: siteFolder, environment: environment)
        let address = try await repository.address(of: remote)
        let git = try await GitProgram(for: repository)
        let reference = "refs/heads/\(branch)"
        let list = try await git.result(["ls-remote", "--", address, reference])
        guard list.isSuccess else {
            throw PublishingFailure(
                "could not be reached (\(address))",
                advice:
                    "see that the repository is there and that this machine may read it and write to it without a password",
                said: list.errors)
        }
        let tip = list.text.split(separator: "\n").first { $0.hasSuffix("\t\(reference)") }?.split(separator: "\t")
            .first
        if tip != nil {
            try await git.run([
                "fetch", "--quiet", "--depth=1", "--no-tags", "--", address, "+\(reference):refs/heads/tip",
            ])
        }
        let found = tip == nil ? nil : try await git.run(["rev-parse", "refs/heads/tip"])
        let state = State(git: git, address: address, tip: found)
        self.state = state
        return state
    }

    private func current() async throws(PublishingFailure) -> State {
        if let state { return state }
        return try await fetch()
    }

    /// Every file of a commit, by its path from the top.
    private func files(of commit: String, _ git: GitProgram) async throws(PublishingFailure) -> [String: String] {
        var files: [String: String] = [:]
        for entry in try await git.run(["ls-tree", "-r", "-z", "--full-tree", commit]).split(separator: "\0") {
            let parts = entry.split(separator: "\t", maxSplits: 1)
            let words = parts.first?.split(separator: " ") ?? []
            if parts.count == 2, words.count == 3 { files[String(parts[1])] = String(words[2]) }
        }
        return files
    }

    /// The names that git has for the bytes of files.
    private static func blobs(
        of paths: [String], in site: SiteListing, writing: Bool, _ git: GitProgram
    ) async throws(PublishingFailure) -> [String: String] {
        guard !paths.isEmpty else { return [:] }
        let names = paths.map { "\(site.folder)/\($0)" }.joined(eachWith: 0x0A)
        let options = ["hash-object", "--no-filters", "--stdin-paths"] + (writing ? ["-w"] : [])
        let blobs = try await git.run(options, input: names).split(separator: "\n").map { String($0) }
        return Dictionary(zip(paths, blobs), uniquingKeysWith: { first, _ in first })
    }

    private static func commit(
        _ tree: String, on tip: String?, saying message: String, _ git: GitProgram
    ) async throws(PublishingFailure) -> String {
        var git = git
        // A machine that builds every night has no name of its own.
        for role in ["AUTHOR", "COMMITTER"] {
            let known = try await git.result(["-c", "user.useConfigOnly=true", "var", "GIT_\(role)_IDENT"])
            guard !known.isSuccess else { continue }
            git.set("GIT_\(role)_NAME", "Praxis")
            git.set("GIT_\(role)_EMAIL", "praxis@localhost")
        }
        return try await git.run(
            ["commit-tree", tree] + (tip.map { ["-p", $0] } ?? []) + ["-F", "-"], input: Array(message.utf8))
    }

    private static func message(_ plan: PublicationPlan, _ title: String) -> String {
        let counts = "\(plan.added.count) added, \(plan.changed.count) changed, \(plan.deleted.count) deleted"
        return "Publish \(title.isEmpty ? "the site" : title)\n\n\(counts)\n"
    }

    /// - Returns: `false` where the branch has moved on meanwhile.
    private func push(_ commit: String, _ state: State) async throws(PublishingFailure) -> Bool {
        let run = try await state.git.result(
            ["push", "--porcelain", "--no-verify", "--", state.address, "\(commit):refs/heads/\(branch)"])
        if run.isSuccess { return true }
        let isOvertaken = run.text.split(separator: "\n").contains { line in
            line.hasPrefix("!")
                && ["fetch first", "non-fast-forward", "cannot lock ref", "failed to update ref", "stale info"]
                    .contains { line.contains($0) }
        }
        if isOvertaken { return false }
        throw PublishingFailure(
            "did not take the new pages (branch \(branch) of \(state.address))",
            advice: "see that this machine may write to that branch without a password, and that it is not protected",
            said: run.errors + run.text)
    }
}

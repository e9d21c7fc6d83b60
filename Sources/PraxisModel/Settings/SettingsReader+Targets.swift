package import PraxisDiagnostics
internal import PraxisYAML

extension SettingsReader {
    /// Where to publish to, in the order of site.yaml; what is wrong is left out.
    mutating func targets() -> [PublishingTarget] {
        let rows = fields.table(
            "targets", "where praxis publish brings the site, each place by a name of its own",
            keys: "a name of your own for the place", subject: "a publishing target"
        ) { record in TargetFields(&record) }
        return rows.compactMap { row in
            let name = row.key.value
            guard !name.isEmpty, !name.hasPrefix("-"), name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
                report(
                    TargetRules.place, at: row.key.range, "\"\(name)\" cannot be the name of a publishing target",
                    advice: "write one word, such as web")
                return nil
            }
            return place(row.value.value, named: row.key).map { PublishingTarget(name: name, place: $0) }
        }
    }

    /// What the fields say together.
    private mutating func place(_ target: TargetFields, named name: Located<String>) -> PublishingTarget.Place? {
        // Beside a branch of git, a folder is one of the branch.
        let kinds = [
            ("folder", target.git == nil ? target.folder : nil), ("git", target.git), ("rsync", target.rsync),
            ("rclone", target.rclone),
        ].filter { $0.1 != nil }
        guard let kind = kinds.first else {
            report(
                TargetRules.place, at: name.range, "the publishing target \"\(name.value)\" does not say where it is",
                advice: "give it one of folder, git, rsync and rclone")
            return nil
        }
        guard kinds.count == 1 else {
            report(
                TargetRules.place, at: kinds[1].1?.range ?? name.range,
                "the publishing target \"\(name.value)\" is \(Words.list(kinds.map(\.0))) at once",
                advice: "keep one of them, and make another target of each other")
            return nil
        }
        for (key, option, owner) in [
            ("branch", target.branch?.range, "git"), ("port", target.port?.range, "rsync"),
        ] {
            guard let option, kind.0 != owner else { continue }
            report(
                FieldRules.unknown, at: option, "\"\(key)\" belongs to a target with \(owner):",
                advice: "take it away")
        }
        for text in [target.folder, target.git, target.branch, target.rsync, target.rclone].compactMap(\.self) {
            guard !text.value.hasPrefix("-") else {
                report(
                    TargetRules.place, at: text.range, "\"\(text.value)\" begins as an option of a program does",
                    advice: "write the place itself")
                return nil
            }
        }
        if let git = target.git { return branch(target, of: git) }
        if let rsync = target.rsync { return server(rsync, port: target.port?.value.number) }
        if let rclone = target.rclone { return remote(rclone) }
        return target.folder.flatMap { folder($0) }
    }

    private mutating func folder(_ folder: Located<String>) -> PublishingTarget.Place? {
        guard !folder.value.hasPrefix("/") else { return .folder(folder.value) }
        // Climbing out is fine; what remains below the site's folder is looked at.
        let place = SourcePath("").resolving(folder.value)
        if let top = place.map({ $0.components.first ?? "" }), ["", "content", "themes", "public"].contains(top) {
            let reason =
                top == ""
                ? "is the site's own folder"
                : top == "public" ? "is where the site is built" : "is where the site is written"
            report(
                TargetRules.place, at: folder.range, "\"\(folder.value)\" \(reason), so it cannot be published there",
                advice: "name another folder, such as ../www")
            return nil
        }
        return .folder(folder.value)
    }

    private mutating func branch(_ target: TargetFields, of git: Located<String>) -> PublishingTarget.Place? {
        let branch = target.branch?.value ?? "pages"
        if let place = target.branch?.range, !Self.isBranch(branch) {
            report(
                TargetRules.place, at: place, "\"\(branch)\" cannot be the name of a branch",
                advice: "write letters, digits and hyphens, such as pages")
            return nil
        }
        guard let folder = target.folder else { return .git(remote: git.value, branch: branch, folder: "") }
        guard !folder.value.hasPrefix("/"), let path = SourcePath("").resolving(folder.value),
            path.components.first != ".git"
        else {
            report(
                TargetRules.place, at: folder.range, "\"\(folder.value)\" is no folder within a branch",
                advice: "write a path from the top of the branch, such as docs")
            return nil
        }
        return .git(remote: git.value, branch: branch, folder: path.rawValue)
    }

    private mutating func server(_ place: Located<String>, port: Int?) -> PublishingTarget.Place? {
        let isHere = ["/", "./", "../"].contains { place.value.hasPrefix($0) }
        guard isHere || place.value.contains(":") else {
            report(
                TargetRules.place, at: place.range, "\"\(place.value)\" names no folder of another machine",
                advice: "write user@host:/path; a folder of this machine begins with /, ./ or ../")
            return nil
        }
        return .rsync(place.value, port: port)
    }

    private mutating func remote(_ remote: Located<String>) -> PublishingTarget.Place? {
        guard remote.value.contains(":") else {
            report(
                TargetRules.place, at: remote.range, "\"\(remote.value)\" names no remote of rclone",
                advice: "write its name, a colon and the path, such as s3:bucket; a folder goes under folder:")
            return nil
        }
        return .rclone(remote.value)
    }

    /// Whether git takes a name for a branch (git-check-ref-format).
    private static func isBranch(_ name: String) -> Bool {
        name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix(".lock")
        } && !name.hasSuffix(".") && name != "@"
            && !["..", "@{"].contains(where: { name.contains($0) })
            && name.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value != 0x7F && !"~^:?*[\\".unicodeScalars.contains($0)
            }
    }
}

/// What stands below the name of a target.
private struct TargetFields {
    let folder: Located<String>?
    let git: Located<String>?
    let branch: Located<String>?
    let rsync: Located<String>?
    let port: Located<Port>?
    let rclone: Located<String>?

    init(_ record: inout RecordReader) {
        folder = record.text("folder", "a folder, from the site's own or from /; beside git, one of the branch")
        git = record.text("git", "a remote of the site's repository, or the address of one")
        branch = record.text("branch", "the branch of the pages; pages, if nothing is said")
        rsync = record.text("rsync", "a place that rsync reaches, such as user@host:/srv/www")
        port = record.value("port", as: Port.self, "the port of the ssh server; its usual one, if nothing is said")
        rclone = record.text("rclone", "a place that rclone reaches, such as s3:bucket/path")
    }
}

/// The number of a port.
private struct Port: ScalarValue {
    let number: Int

    init?(text: String) {
        guard let number = Int(text), 1...65_535 ~= number else { return nil }
        self.number = number
    }

    static let expectation = "a number from 1 to 65535, such as 22"
    static let shape = FieldShape.integer
    static let mayContainComma = false
}

/// Rules about where a site is published.
package enum TargetRules {
    package static let place = Rule("site.target", .error, "A publishing target says one place to publish to.")

    package static let all = [place]
}

import PraxisDiagnostics

/// Judges what the system has in a site's folder: what becomes an entry, and what a finding.
struct FileSurvey {
    private var entries: [FileEntry] = []
    private var findings: [Finding] = []
    private var links: [(node: FileNode, target: String)] = []

    /// Takes one thing as the system has it.
    mutating func add(_ node: FileNode) {
        guard hasUsableName(node) else { return }
        switch node.kind {
        case .file:
            addEntry(node, .file)
        case .folder:
            if ["md", "yaml", "yml"].contains(node.path.pathExtension.lowercased()) {
                report(
                    .notAFile, node, "\"\(node.path.name)\" is a folder where a file should be",
                    "rename the folder, or put its text into a file of that name")
            }
            addEntry(node, .folder)
        case .link(let target):
            links.append((node, target))
        case .unreadableFolder(let reason):
            report(
                .unreadable, node, "this folder cannot be read: \(reason)",
                "give the person who builds the site permission to read it")
        case .special:
            report(
                .notAFile, node, "\"\(node.path.name)\" is neither a file nor a folder but a pipe, socket or device",
                "remove it")
        case .unnamable:
            report(.name, node, "\"\(node.path.name)\" is a name that is not UTF-8", "rename it")
        }
    }

    /// Entries and findings, sorted; what concerns several files is found here.
    consuming func result() -> (entries: [FileEntry], findings: [Finding]) {
        resolveLinks()
        entries.sort { $0.path < $1.path }
        findCollisions()
        findTopLevelFiles()
        findings.sort()
        return (entries, findings)
    }

    private mutating func addEntry(_ node: FileNode, _ kind: FileEntry.Kind, source: SourcePath? = nil) {
        entries.append(FileEntry(path: node.path, kind: kind, source: source ?? node.path, stamp: node.stamp))
    }

    private mutating func report(_ rule: Rule, _ node: FileNode, _ message: String, _ advice: String) {
        findings.append(Finding(rule, at: Location(path: Self.shown(node.path)), message, advice: advice))
    }

    // MARK: Names

    private mutating func hasUsableName(_ node: FileNode) -> Bool {
        if node.kind == .unnamable { return true }
        guard let problem = PortableName.problem(in: node.path.name) else { return true }
        let name = Self.shown(SourcePath(String(node.path.name)))
        report(
            problem.isTolerable ? .portability : .name, node, "\"\(name)\" \(problem.description)",
            "rename it with letters, digits and hyphens")
        return problem.isTolerable
    }

    /// A path that can be printed: what nobody could see stands as `�`.
    private static func shown(_ path: SourcePath) -> SourcePath {
        guard !path.rawValue.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return path }
        var text = ""
        for part in path.rawValue.split(separator: "/", omittingEmptySubsequences: false) {
            if !text.isEmpty { text += "/" }
            for scalar in part.unicodeScalars {
                if case .control = PortableName.problem(in: String(scalar)) {
                    text += "\u{FFFD}"
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return SourcePath(text)
    }

    // MARK: Links

    /// A link to a file becomes that file under another name; anything else is refused, so that nothing outside the
    /// listed folders is ever opened, and no chain of links makes a small folder endless.
    private mutating func resolveLinks() {
        if links.isEmpty { return }
        let files = Dictionary(
            entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let targets = Dictionary(
            links.map { ($0.node.path, $0.target) }, uniquingKeysWith: { first, _ in first })
        for (node, target) in links {
            switch Self.destination(of: node.path, target, targets) {
            case .outside:
                report(
                    .link, node, "this link leads to \"\(Self.shown(SourcePath(target)))\", outside the site's folder",
                    "put a copy of the file here")
            case .circle:
                report(.link, node, "this link leads in a circle", "put the file itself here")
            case .path(let path):
                guard let entry = files[path] else {
                    report(
                        .link, node, "this link leads to \"\(Self.shown(path))\", which is no file that Praxis reads",
                        "put a copy of the file here")
                    continue
                }
                guard entry.kind == .file else {
                    report(
                        .link, node, "this link leads to the folder \"\(path)\"; only links to files are followed",
                        "put the files here, or link them one by one")
                    continue
                }
                entries.append(
                    FileEntry(path: node.path, kind: .file, source: entry.source, stamp: entry.stamp))
            }
        }
    }

    private enum Destination {
        case path(SourcePath)
        case outside, circle
    }

    private static func destination(
        of link: SourcePath, _ target: String, _ targets: [SourcePath: String]
    ) -> Destination {
        var (place, target) = (link, target)
        for _ in 0..<16 {
            guard !target.hasPrefix("/"), let path = place.folder.resolving(target) else { return .outside }
            guard let next = targets[path] else { return .path(path) }
            (place, target) = (path, next)
        }
        return .circle
    }

    // MARK: Several files

    /// Names that one system keeps apart and another does not: the second of a folder is reported, with the first.
    private mutating func findCollisions() {
        var first: [FoldedPath: SourcePath] = [:]
        first.reserveCapacity(entries.count)
        for entry in entries {
            guard let other = first.updateValue(entry.path, forKey: FoldedPath(entry.path.rawValue)) else { continue }
            // Where two folders collide, so does all that is in both: once is enough.
            guard entry.path.folder.rawValue.utf8.elementsEqual(other.folder.rawValue.utf8) else { continue }
            let differsInCase = other != entry.path
            findings.append(
                Finding(
                    .collision, at: Location(path: entry.path),
                    "\"\(entry.path.name)\" and \"\(other.name)\" differ only in "
                        + (differsInCase ? "case" : "how a letter is encoded")
                        + ", so many systems cannot keep both",
                    advice: "rename one of them",
                    notes: [Finding.Note("the other one", at: Location(path: other))]))
        }
    }

    private mutating func findTopLevelFiles() {
        for entry in entries where entry.kind == .file && !entry.path.rawValue.utf8.contains(UInt8(ascii: "/")) {
            findings.append(
                Finding(
                    .notAFile, at: Location(path: entry.path), "\"\(entry.path)\" is a file where a folder should be",
                    advice: "rename it, and make a folder of that name"))
        }
    }
}

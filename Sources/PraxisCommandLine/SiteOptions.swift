internal import ArgumentParser
internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel

/// Which site a command works on.
struct SiteOptions: ParsableArguments {
    @Option(
        name: .customLong("site"),
        help: ArgumentHelp(
            "The folder that holds content/; the current one, or the nearest around it, if nothing is said.",
            valueName: "dir"))
    var named: String?

    /// The folder as it was named.
    private var folder: String { named ?? "." }

    /// The site's folder, absolute; fails where it holds no `content/`. Where none was named, a site that the current folder is
    /// in is found, as git finds a repository.
    func files() throws -> DiskFiles {
        let path = URL(fileURLWithPath: folder).standardizedFileURL.path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure.environment(
                "there is no folder \"\(folder)\"; name the folder that holds content/ with --site")
        }
        guard isFolder.boolValue else {
            throw Failure.environment("\"\(folder)\" is a file; name the folder that holds content/ with --site")
        }
        guard FileManager.default.fileExists(atPath: path + "/content", isDirectory: &isFolder), isFolder.boolValue
        else {
            if named == nil, let site = Self.site(around: path) {
                let console = Console.current
                if console.isInteractive { console.say("Working on the site in \(site).") }
                return DiskFiles(root: site)
            }
            let advice =
                "go to the folder that holds it, name it with --site, or make a new site with: praxis init my-site"
            throw Failure.environment("there is no content/ in \"\(folder == "." ? path : folder)\"; \(advice)")
        }
        return DiskFiles(root: path)
    }

    /// Whether a folder holds a site, and is not the current one.
    static func isSite(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/content/site.yaml")
            && URL(fileURLWithPath: folder).standardizedFileURL != URL(fileURLWithPath: ".").standardizedFileURL
    }

    /// Whether the site is one that the current folder is in, and not named.
    var isAround: Bool {
        named == nil && !FileManager.default.fileExists(atPath: "content") && Self.siteAround != nil
    }

    /// The nearest site that the current folder is in, but for the folder itself.
    static var siteAround: String? { site(around: URL(fileURLWithPath: ".").standardizedFileURL.path) }

    /// The paths of two things in the site, from its folder, where the first was named as it is seen from the current folder.
    func pathsFromSite(_ first: String, _ second: String) -> (String, String) {
        guard isAround, FileManager.default.fileExists(atPath: first), let site = Self.siteAround else {
            return (first, second)
        }
        func fromSite(_ path: String) -> String {
            if path.hasPrefix("content/") { return path }
            let whole = URL(fileURLWithPath: path).standardizedFileURL.path
            return whole.hasPrefix("\(site)/") ? String(whole.dropFirst(site.count + 1)) : path
        }
        return (fromSite(first), fromSite(second))
    }

    /// A file or folder of the site: named as it is seen from the current folder, or from the site's, with or without `content/`.
    func path(of name: String, in files: DiskFiles) throws -> SourcePath {
        let here = URL(fileURLWithPath: name).standardizedFileURL.path
        let plain = name.hasPrefix("/") ? nil : SourcePath("").resolving(name)?.rawValue
        var places = plain.map { ["\(files.root)/\($0)", "\(files.root)/content/\($0)"] } ?? []
        if "\(here)/".hasPrefix("\(files.root)/") { places.insert(here, at: 0) }
        if let place = places.first(where: { FileManager.default.fileExists(atPath: $0) }) {
            return SourcePath(String(place.dropFirst(files.root.count + 1)))
        }
        guard !FileManager.default.fileExists(atPath: here) else {
            throw Failure.wrongUse(
                "\"\(name)\" is not in the site in \(files.root); name the folder of its site with --site")
        }
        let near = Suggestion.nearest(to: plain ?? name, among: Self.names(in: files)).first
        throw Failure.wrongUse("there is no \"\(name)\" in the site" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }

    /// The files and folders of the content, without `content/`.
    private static func names(in files: DiskFiles) -> [String] {
        FileManager.default.enumerator(atPath: "\(files.root)/content")?.compactMap { $0 as? String }.sorted() ?? []
    }

    /// The nearest folder above a path that is a site's.
    ///
    /// - Returns: Its path, absolute.
    private static func site(around path: String) -> String? {
        var folder = URL(fileURLWithPath: path)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("content/site.yaml").path) {
                return folder.path
            }
        }
        return nil
    }
}

/// For which day a site is built.
struct DateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Build as if it were this day.", valueName: "yyyy-mm-dd"))
    var today: String?

    /// The day that was named.
    var day: Day? { today.flatMap { BuildOptions.day($0) } }

    func validate() throws {
        if let today, day == nil {
            throw ValidationError("\"\(today)\" is not a day; write --today 2026-03-31")
        }
        let name = BuildOptions.epochVariable
        if let epoch = ProcessInfo.processInfo.environment[name], !epoch.isEmpty,
            BuildOptions.day(ofEpoch: epoch) == nil
        {
            throw ValidationError("\(name) is \"\(epoch)\"; it takes whole seconds since 1970, such as 1774915200")
        }
    }
}

/// What a build takes for given.
struct BuildingOptions: ParsableArguments {
    @Flag(help: "Put drafts and pages outside their dates on the site too.")
    var drafts = false

    @OptionGroup var date: DateOptions

    @Option(help: ArgumentHelp("How many threads work at a time; all cores if nothing is said.", valueName: "n"))
    var threads: Int?

    func validate() throws {
        if let threads, !(1...256 ~= threads) { throw ValidationError("--threads takes a number from 1 to 256") }
    }

    func options(includesDrafts: Bool? = nil, isRecorded: Bool = false) -> BuildOptions {
        BuildOptions(
            includesDrafts: includesDrafts ?? drafts, today: date.day, threads: threads,
            isRecorded: isRecorded)
    }
}

/// Where a build goes.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(
            "The folder to build into; public in the site's folder if nothing is said.", valueName: "dir"))
    var folder: String?
}

/// What a build takes over from the one before it.
struct CachingOptions: ParsableArguments {
    @Flag(
        name: .customLong("fresh"),
        help: "Make every page anew, instead of leaving those as they are that nothing has changed for.")
    var isFresh = false
}

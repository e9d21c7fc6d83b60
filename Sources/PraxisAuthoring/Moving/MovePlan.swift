internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel

/// Which files get another place, before anything is said about what names them.
struct MovePlan {
    let moves: [FileEdits.Move]

    /// Works out what a person means who moves one thing to another place.
    ///
    /// - Parameters:
    ///   - from: A file or folder, with or without `content/` in front.
    ///   - to: Its new place, or a folder that is there.
    init(from: SourcePath, to: SourcePath, in sources: SiteSources) throws(AuthoringError) {
        let names = FileNames(of: sources)
        let source = Self.inContent(from)
        var target = Self.inContent(to)
        guard source != Placement.contentFolder, target != Placement.contentFolder || to.rawValue.hasSuffix("/") else {
            throw AuthoringError("content/ itself stays where it is", advice: "name a file or folder in it")
        }
        let isFile = names.files.contains(source)
        guard isFile || names.folders.contains(source) else {
            let near = names.nearest(to: source)
            throw AuthoringError("there is no \(source)", advice: near.map { "did you mean \($0)?" })
        }
        let holdsKind = !isFile && Self.isFolderOfKind(source)
        let isInto = names.folders.contains(target) || (isFile && to.rawValue.hasSuffix("/"))
        if isInto, !(holdsKind && Self.isFolderOfKind(target) && target.name == source.name) {
            target = target.appending(source.name)
        }
        let isPage = source.pathExtension == "md" || sources.refused.contains(source)
        if isFile, isPage, target.pathExtension.isEmpty { target = SourcePath("\(target).md") }
        guard source != target else { throw AuthoringError("\(source) is there already") }
        if holdsKind, Self.isFolderOfKind(target), names.folders.contains(target) {
            moves = try Self.joining(source, with: target, names)
            return
        }
        if names.files.contains(target) || names.folders.contains(target) {
            throw AuthoringError("\(target) is there already", advice: "choose another name, or move that one first")
        }
        guard !target.rawValue.hasPrefix("\(source)/") else {
            throw AuthoringError("\(source) cannot be moved into itself")
        }
        moves = isFile ? try Self.file(source, to: target, sources) : [FileEdits.Move(from: source, to: target)]
    }

    /// Whether it is a community's folder for one kind of page: `content/communities/agile/guides`.
    private static func isFolderOfKind(_ path: SourcePath) -> Bool {
        let parts = path.components
        return parts.count == 4 && parts[1] == "communities"
            && PageKind.insideCommunities.contains { $0.communityFolder == String(parts[3]) }
    }

    /// Everything in a folder of pages, to such a folder that another community has already.
    private static func joining(
        _ source: SourcePath, with target: SourcePath, _ names: FileNames
    ) throws(AuthoringError) -> [FileEdits.Move] {
        let parts = (names.files.union(names.folders)).filter { $0.folder == source }.sorted()
        for part in parts {
            let place = target.appending(part.name)
            if names.files.contains(place) || names.folders.contains(place) {
                throw AuthoringError(
                    "\(place) is there already", advice: "give \(part) another name first, then move the folder")
            }
        }
        return parts.map { FileEdits.Move(from: $0, to: target.appending($0.name)) }
    }

    /// A path with `content/` in front and no slash at the end.
    static func inContent(_ path: SourcePath) -> SourcePath {
        let parts = path.components.filter { $0 != "." }
        let inside = parts.first == "content" ? parts[...] : ["content"] + parts
        return SourcePath(inside.joined(separator: "/"))
    }

    /// A file, and of a page its translations too.
    private static func file(
        _ source: SourcePath, to target: SourcePath, _ sources: SiteSources
    ) throws(AuthoringError) -> [FileEdits.Move] {
        let only = FileEdits.Move(from: source, to: target)
        guard let entry = sources.catalogue.entry(of: source) else {
            if sources.refused.contains(source), case .refused(let finding) = Placement.outcome(for: target) {
                throw AuthoringError("\(target): \(finding.message)", advice: finding.advice)
            }
            return [only]
        }
        if entry.placement.translation != nil {
            throw AuthoringError(
                "\(source) is a translation, which stays beside its original",
                advice: "move \(source.stem).md; its translations go along")
        }
        switch entry.kind {
        case .home: throw AuthoringError("the home page stays where it is")
        case .topic:
            throw AuthoringError(
                "a topic's file bears its identifier in topics.yaml",
                advice: "change the identifier there and in the pages that have the topic, then rename the file")
        case .community, .programme:
            throw AuthoringError(
                "a \(entry.kind.rawValue) is a folder",
                advice: "move the folder: praxis move \(source.folder) \(target.folder)")
        default: break
        }
        guard target.pathExtension == "md" else {
            throw AuthoringError("a page's file ends with .md, and \(target.name) does not")
        }
        let base = target.rawValue.dropLast(".md".count)
        let translations = sources.catalogue.entries.filter { other in
            other.placement.translation != nil && other.placement.route == entry.placement.route
        }
        return [only]
            + translations.map {
                FileEdits.Move(from: $0.source, to: SourcePath("\(base).\($0.placement.translation ?? "").md"))
            }
    }
}

/// The files and folders of a site that are known, those that are not read because of their names included.
struct FileNames {
    let files: Set<SourcePath>
    let folders: Set<SourcePath>

    init(of sources: SiteSources) {
        files = Set(sources.catalogue.entries.map(\.source)).union(sources.context.attachments.keys)
            .union(sources.refused)
        var folders: Set<SourcePath> = [Placement.contentFolder]
        for file in files {
            var folder = file.folder
            while !folder.rawValue.isEmpty, folders.insert(folder).inserted { folder = folder.folder }
        }
        self.folders = folders
    }

    /// The file or folder that is meant by a path where none is: one of a like name, else one of a like path.
    func nearest(to path: SourcePath) -> SourcePath? {
        let name = Suggestion.Word(path.name)
        let whole = Suggestion.Word(path.rawValue)
        // A name without an ending is a folder's, or a file's whose ending is left out.
        let known = path.pathExtension.isEmpty ? files.union(folders) : files
        let near = known.compactMap { file -> (name: Int, whole: Int, file: SourcePath)? in
            guard let distance = name.distance(to: file.name) else { return nil }
            let isHere = file.folder == path.folder
            return (isHere ? distance : distance + 1, whole.distance(to: file.rawValue) ?? .max, file)
        }
        return near.min { ($0.name, $0.whole, $0.file) < ($1.name, $1.whole, $1.file) }?.file
            ?? Suggestion.nearest(to: path.rawValue, among: known.map(\.rawValue)).first.map { SourcePath($0) }
    }
}

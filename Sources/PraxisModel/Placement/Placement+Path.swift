package import PraxisDiagnostics

extension Placement {
    /// Says what a file below `content/` is for.
    package static func outcome(for path: SourcePath) -> Outcome {
        switch path {
        case settingsFile: return .settings
        case topicsFile: return .topics
        default: break
        }
        if let finding = misnamed(path) { return .refused(finding) }
        let parts = path.components.dropFirst().map(String.init)
        guard path.pathExtension == "md" else {
            return .attachment(Route("/\(parts.joined(separator: "/"))"))
        }
        return PathReader(path: path, folders: Array(parts.dropLast())).outcome
    }

    /// Files whose name is nearly right and would silently do nothing.
    private static func misnamed(_ path: SourcePath) -> Finding? {
        let (name, ending) = (path.name, path.pathExtension)
        if ending == "md" { return nil }
        if ending.isEmpty, path.components.count == 2, GeneratedRoutes.topFolders[String(name)] != nil {
            return Finding(
                .filePlace, at: Location(path: path), "this is a file where a folder should be",
                advice: "rename it, and make a folder \(name)/ with a file for each of them")
        }
        if let finding = strayCopy(path) { return finding }
        let advice: String
        switch (path.rawValue, ending.lowercased()) {
        case ("content/site.yml", _): advice = "rename it to site.yaml"
        case ("content/topics.yml", _), ("content/topic.yaml", _): advice = "rename it to topics.yaml"
        case (_, "md"), (_, "markdown"), (_, "mdown"), (_, "mkd"):
            advice = "rename it to \(path.stem).md"
        default: return nil
        }
        return Finding(.fileName, at: Location(path: path), "a file of this name is not read", advice: advice)
    }

    /// A file that is read under its first name, and that an editor or a system has given an ending more.
    private static func strayCopy(_ path: SourcePath) -> Finding? {
        let ending = path.pathExtension.lowercased()
        guard ["txt", "text", "bak", "backup", "old", "orig", "save", "copy", "tmp", "rej"].contains(ending) else {
            return nil
        }
        let original = SourcePath(String(path.rawValue.dropLast(ending.count + 1)))
        let isRead =
            ["md", "markdown"].contains(original.pathExtension.lowercased())
            || [settingsFile, topicsFile].contains(original)
        guard isRead else { return nil }
        let end = original.pathExtension
        let name = "\(original.name.dropLast(end.count))\(end == "yaml" ? "yaml" : "md")"
        return Finding(
            .fileName, at: Location(path: path), "a file of this name is not read, and not published either",
            advice: ending.hasPrefix("t") && ending != "tmp"
                ? "rename it to \(name)" : "rename it to \(name), or take it out of content/")
    }

    /// What is wrong with the place of a plain page in a folder that bears nearly the name of one for a kind of page;
    /// `nil` where it bears another.
    ///
    /// - Parameter hasOtherFields: Whether the page has fields that a plain page has not.
    static func finding(forFolderOf path: SourcePath, hasOtherFields: Bool) -> Finding? {
        let folders = path.folder.components.dropFirst().map(String.init)
        let communityFolders = PageKind.insideCommunities.compactMap(\.communityFolder)
        guard let top = folders.first else { return nil }
        let name: String
        let advice: String
        if top == "communities" {
            guard folders.count > 2, !communityFolders.contains(folders[2]),
                let near = Suggestion.nearest(to: folders[2], among: communityFolders).first
            else { return nil }
            (name, advice) = (folders[2], "did you mean the folder \(near)/?")
        } else if communityFolders.contains(top) {
            (name, advice) = (top, "move it to content/communities/NAME/\(top)/")
        } else {
            let known = ["communities", "people", "topics", "programmes", "opportunities"]
            guard !known.contains(top),
                let near = otherFolders[top] ?? Suggestion.nearest(to: top, among: known).first
            else { return nil }
            (name, advice) = (top, "did you mean the folder \(near)/?")
        }
        return Finding(
            hasOtherFields ? .filePlace : .folderName, at: Location(path: path),
            "in the folder \(name)/ of \(top == "communities" ? "a community" : "content/") this is a plain page",
            advice: advice)
    }

    /// What people call folders at the top, where no few letters lead from one name to the other.
    private static let otherFolders = [
        "person": "people", "persons": "people", "members": "people", "program": "programmes", "programs": "programmes",
    ]
}

/// Reads the path of one Markdown file.
private struct PathReader {
    let path: SourcePath
    /// Between `content/` and the name.
    let folders: [String]

    private var location: Location { Location(path: path) }

    var outcome: Placement.Outcome {
        let names = path.name.dropLast(".md".count).split(separator: ".", omittingEmptySubsequences: false)
        guard names.count <= 2, let first = names.first else { return refusedName(String(path.name)) }
        if first != "readme", first.lowercased() == "readme" {
            return refusedName(
                String(path.name.dropLast(".md".count)), advice: "rename it to index.md, or take it out of content/")
        }
        let translation = names.count == 2 ? String(names[1]) : nil
        if let translation, !LanguageTag.isWellFormed(translation) {
            let language = translation.lowercased()
            let name = Slug.suggestion(for: first)
            return refusedName(
                String(path.name),
                advice: LanguageTag.isWellFormed(language) && !name.isEmpty
                    ? "rename it to \(name).\(language).md" : nil)
        }
        for folder in folders where !Slug.isValid(folder) {
            return refusedName(folder, isFolder: true)
        }
        guard Slug.isValid(String(first)) else {
            return refusedName(String(first), ending: path.name.dropFirst(first.count))
        }
        return place(String(first), translation)
    }

    private func place(_ name: String, _ translation: String?) -> Placement.Outcome {
        func page(
            _ kind: PageKind, slug: String? = nil, community: String? = nil, programme: String? = nil,
            number: Int? = nil, _ route: Route
        ) -> Placement.Outcome {
            .page(
                Placement(
                    kind: kind, slug: slug ?? name, community: community, programme: programme, sessionNumber: number,
                    translation: translation, route: route))
        }
        let isIndex = name == "index"
        let plain = Route("/" + (folders + (isIndex ? [] : [name])).map { "\($0)/" }.joined())

        switch (folders.first, folders.count) {
        case (nil, _):
            return isIndex ? page(.home, slug: "", .home) : page(.page, plain)
        case ("people", 1) where !isIndex: return page(.person, plain)
        case ("topics", 1) where !isIndex: return page(.topic, plain)
        case ("opportunities", 1) where !isIndex: return page(.opportunity, plain)
        case ("people", 2), ("topics", 2), ("opportunities", 2):
            return refused(
                "files of \(folders[0]) lie directly in \(folders[0])/",
                advice: "move it to content/\(folders[0])/\(isIndex ? folders[1] : name).md")
        case ("communities", 1), ("programmes", 1):
            let thing = folders[0] == "communities" ? "community" : "programme"
            return refused(
                "a \(thing) is a folder with a file index.md in it",
                advice: "move it to content/\(folders[0])/\(isIndex ? "NAME" : name)/index.md")
        case ("programmes", 2):
            let programme = folders[1]
            if isIndex { return page(.programme, slug: programme, programme: programme, plain) }
            let digits = name.prefix { $0.isNumber }
            guard digits.utf8.count <= 6, let number = Int(digits), name.dropFirst(digits.count).hasPrefix("-") else {
                return page(.page, programme: programme, plain)
            }
            let slug = String(name.dropFirst(digits.count + 1))
            guard !slug.isEmpty else { return refusedName(name) }
            return page(
                .session, slug: slug, programme: programme, number: number, Route("/programmes/\(programme)/\(slug)/"))
        case ("communities", 2):
            return isIndex
                ? page(.community, slug: folders[1], community: folders[1], plain)
                : page(.page, community: folders[1], plain)
        case ("communities", _):
            guard let kind = PageKind.insideCommunities.first(where: { $0.communityFolder == folders[2] }) else {
                return page(.page, slug: isIndex ? folders.last : nil, community: folders[1], plain)
            }
            guard folders.count == 3, !isIndex else {
                return refused(
                    "files of \(folders[2]) lie directly in \(folders[2])/",
                    advice:
                        "move it to \(folders[..<3].joined(separator: "/"))/\(isIndex ? folders.last ?? "" : name).md")
            }
            return page(kind, community: folders[1], plain)
        default:
            return page(.page, slug: isIndex ? folders.last : nil, plain)
        }
    }

    private func refused(_ message: String, advice: String) -> Placement.Outcome {
        .refused(Finding(.filePlace, at: location, message, advice: advice))
    }

    /// - Parameter ending: What follows the part in the name of its file.
    private func refusedName(
        _ part: String, isFolder: Bool = false, ending: Substring = ".md", advice: String? = nil
    ) -> Placement.Outcome {
        let repaired = Slug.suggestion(for: part.hasSuffix(".md") ? String(part.dropLast(3)) : part)
        let rename = isFolder ? "rename the folder to \(repaired)" : "rename it to \(repaired)\(ending)"
        return .refused(
            Finding(
                .fileName, at: location, "\"\(part)\" cannot be an address: names have a–z, 0–9 and hyphens",
                advice: advice ?? (repaired.isEmpty ? "choose another name" : rename)))
    }
}

extension Rule {
    /// What names are.
    package static let fileName = Rule("page.name", .error, "Names of files and folders have a–z, 0–9 and hyphens.")
    static let folderName = Rule(
        "page.folder", .advice, "A folder that bears nearly the name of one for a kind of page is called so.")
    static let filePlace = Rule("page.place", .error, "The folder that a file is in says what kind of thing it is.")
}

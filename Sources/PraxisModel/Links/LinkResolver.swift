package import PraxisDiagnostics
package import PraxisMarkdown

/// Follows the links and images in the text of pages to where they lead on the site.
///
/// An immutable value: pages may be followed in any order and on any thread.
package struct LinkResolver: Sendable {
    private var catalogue: Catalogue
    /// Files that are copied, by their path.
    private let attachments: [SourcePath: Attachment]
    /// The identifiers of the headings of each page.
    private var anchors: [SourcePath: Set<String>]
    /// Paths in small letters, for those that differ in case only.
    private let pathsByFolded: [String: SourcePath]
    private let topics: Set<TopicID>

    package init(
        catalogue: Catalogue, attachments: [SourcePath: Attachment], anchors: [SourcePath: Set<String>],
        topics: Set<TopicID>
    ) {
        self.catalogue = catalogue
        self.anchors = anchors
        self.topics = topics
        self.attachments = attachments
        let paths = catalogue.entries.map(\.source) + attachments.keys.sorted()
        pathsByFolded = Dictionary(
            paths.map { ($0.rawValue.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same resolver, which notes what is asked of its catalogue.
    package func noting(in log: CatalogueLog) -> LinkResolver {
        var resolver = self
        resolver.catalogue = catalogue.noting(in: log)
        return resolver
    }

    /// The same resolver on a catalogue with other names.
    ///
    /// - Parameter changed: The identifiers of the headings of pages whose headings may have changed.
    package func renaming(_ catalogue: Catalogue, anchors changed: [SourcePath: Set<String>]) -> LinkResolver {
        var resolver = self
        resolver.catalogue = catalogue
        resolver.anchors.merge(changed) { $1 }
        return resolver
    }

    /// Where each link and image of a document leads, in its order, and what is wrong with them.
    package func targets(of document: MarkdownDocument) -> (targets: [LinkTarget], findings: [Finding]) {
        var reader = LinkReader(document: document)
        let targets = document.links.map { link in
            let target = self.target(of: link, &reader)
            if link.isImage, document.text(of: link).allSatisfy(\.isWhitespace) {
                reader.report(
                    LinkRules.noAlternative, at: link, "this image says nothing to those who cannot see it",
                    advice: "write what it shows between the square brackets")
            }
            return target
        }
        return (targets, reader.allFindings)
    }

    private func target(of link: MarkdownLink, _ reader: inout LinkReader) -> LinkTarget {
        switch HTML.kind(ofAddress: link.destination) {
        case .mail, .telephone: return .external(link.destination)
        case .web:
            if let local = LocalAddress(link.destination) {
                report(local, of: link, &reader)
            } else if link.isImage, let name = Self.pictureName(of: link.destination) {
                reader.report(
                    LinkRules.imageElsewhere, at: link,
                    "a picture from elsewhere becomes a link, since a page asks nobody but its own site",
                    advice: "save it beside this page, and write \(name)")
            }
            return .external(link.destination)
        case .unsafe:
            if let name = LocalAddress.fileName(of: link.destination) {
                reader.report(
                    LinkRules.unsafe, at: link, "this is a file on somebody's own computer, which readers do not have",
                    advice: "put a copy of it beside this page, and link to it as \(name.replacing(" ", with: "%20"))")
                return .text
            }
            reader.report(
                LinkRules.unsafe, at: link, "\"\(link.destination)\" is an address that readers must not be sent to",
                advice: "link to http, https, mailto, tel or a page of this site")
            return .text
        case .relative: break
        }
        let address = RelativeAddress(link.destination)
        if address.path.isEmpty {
            return page(at: reader.source, address.fragment, of: link, &reader)
        }
        guard let path = address.file(from: reader.source) else {
            reader.report(
                LinkRules.noFile, at: link, "\"\(address.path)\" leads out of the site's content",
                advice: "link to a file below content/")
            return .text
        }
        if catalogue.entry(of: path) != nil { return page(at: path, address.fragment, of: link, &reader) }
        if let attachment = attachments[path] {
            return .attachment(attachment.route, size: attachment.imageSize)
        }
        let index = path.appending("index.md")
        if catalogue.entry(of: index) != nil { return page(at: index, address.fragment, of: link, &reader) }
        if let route = generatedRoute(path) { return .route(route, fragment: address.fragment) }
        reportMissing(path, address, of: link, &reader)
        return .text
    }

    /// The name of the picture that an address is of; `nil` where it may be of something else, such as a film.
    private static func pictureName(of address: String) -> String? {
        let file = SourcePath(RelativeAddress(address).path)
        return PictureForm(ending: file.pathExtension.lowercased()) == nil
            ? nil : String(file.name).replacing(" ", with: "%20")
    }

    /// Points out an address of one's own computer, which is most likely copied out of a preview.
    private func report(_ local: LocalAddress, of link: MarkdownLink, _ reader: inout LinkReader) {
        let page = catalogue.entry(at: local.route)
        reader.report(
            LinkRules.ownComputer, at: link, "\"\(link.destination)\" leads readers to their own computers",
            advice: page.map { "link to the page's file: \($0.source.relative(toFolder: reader.source.folder))" }
                ?? "link to the .md file of the page, or to an address that others can open")
    }

    /// A page of the site and a heading on it.
    private func page(
        at path: SourcePath, _ fragment: String?, of link: MarkdownLink, _ reader: inout LinkReader
    ) -> LinkTarget {
        guard let entry = catalogue.entry(of: path) else { return .text }
        guard let page = entry.page else {
            if path != reader.source {
                reader.report(
                    LinkRules.hidden, at: link,
                    "\"\(entry.title)\" is \(entry.visibility.reason), so this stands as plain text", advice: nil)
            }
            return .text
        }
        if let fragment, !fragment.isEmpty, let known = anchors[path], !known.contains(fragment) {
            let nearest = reader.suggestion(for: "\(path)#\(fragment)") {
                Suggestion.nearest(to: fragment, among: known).first
            }
            reader.report(
                LinkRules.noHeading, at: link, "no heading \"#\(fragment)\" in \(path)",
                advice: nearest.map { "did you mean \"#\($0)\"?" }
                    ?? "a heading's name is its text in small letters with hyphens for spaces")
        }
        return .page(page, fragment: fragment)
    }

    /// The address of a list, where a path names one: `../../library/`.
    private func generatedRoute(_ path: SourcePath) -> Route? {
        let parts = path.components.dropFirst()
        let route = Route("/" + parts.map { "\($0)/" }.joined())
        if parts.first == "topics", parts.count == 2, topics.contains(TopicID(String(parts[2]))) { return route }
        if let entry = catalogue.entry(at: route), entry.page != nil { return route }
        guard GeneratedRoutes.isForReaders(route) else { return nil }
        if parts.first == "communities", parts.count == 3 {
            return catalogue.entry(of: SourcePath("content/communities/\(parts[2])/index.md")).flatMap { _ in route }
        }
        return route
    }

    private func reportMissing(
        _ path: SourcePath, _ address: RelativeAddress, of link: MarkdownLink, _ reader: inout LinkReader
    ) {
        let folder = reader.source.folder
        if let spelled = pathsByFolded[path.rawValue.lowercased()] {
            reader.report(
                LinkRules.wrongCase, at: link, "the file is called \"\(spelled.name)\", not \"\(path.name)\"",
                advice: "write \(spelled.relative(toFolder: folder))")
            return
        }
        if let advice = address.adviceToAddScheme {
            reader.report(
                LinkRules.noFile, at: link, "no \(link.isImage ? "image" : "file") \"\(address.path)\"",
                advice: advice)
        } else if let page = Self.page(named: path) {
            let nearest = reader.suggestion(for: path.rawValue) {
                // A page of that name is certainly meant where an address stands instead of its file.
                let index = path.folder.appending("\(path.stem)/index.md")
                if !["", "md"].contains(path.pathExtension),
                    let certain = [page, index].first(where: { catalogue.entry(of: $0) != nil })
                {
                    return "write \(certain.relative(toFolder: folder))"
                }
                return catalogue.nearestFiles(to: page).first.map {
                    "did you mean \($0.relative(toFolder: folder))?"
                }
            }
            reader.report(
                LinkRules.noPage, at: link, "no page \"\(address.path)\"",
                advice: nearest ?? "link to the .md file of a page, from where this file is")
        } else {
            let nearest = reader.suggestion(for: path.rawValue) {
                nearestAttachment(to: path).map { "did you mean \($0.relative(toFolder: folder))?" }
            }
            reader.report(
                LinkRules.noFile, at: link, "no \(link.isImage ? "image" : "file") \"\(address.path)\"",
                advice: nearest ?? "put the file beside this page, under that name")
        }
    }

    /// The file of the page that a path may mean: one that ends in `.md` or in nothing, or in `.html` as addresses do.
    private static func page(named path: SourcePath) -> SourcePath? {
        switch path.pathExtension {
        case "md": path
        case "": SourcePath("\(path).md")
        case "html", "htm": path.folder.appending("\(path.stem).md")
        default: nil
        }
    }

    /// The copied file whose name is nearest to one that is not there, one of the same folder before others.
    private func nearestAttachment(to path: SourcePath) -> SourcePath? {
        let name = Suggestion.Word(path.name)
        let stem = Suggestion.Word(path.stem)
        let near = attachments.keys.compactMap { file -> (distance: Int, file: SourcePath)? in
            guard let distance = name.distance(to: file.name), stem.distance(to: file.stem) != nil else { return nil }
            return (file.folder == path.folder ? distance : distance + 1, file)
        }
        return near.min { ($0.distance, $0.file) < ($1.distance, $1.file) }?.file
    }
}

/// What is wrong with the links of one document.
private struct LinkReader {
    let document: MarkdownDocument
    private var findings: [Finding] = []
    /// How many findings have no place of their own, by rule.
    private var others: [Rule: Int] = [:]
    /// What was looked for among all names, with what was found.
    private var suggestions: [String: String?] = [:]
    /// How many findings are told with their place.
    private let mostPlaces: Int

    /// How many names are looked for among all names of the site.
    private static let mostSuggestions = 50

    init(document: MarkdownDocument) {
        self.document = document
        // Each place is looked for from the start of the file, so a long page has fewer.
        mostPlaces = min(200, max(20, (1 << 24) / (document.source.bytes.count + 1)))
    }

    var source: SourcePath { document.source.path }

    /// All that was reported, with one finding for each rule that is broken more often than can be shown.
    var allFindings: [Finding] {
        findings
            + others.sorted { $0.key.id < $1.key.id }.map { rule, count in
                Finding(
                    rule, at: Location(path: source),
                    "\(count) more \(count == 1 ? "link of this page breaks" : "links of this page break") this rule",
                    advice: "mend those that are shown, and check again")
            }
    }

    /// What is near to a name that leads nowhere, looked for once for each name.
    mutating func suggestion(for name: String, _ look: () -> String?) -> String? {
        if let known = suggestions[name] { return known }
        guard suggestions.count < Self.mostSuggestions else { return nil }
        let found = look()
        suggestions.updateValue(found, forKey: name)
        return found
    }

    mutating func report(_ rule: Rule, at link: MarkdownLink, _ message: String, advice: String?) {
        guard findings.count < mostPlaces else {
            others[rule, default: 0] += 1
            return
        }
        findings.append(Finding(rule, at: document.location(ofDestination: link), message, advice: advice))
    }
}

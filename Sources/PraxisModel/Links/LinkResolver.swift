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
        var findings: [Finding] = []
        let targets = document.links.map { link in
            var reader = LinkReader(link: link, document: document)
            let target = self.target(&reader)
            if link.isImage, document.text(of: link).allSatisfy(\.isWhitespace) {
                reader.report(
                    LinkRules.noAlternative, "this image says nothing to those who cannot see it",
                    advice: "write what it shows between the square brackets")
            }
            findings += reader.findings
            return target
        }
        return (targets, findings)
    }

    private func target(_ reader: inout LinkReader) -> LinkTarget {
        let link = reader.link
        switch HTML.kind(ofAddress: link.destination) {
        case .web, .mail, .telephone: return .external(link.destination)
        case .unsafe:
            reader.report(
                LinkRules.unsafe, "\"\(link.destination)\" is an address that readers must not be sent to",
                advice: "link to http, https, mailto, tel or a page of this site")
            return .text
        case .relative: break
        }
        let address = RelativeAddress(link.destination)
        if address.path.isEmpty {
            return page(at: reader.source, address.fragment, &reader)
        }
        guard let path = address.file(from: reader.source) else {
            reader.report(
                LinkRules.noFile, "\"\(address.path)\" leads out of the site's content",
                advice: "link to a file below content/")
            return .text
        }
        if catalogue.entry(of: path) != nil { return page(at: path, address.fragment, &reader) }
        if let attachment = attachments[path] {
            return .attachment(attachment.route, size: attachment.imageSize)
        }
        let index = path.appending("index.md")
        if catalogue.entry(of: index) != nil { return page(at: index, address.fragment, &reader) }
        if let route = generatedRoute(path) { return .route(route, fragment: address.fragment) }
        reportMissing(path, address, &reader)
        return .text
    }

    /// A page of the site and a heading on it.
    private func page(at path: SourcePath, _ fragment: String?, _ reader: inout LinkReader) -> LinkTarget {
        guard let entry = catalogue.entry(of: path) else { return .text }
        guard let page = entry.page else {
            if path != reader.source {
                reader.report(
                    LinkRules.hidden, "\"\(entry.title)\" is \(entry.visibility.reason), so this stands as plain text",
                    advice: nil)
            }
            return .text
        }
        if let fragment, !fragment.isEmpty, let known = anchors[path], !known.contains(fragment) {
            let nearest = Suggestion.nearest(to: fragment, among: known)
            reader.report(
                LinkRules.noHeading, "no heading \"#\(fragment)\" in \(path)",
                advice: nearest.first.map { "did you mean \"#\($0)\"?" }
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

    private func reportMissing(_ path: SourcePath, _ address: RelativeAddress, _ reader: inout LinkReader) {
        if let spelled = pathsByFolded[path.rawValue.lowercased()] {
            reader.report(
                LinkRules.wrongCase, "the file is called \"\(spelled.name)\", not \"\(path.name)\"",
                advice: "write \(spelled.relative(toFolder: reader.source.folder))")
            return
        }
        if path.pathExtension == "md" || path.pathExtension.isEmpty {
            let nearest = catalogue.nearestFiles(to: path.pathExtension == "md" ? path : SourcePath("\(path).md"))
            reader.report(
                LinkRules.noPage, "no page \"\(address.path)\"",
                advice: nearest.first.map { "did you mean \($0.relative(toFolder: reader.source.folder))?" }
                    ?? "link to the .md file of a page, from where this file is")
        } else {
            let near = Suggestion.nearest(to: path.rawValue, among: attachments.keys.lazy.map(\.rawValue))
            reader.report(
                LinkRules.noFile, "no \(reader.link.isImage ? "image" : "file") \"\(address.path)\"",
                advice: near.first.map { "did you mean \(SourcePath($0).relative(toFolder: reader.source.folder))?" }
                    ?? "put the file beside this page, under that name")
        }
    }
}

/// One link with the document that it stands in, gathering what is wrong with it.
private struct LinkReader {
    let link: MarkdownLink
    let document: MarkdownDocument
    var findings: [Finding] = []

    var source: SourcePath { document.source.path }

    mutating func report(_ rule: Rule, _ message: String, advice: String?) {
        findings.append(Finding(rule, at: document.location(ofDestination: link), message, advice: advice))
    }
}

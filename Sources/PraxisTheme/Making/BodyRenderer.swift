import PraxisMarkdown
import PraxisModel

/// Turns a page's text into markup for one place on the site: the only file that knows how Markdown renders.
struct BodyRenderer {
    private let maker: ViewMaker
    private let page: Page
    private var options = MarkdownHTMLOptions()

    init(_ maker: ViewMaker, page: Page, isSheet: Bool = false) {
        self.maker = maker
        self.page = page
        options.labels = maker.strings.labels
        options.isSheet = isSheet
    }

    /// The whole text without a heading that is the page's title, its headings below a heading of the page's.
    ///
    /// - Parameter depth: How many levels deeper than written; a first-level heading in the text adds one.
    func whole(depth: Int = 0) -> HTML? {
        let document = page.document
        guard !document.isEmpty else { return nil }
        let part = document.bodyAfterLeadingHeading
        let hasTitles = document.headings.contains { $0.level == 1 && $0 != document.leadingHeading }
        return html(of: part, depth: depth + (hasTitles ? 1 : 0))
    }

    /// What stands between two headings, or before the first or after the last.
    func part(after: MarkdownDocument.Heading?, before: MarkdownDocument.Heading?, prefix: String = "") -> HTML? {
        var renderer = self
        renderer.options.identifierPrefix = prefix
        return renderer.html(of: page.document.part(after: after, before: before), depth: 0)
    }

    /// A heading and everything below it to the end.
    func part(from heading: MarkdownDocument.Heading?) -> HTML? {
        html(of: page.document.part(from: heading), depth: 0)
    }

    private func html(of part: MarkdownDocument.Part, depth: Int) -> HTML? {
        guard !part.isEmpty else { return nil }
        var options = options
        options.headingShift = depth
        guard !page.links.isEmpty || !page.lists.isEmpty else {
            return HTML(bytes: page.document.html(of: part, options: options))
        }
        let isWhole = part == page.document.body
        let targets = isWhole ? [:] : targets()
        let requests = Dictionary(zip(page.document.lists, page.lists), uniquingKeysWith: { first, _ in first })
        var position = 0
        let bytes = page.document.html(of: part, options: options) { link in
            defer { position += 1 }
            let target = isWhole ? page.links[safe: position] : targets[link]
            return target.map { resolution(of: $0, isImage: link.isImage) } ?? .text
        } fill: { list in
            // One that cannot be had leaves nothing.
            (requests[list] ?? nil).map { markup(of: $0) } ?? []
        }
        return HTML(bytes: bytes)
    }

    /// A list that the author asked for.
    private func markup(of request: ListRequest) -> [UInt8] {
        var rendering = Rendering(
            views: [maker.inlineList(request).boxed], strings: maker.strings.escaped, root: maker.root)
        rendering.run(maker.inlineListProgram)
        return rendering.output
    }

    private func targets() -> [MarkdownLink: LinkTarget] {
        Dictionary(zip(page.document.links, page.links), uniquingKeysWith: { first, _ in first })
    }

    private func resolution(of target: LinkTarget, isImage: Bool) -> LinkResolution {
        switch target {
        case .external: .asWritten
        case .text: .text
        case .page(let id, let fragment):
            // A heading has its own name in each language, so a link to one stays with the page as written.
            .address(address(fragment == nil ? maker.page(id).route : maker.site[id].route, fragment))
        case .route(let route, let fragment): .address(address(route, fragment))
        case .attachment(let route, let size):
            isImage
                ? .image(maker.href(route), width: size?.width, height: size?.height) : .address(maker.href(route))
        }
    }

    private func address(_ route: Route, _ fragment: String?) -> String {
        guard let fragment, !fragment.isEmpty else { return maker.href(route) }
        return route == maker.route ? "#\(fragment)" : "\(maker.href(route))#\(fragment)"
    }
}

extension BodyRenderer {
    /// The second- and third-level headings of a text; none where there are fewer than two of the second.
    static func toc(of page: Page) -> [TocEntry] {
        var entries: [TocEntry] = []
        for heading in page.document.headings {
            switch heading.level {
            case 2: entries.append(TocEntry(id: heading.anchor, label: heading.text, children: []))
            case 3 where !entries.isEmpty:
                entries[entries.count - 1].children.append(TocLeaf(id: heading.anchor, label: heading.text))
            default: break
            }
        }
        return entries.count > 1 ? entries : []
    }
}

extension Array {
    /// The element at a position, if there is one.
    fileprivate subscript(safe position: Int) -> Element? {
        indices.contains(position) ? self[position] : nil
    }
}

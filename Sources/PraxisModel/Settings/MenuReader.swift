package import PraxisDiagnostics
internal import PraxisMarkdown
internal import PraxisYAML

/// An entry of the site's menu.
package struct MenuItem: Equatable, Sendable, Encodable {
    /// As site.yaml says; `nil` for what the page or list is called, in the reader's language.
    package let title: String?
    package let target: Target

    /// Where it leads.
    package enum Target: Equatable, Sendable, Encodable {
        case page(PageID)
        /// A list or tool of the site, or what stands at one of its addresses, without the language's folder.
        case list(Route)
        case address(String)
    }
}

/// Finds where the entries of the menu lead that site.yaml names.
package struct MenuReader {
    private let catalogue: Catalogue
    private let topics: Set<TopicID>
    private var findings: [Finding] = []

    /// The entries that lead somewhere today, in their order, and what is wrong with the others.
    package static func menu(
        of entries: [Settings.MenuEntry], in catalogue: Catalogue, topics: Set<TopicID>
    ) -> (items: [MenuItem], findings: [Finding]) {
        var reader = MenuReader(catalogue: catalogue, topics: topics)
        let items = entries.compactMap { reader.item($0) }
        return (items, reader.findings)
    }

    private init(catalogue: Catalogue, topics: Set<TopicID>) {
        self.catalogue = catalogue
        self.topics = topics
    }

    private mutating func item(_ entry: Settings.MenuEntry) -> MenuItem? {
        let text = entry.target
        switch HTML.kind(ofAddress: text) {
        case .web, .mail, .telephone:
            guard entry.title != nil else {
                report(entry, "the menu has no word for \"\(text)\"", advice: "write \"title:\" and \"url:\"")
                return nil
            }
            return MenuItem(title: entry.title, target: .address(text))
        case .unsafe:
            report(
                entry, "\"\(text)\" is an address that readers must not be sent to",
                advice: "name a page or a list, or write an address with http, https, mailto or tel")
            return nil
        case .relative: break
        }
        // As a list is called, as an address of the site or as a reference to a page.
        let name = text.split(separator: "/", omittingEmptySubsequences: true).joined(separator: "/")
        let route = Route(name.isEmpty ? "/" : "/\(name)/")
        if route == .home { return MenuItem(title: entry.title, target: .list(route)) }
        if let found = catalogue.entry(at: route) { return page(found, entry) }
        if isList(route) {
            guard entry.title != nil || GeneratedRoutes.lists.contains(name) else {
                report(entry, "the menu has no word for \"\(text)\"", advice: "write \"title:\" and \"url:\"")
                return nil
            }
            return MenuItem(title: entry.title, target: .list(route))
        }
        if text.hasPrefix("/") {
            report(entry, "the site has nothing at \"\(text)\"", advice: advice(nearestTo: name))
            return nil
        }
        switch catalogue.page(text, of: PageKind.allCases, from: Placement.settingsFile) {
        case .found(let found) where found.kind == .home: return MenuItem(title: entry.title, target: .list(.home))
        case .found(let found), .wrongKind(let found): return page(found, entry)
        case .unknown(let nearest):
            report(entry, "no page or list \"\(text)\"", advice: advice(nearestTo: name, besides: nearest))
        case .ambiguous(let references):
            report(
                entry, "\(references.count) pages are called \"\(text)\"",
                advice: "write \(Words.alternatives(references))")
        }
        return nil
    }

    private mutating func page(_ found: CatalogueEntry, _ entry: Settings.MenuEntry) -> MenuItem? {
        if let page = found.page { return MenuItem(title: entry.title, target: .page(page)) }
        findings.append(
            Finding(
                MenuRules.hidden, at: entry.location,
                "\"\(found.title)\" is \(found.visibility.reason), so the menu leaves it out", advice: nil))
        return nil
    }

    private func isList(_ route: Route) -> Bool {
        let parts = route.path.split(separator: "/")
        if parts.count == 2, parts[0] == "topics" { return topics.contains(TopicID(String(parts[1]))) }
        if parts.count == 3, catalogue.entry(at: Route("/\(parts[0])/\(parts[1])/")) == nil { return false }
        return GeneratedRoutes.isForReaders(route)
    }

    private func advice(nearestTo name: String, besides references: [String] = []) -> String {
        let near = Suggestion.nearest(to: name, among: GeneratedRoutes.lists.sorted()) + references
        return near.isEmpty
            ? "name a page as \"communities/agile\", or a list as \"library\""
            : "did you mean \(Words.alternatives(near.map { "\"\($0)\"" }))?"
    }

    private mutating func report(_ entry: Settings.MenuEntry, _ message: String, advice: String) {
        findings.append(Finding(MenuRules.target, at: entry.location, message, advice: advice))
    }
}

/// Rules about the menu.
package enum MenuRules {
    package static let target = Rule(
        "site.menu", .error, "The menu leads to pages and lists of the site, or to addresses elsewhere.")
    package static let hidden = Rule("site.menu-hidden", .advice, "The menu leads to what is on the site today.")

    package static let all = [target, hidden]
}

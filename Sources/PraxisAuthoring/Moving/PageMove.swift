package import PraxisDiagnostics
package import PraxisFiles
internal import PraxisMarkdown
package import PraxisModel

/// Giving a file or folder of the content another place: everything that names it or links to it is mended, and the old
/// address leads to the new one.
package struct PageMove: Sendable {
    package private(set) var edits: FileEdits
    /// What is changed, a line each.
    package private(set) var report: [String]
    /// What could not be mended.
    package private(set) var remaining: [Finding] = []

    /// Works out the changes. Linear in the size of the site.
    ///
    /// - Parameters:
    ///   - from: A file or folder, with or without `content/` in front.
    ///   - to: Its new place, or a folder that is there.
    package init(from: SourcePath, to: SourcePath, in sources: SiteSources) throws(AuthoringError) {
        let plan = try MovePlan(from: from, to: to, in: sources)
        let site = try MovedSite(sources, moves: plan.moves)
        edits = site.edits
        report = plan.moves.map { "\($0.from) → \($0.to)" }
        for (page, decoded) in zip(sources.pages, sources.decoded) {
            mend(page, uses: decoded.uses, in: site)
        }
        if let file = sources.settingsFile { mend(settings: file, in: site) }
    }

    private mutating func mend(_ page: ParsedPage, uses: [ReferenceUse], in site: MovedSite) {
        let source = page.source.path
        var text = FrontMatterText(page)
        for use in Set(uses).sorted(by: { ($0.range.start, $0.text) < ($1.range.start, $1.text) }) {
            guard let name = site.name(for: use, in: source) else { continue }
            text.rename(use, to: name)
            report.append("\(site.place(of: source)):\(use.range.start.line): \(use.text) → \(name)")
        }
        addAlias(to: page, &text, in: site)

        let place = site.place(of: source)
        let addresses = site.addresses(in: page)
        var links = LinkText(SourceText(path: place, bytes: text.changed))
        if !addresses.isEmpty {
            for link in page.document.links {
                guard let new = addresses[link.destination] else { continue }
                let line = page.document.range(ofDestination: link).start.line
                report.append("\(place):\(line): \(link.destination) → \(new)")
            }
            for link in links.replace(addresses) {
                remaining.append(
                    Finding(
                        AuthoringRules.byHand, at: page.document.location(ofDestination: link),
                        "the link to \"\(link.destination)\" could not be changed here",
                        advice: addresses[link.destination].map { "write \($0)" }))
            }
        }
        guard links.source.bytes != page.source.bytes else { return }
        edits.writes.append(FileEdits.Write(path: place, old: page.source.bytes, new: links.source.bytes))
    }

    private mutating func addAlias(to page: ParsedPage, _ text: inout FrontMatterText, in site: MovedSite) {
        let source = page.source.path
        guard let old = site.oldRoute(of: source), let new = site.newRoute(of: source), old != new,
            !page.candidate.isUnlisted
        else { return }
        if text.addAlias(old, insteadOf: new) {
            report.append("\(site.place(of: source)): \(old) leads here")
        } else {
            remaining.append(
                Finding(
                    AuthoringRules.byHand, at: Location(path: source), "the old address \(old) could not be added here",
                    advice: "mend the front matter and add: aliases: \(old)"))
        }
    }

    /// The menu, and files that site.yaml names.
    private mutating func mend(settings file: SourceText, in site: MovedSite) {
        var text = SettingsText(file)
        for mention in text.mentions {
            guard let name = site.settingsName(mention) else { continue }
            text.replace(mention, with: name)
            report.append("\(file.path):\(mention.range.start.line): \(mention.text) → \(name)")
        }
        guard text.changed != file.bytes else { return }
        edits.writes.append(FileEdits.Write(path: file.path, old: file.bytes, new: text.changed))
    }
}

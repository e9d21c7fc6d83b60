package import PraxisDiagnostics
package import PraxisFiles
internal import PraxisMarkdown
package import PraxisModel

/// Taking a person out of a site: profile and photo, every role and mention in front matter, the names above answers, and
/// links to the profile, which become plain text.
///
/// What somebody wrote stays for its readers, under a name that is nobody's; answers go too if that is wished. Who must be
/// named (a curator, a host) is replaced by an owner of the community, an author by a name that is nobody's. The name where
/// it stands in prose is left to people, who are told where.
package struct Forgetting: Sendable {
    package private(set) var edits = FileEdits()
    /// What is changed, a line each.
    package private(set) var report: [String] = []
    /// Where the name still stands, and what could not be changed.
    package private(set) var remaining: [Finding] = []

    /// Works out the changes. Linear in the size of the site.
    ///
    /// - Parameters:
    ///   - person: An identifier, or a full name, which need have no profile.
    ///   - removesAnswers: Whether the text of the person's answers goes as well.
    ///   - others: Files that are no pages, in which the name may stand too.
    package init(
        person: String, removesAnswers: Bool = false, in sources: SiteSources, others: [SourceText] = []
    ) throws(AuthoringError) {
        let subject = try SitePerson(person, in: sources)
        edits.removals = subject.files
        report = subject.files.map { "\($0) is removed" }
        var after: [SourceText] = []
        for (page, decoded) in zip(sources.pages, sources.decoded) where !subject.files.contains(page.source.path) {
            let uses = decoded.uses.filter(subject.isNamed)
            var mentions = PersonMentions(page, decoded, uses: uses, of: subject, in: sources)
            mentions.removeFromAnswers(withText: removesAnswers)
            mentions.removeFromFields()
            report += mentions.report
            remaining += mentions.remaining
            let changed = unlink(mentions.text.changed, page, subject)
            if changed != page.source.bytes {
                edits.writes.append(FileEdits.Write(path: page.source.path, old: page.source.bytes, new: changed))
            }
            after.append(SourceText(path: page.source.path, bytes: changed))
        }
        if let settings = sources.settingsFile { after.append(settings) }
        after += others.filter { !subject.files.contains($0.path) }
        for source in after { remaining += subject.names.findings(in: source) }
        remaining.sort()
    }

    /// The text with links to what is removed turned into plain text.
    private mutating func unlink(_ bytes: [UInt8], _ page: ParsedPage, _ subject: SitePerson) -> [UInt8] {
        var addresses: Set<String> = []
        for link in page.document.links where subject.isNamed(by: link.destination, in: page.source.path) {
            addresses.insert(link.destination)
            let line = page.document.range(ofDestination: link).start.line
            report.append(
                "\(page.source.path):\(line): \(link.isImage ? "the image is taken out" : "the link becomes plain text")"
            )
        }
        guard !addresses.isEmpty else { return bytes }
        var links = LinkText(SourceText(path: page.source.path, bytes: bytes))
        for link in links.remove(addresses) {
            remaining.append(
                Finding(
                    AuthoringRules.byHand, at: links.location(of: link),
                    "this link leads to the profile and could not be taken out", advice: "write its text alone"))
        }
        return links.source.bytes
    }
}

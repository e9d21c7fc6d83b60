internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisSyndication

/// Files beside pages that would stand where the site has something else.
enum AttachmentCheck {
    /// Linear in the size of the site.
    ///
    /// - Parameter files: Those that anything uses, be it on the site today or not.
    static func findings(for files: [Attachment], in site: Site) -> [Finding] {
        guard !files.isEmpty else { return [] }
        // File systems and hosts differ in whether case counts.
        func key(_ route: Route) -> String { route.outputPath.lowercased() }
        var holders: [String: String] = [:]
        for page in site.pages {
            holders[key(page.route)] = page.source.rawValue
            for alias in page.metadata.aliases { holders[key(alias)] = "an alias of \(page.source)" }
        }
        for output in Syndication(of: site).outputs { holders[key(output.route)] = "a file that the site makes" }
        var findings: [Finding] = []
        for file in files {
            let (source, route) = (file.source, file.route)
            let isOfSearch = route.path.hasPrefix("/search/index/")
            if let holder = isOfSearch ? "the index of the search" : holders[key(route)] {
                findings.append(
                    Finding(
                        .sharedAddress, at: Location(path: source), "\(holder) has the address \(route) too",
                        advice: "give this file another name"))
            } else {
                holders[key(route)] = source.rawValue
            }
        }
        return findings
    }
}

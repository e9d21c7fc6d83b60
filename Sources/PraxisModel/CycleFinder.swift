internal import PraxisDiagnostics

/// Finds chains of `parent`, `successor` and `replaced_by` that lead back to where they began.
struct CycleFinder {
    let site: Site

    /// One finding for each cycle, on its first page by path. Linear in the number of pages.
    var findings: [Finding] {
        findings(of: "parent", in: .community) { $0.communityContent?.parent?.page }
            + findings(of: "successor", in: .community) { $0.communityContent?.successor?.page }
            + findings(of: "replaced_by", in: .resource) { $0.resource?.replacedBy?.page }
    }

    private func findings(of key: String, in kind: PageKind, next: (Page) -> PageID?) -> [Finding] {
        var findings: [Finding] = []
        var settled = Set<PageID>()
        for page in site.pages
        where page.kind == kind && page.original == nil && !settled.contains(page.id) {
            var trail: [PageID] = []
            var current: PageID? = page.id
            while let id = current, !settled.contains(id), !trail.contains(id) {
                trail.append(id)
                current = next(site[id])
            }
            if let current, let start = trail.firstIndex(of: current) {
                findings.append(finding(of: key, around: Array(trail[start...])))
            }
            settled.formUnion(trail)
        }
        return findings
    }

    private func finding(of key: String, around cycle: [PageID]) -> Finding {
        let first = cycle.min() ?? cycle[0]
        let start = cycle.firstIndex(of: first) ?? 0
        let ordered = cycle[start...] + cycle[..<start] + [first]
        let chain = ordered.map { "\"\(site[$0].metadata.title)\"" }.joined(separator: " → ")
        return Finding(
            .cycle, at: Location(path: site[first].source), "\"\(key)\" leads in a circle: \(chain)",
            advice: "take \"\(key)\" out of one of these pages")
    }
}

extension Rule {
    static let cycle = Rule("reference.cycle", .error, "Parents, successors and replacements lead somewhere and end.")
}

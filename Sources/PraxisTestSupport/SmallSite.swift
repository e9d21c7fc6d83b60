package import PraxisBuild
internal import PraxisChecks
package import PraxisDiagnostics
package import PraxisFiles
package import PraxisModel

/// A whole site in memory: what a test says, on top of the little that every site needs.
///
/// ```swift
/// var site = SmallSite()
/// site["people/anna-lind.md"] = "---\nname: Anna Lind\n---\n"
/// let page = try await site.page("people/anna-lind/index.html")
/// ```
package struct SmallSite: Sendable {
    /// Paths below the site's folder.
    package var files = InMemoryFiles()
    /// The day for which it is built.
    package var options = BuildOptions(today: today, threads: 1)
    package static let today = Day(number: 20_780)  // 2026-11-23

    /// A site with a title and a home page, and a community `guild` owned by Anna Lind unless told otherwise.
    package init(hasCommunity: Bool = true) {
        self["site.yaml"] = """
            title: Guild
            language: en
            url: https://guild.example/
            timezone: Europe/Stockholm
            """
        self["index.md"] = "Welcome to the guild.\n"
        guard hasCommunity else { return }
        self["people/anna-lind.md"] = """
            ---
            name: Anna Lind
            confirmed: 2026-01-01
            reviewed: 2026-11-01
            ---
            """
        self["communities/guild/index.md"] = """
            ---
            title: Guild
            purpose: Everybody learns from everybody.
            for: All of us
            owners: anna-lind
            moderators: Bo Ek
            join: https://chat.example/guild
            reviewed: 2026-11-01
            ---
            """
    }

    /// The text of a file below `content/`.
    package subscript(path: String) -> String? {
        get { files["content/\(path)"] }
        set { files["content/\(path)"] = newValue }
    }

    /// Reads the site up to its checks.
    package func load() async throws -> Build.Loaded {
        try await Build(options).load(files)
    }

    /// Every file that comes out.
    package func build() async throws -> OutputTree {
        let build = Build(options)
        let collector = OutputCollector()
        _ = try await build.render(try await build.load(files).renderable, into: collector)
        return collector.tree
    }

    /// Every output with its bytes.
    package func bytes() async throws -> [String: [UInt8]] {
        let tree = try await build()
        return Dictionary(
            uniqueKeysWithValues: try tree.paths.map { ($0.rawValue, try tree.bytes(at: $0.rawValue) ?? []) })
    }

    /// The text of one output; `nil` where there is none.
    package func output(_ path: String) async throws -> String? {
        try await build().bytes(at: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What is found, as a person sees it, one finding after the other with an empty line between.
    package func report() async throws -> String {
        try await load().findings.map { FindingTextFormat().text(for: $0) }.joined(separator: "\n\n")
    }

    /// What is wrong with files by themselves: all that is found, without the advice of rules over the whole site.
    package func mistakes() async throws -> [Finding] {
        let advice = Set(SiteChecks.rules.map(\.id))
        return try await load().findings.filter { !advice.contains($0.rule.id) }
    }

    /// The identifiers of the rules that are broken, with the file: `review.overdue guides/x.md`.
    package func brokenRules() async throws -> [String] {
        try await load().findings.map { finding in
            "\(finding.rule.id) \(finding.location.path.rawValue.replacing("content/", with: "", maxReplacements: 1))"
        }
    }
}

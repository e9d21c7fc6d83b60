internal import PraxisChecks
package import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisHosting
internal import PraxisMarkdown
internal import PraxisModel
internal import PraxisTheme
internal import PraxisYAML

/// Every rule that a build can find broken, for settings, waivers and the handbook.
package enum BuildRules {
    static let noSettings = Rule("site.missing", .error, "A site has a file site.yaml.")
    static let history = Rule(
        "site.history", .advice, "A site that asks for its pages' last changes is under version control.")

    /// In the order of their identifiers.
    package static let all: [Rule] =
        ([noSettings, history] + Rule.aboutFiles + YAMLRules.all + MarkdownLimits.rules + ModelRules.all
        + SiteChecks.rules + ThemeRules.all + HostRules.all).sorted { $0.id < $1.id }

    /// The same, for what site.yaml and pages say of them.
    static let known = KnownRules(all)
}

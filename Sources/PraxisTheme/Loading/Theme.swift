package import PraxisDiagnostics
package import PraxisModel

/// A theme, checked and ready to render pages.
package struct Theme: Sendable {
    package let name: String
    package let version: String?
    /// With the values that hold for the site.
    package let settings: [ThemeSetting]
    /// Its style sheets, scripts and pictures, and the style sheet of its settings.
    package let assets: [ThemeAsset]
    /// By the page that it is for.
    let programs: [PageTemplate: [Instruction]]
    /// By language.
    let strings: [String: StringTable]
    /// The language whose texts stand in where there are none.
    let fallbackLanguage: String

    /// Loads a theme and checks all of it, so that rendering a page cannot fail.
    ///
    /// There always is a result: what cannot be used is left out, and what the theme lacks comes from the theme that it
    /// extends. Linear in the size of the theme.
    ///
    /// - Parameters:
    ///   - name: As site.yaml has it.
    ///   - settings: What site.yaml chooses.
    ///   - languages: The site's languages, the first first.
    ///   - siteThemes: What is in the site's `themes/`; each stands over the embedded one of the same name.
    ///   - embedded: What the program brings along.
    ///   - assetNaming: How the folder of its assets is named.
    package static func load(
        _ name: String, settings: ExtraValue = .none, languages: [String], siteThemes: [ThemeFiles] = [],
        embedded: [ThemeFiles] = EmbeddedThemes.all, assetNaming: ThemeAsset.Naming = .byContents
    ) -> (theme: Theme, findings: [Finding]) {
        var loader = ThemeLoader(name: name, siteThemes: siteThemes, embedded: embedded, assetNaming: assetNaming)
        let theme = loader.load(settings: settings, languages: languages)
        return (theme, loader.findings.sorted())
    }

    /// The templates that do something else than those of another theme; `nil` where pages may differ in more than that. What
    /// is in assets sets no pages apart, unless it names their folder.
    func templates(otherThanIn other: Theme) -> Set<PageTemplate>? {
        let isOnlyTemplates =
            strings == other.strings && fallbackLanguage == other.fallbackLanguage
            && programs[.inlineList] == other.programs[.inlineList]
        return isOnlyTemplates ? Set(PageTemplate.allCases.filter { programs[$0] != other.programs[$0] }) : nil
    }

    /// The texts for a page in some language: that of the page, else that of the site.
    func strings(for language: String, site: String) -> StringTable? {
        strings[language] ?? strings[language.prefix { $0 != "-" }.description] ?? strings[site]
            ?? strings[fallbackLanguage]
    }
}

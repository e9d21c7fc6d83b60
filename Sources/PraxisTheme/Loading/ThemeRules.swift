package import PraxisDiagnostics

extension Rule {
    static let templateTag = Rule("theme.tag", .error, "A tag of a template is closed and has a name.")
    static let templateNesting = Rule("theme.nesting", .error, "Sections of a template are closed in order.")
    static let templateName = Rule(
        "theme.name", .error, "A template uses only the names that the contract of its page offers.")
    static let templateUse = Rule(
        "theme.use", .error, "A name is used as what it is: text escaped, markup as it is, lists and flags as sections."
    )
    static let templatePartial = Rule("theme.partial", .error, "A template includes only templates that there are.")
    static let templateBlock = Rule("theme.block", .error, "A template fills only blocks that its parent has.")
    static let templateCycle = Rule("theme.cycle", .error, "A template does not include itself.")
    static let templateMissing = Rule("theme.template", .error, "There is a template for each kind of page.")
    static let themeString = Rule("theme.string", .error, "Every text that a page needs is in the string files.")
    static let themeTranslation = Rule(
        "theme.translation", .advice, "Every text of the first string file is in the other languages too.")
    static let themeManifest = Rule("theme.manifest", .error, "theme.yaml says what the theme is, and only that.")
    static let themeSetting = Rule(
        "theme.setting", .error, "site.yaml gives a theme only settings that it has, of the type they have.")
    static let themeAsset = Rule("theme.asset", .error, "A template refers only to assets that there are.")
    static let themeUnknown = Rule("theme.unknown", .error, "site.yaml names a theme that there is.")
    static let templatePolicy = Rule(
        "theme.policy", .advice, "A template holds nothing that browsers refuse under the policy of the site.")
    static let themeFile = Rule("theme.file", .advice, "Every file of a theme has a place that Praxis looks at.")
}

/// What is checked about themes, in the order of the handbook's table.
package enum ThemeRules {
    package static let all: [Rule] = [
        .themeUnknown, .themeManifest, .themeSetting, .themeFile, .templateMissing, .templateTag, .templateNesting,
        .templateName, .templateUse, .templatePartial, .templateBlock, .templateCycle, .themeAsset, .themeString,
        .themeTranslation, .templatePolicy,
    ]
}

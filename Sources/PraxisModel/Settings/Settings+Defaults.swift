extension Settings {
    /// A site that says its title and its language and leaves everything else as it comes.
    package init(title: String, language: String) {
        self.init(
            title: title, summary: nil, url: nil, language: language, languages: [language], timeZone: "UTC",
            theme: Theme(name: "commons", settings: .none), logo: nil, contact: nil, repository: nil, navigation: [],
            stages: Self.stages, levels: Self.levels, maturity: Self.maturity, reviewEvery: [:],
            people: PeopleSettings(isIndexed: false, isInData: false), publishesStewardship: false,
            readsHistory: false, severities: [:], trust: [], files: [], hasSmartPunctuation: false, targets: [],
            hosts: [])
    }

    /// The stages of a community's life.
    package static let stages = LifeStage.allCases.map { Stage(Term($0.rawValue), like: $0) }

    /// How well somebody can do something, from the first step to passing it on.
    package static let levels = ["learning", "practising", "skilled", "teaching"].map { Term($0) }

    /// What a community assesses of itself.
    package static let maturity = ["purpose", "people", "practice", "knowledge", "impact"].map { Term($0) }

    /// A site about which nothing is known yet.
    package static let plain = Settings(title: "", language: "en")
}

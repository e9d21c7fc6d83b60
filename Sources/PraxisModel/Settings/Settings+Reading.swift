package import PraxisDiagnostics
internal import PraxisYAML

extension Settings {
    /// What site.yaml says, and what is wrong with it. What is wrong or missing is as in a site that says nothing.
    ///
    /// - Parameter rules: Those whose severity it may choose.
    package static func read(
        _ source: SourceText, rules: KnownRules = KnownRules()
    ) -> (settings: Settings, findings: [Finding]) {
        let document = YAMLDocument(source)
        var reader = SettingsReader(RecordReader(document, subject: "site.yaml"), of: source, rules: rules)
        let settings = reader.settings()
        return (settings, document.findings + reader.finish())
    }
}

/// Reads site.yaml. The same calls, made without a document, describe it.
struct SettingsReader {
    var fields: RecordReader
    private let source: SourceText
    private let rules: KnownRules
    private var findings: [Finding] = []

    init(_ fields: RecordReader, of source: SourceText, rules: KnownRules = KnownRules()) {
        self.fields = fields
        self.source = source
        self.rules = rules
    }

    mutating func finish() -> [Finding] {
        fields.finish()
        return fields.findings + findings
    }

    mutating func settings() -> Settings {
        let title = fields.text("title", "what the site is called", .required(example: "Our communities"))
        let language = fields.value("language", as: Language.self, "its first language", .required(example: "en"))
        let summary = fields.text("summary", "what it is, in a sentence or two")
        let url = fields.value("url", as: WebAddress.self, "where it will be; feeds and the sitemap need it")
        let timeZone = fields.value("timezone", as: TimeZoneName.self, "the time zone of events that name none")
        let languages = fields.values("languages", of: Language.self, "all its languages, the first one first")
        let theme = theme()
        let logo = fields.text("logo", "an image below content/")
        let contact = fields.value("contact", as: MailAddress.self, "whom to write to about the site")
        let repository = repository()
        let navigation = navigation()
        let stages = stages()
        let levels = terms("levels", "the levels of a skill, in order", Settings.levels)
        let maturity = terms("maturity", "what a community assesses of itself", Settings.maturity)
        let review = fields.valueTable(
            "review", of: Period.self, "how long a page may be left until the next look, by kind",
            keys: "a kind of page")
        let people = people()
        let stewardship = fields.value("stewardship", as: Bool.self, "whether the stewardship report is published")
        let history = fields.value("history", as: Bool.self, "whether to read dates of change from version control")
        let checks = fields.valueTable(
            "checks", of: RuleSetting.self, "how much a rule matters here: error, advice or off",
            keys: "the name of a rule")
        let trust = fields.values("trust", of: String.self, "folders whose raw HTML is taken from a wider list")
        let files = fields.values(
            "files", of: String.self, "files and folders below content/ that are published though no page uses them")
        let punctuation = fields.value(
            "smart_punctuation", as: Bool.self, "whether straight quotes, -- and ... become typographic ones")
        let hosts = fields.values(
            "host", of: Host.self, "who serves the site, one or several: its redirects and headers are written along")
        let targets = targets()
        let search = fields.anything("search", "how the search works; nothing can be set in this version")
        let feeds = fields.anything("feeds", "what goes into feeds; nothing can be set in this version")
        for (name, value) in [("search", search), ("feeds", feeds)] {
            guard let value else { continue }
            report(
                Self.unused, at: value.range, "this version does nothing with \"\(name)\"",
                advice: "leave it out for now")
        }

        if let url { checkAddress(url) }
        var settings = Settings(title: title?.value ?? "", language: language?.value.text ?? "en")
        settings.summary = summary?.value
        settings.url = url.map { $0.value.text.hasSuffix("/") ? $0.value.text : $0.value.text + "/" }
        settings.timeZone = timeZone?.value.text ?? settings.timeZone
        settings.languages = languagesInOrder(languages, first: settings.language)
        settings.theme = theme ?? settings.theme
        settings.logo = logo.flatMap { self.logo($0) }
        settings.contact = contact?.value.text
        settings.repository = repository
        settings.navigation = navigation
        settings.stages = stages
        settings.levels = levels
        settings.maturity = maturity
        settings.reviewEvery = reviewPeriods(review)
        settings.people = people ?? settings.people
        settings.publishesStewardship = stewardship?.value ?? false
        settings.readsHistory = history?.value ?? false
        for check in checks {
            let finding = rules.finding(
                about: check.key.value, keepsErrors: check.value.value == .error, at: source.location(check.key.range))
            if let finding { findings.append(finding) }
        }
        settings.severities = Dictionary(
            checks.map { ($0.key.value, $0.value.value.severity) }, uniquingKeysWith: { _, last in last })
        settings.trust = trust.compactMap {
            place(
                $0, TrustRules.folder, orElse: "name a folder below content/, such as communities/design")
        }
        settings.files = files.compactMap {
            place($0, LinkRules.noFile, orElse: "name a file or a folder below content/, such as downloads")
        }
        settings.hasSmartPunctuation = punctuation?.value ?? false
        settings.hosts = Set(hosts.map(\.value)).subtracting([.none]).sorted { $0.rawValue < $1.rawValue }
        settings.targets = targets
        return settings
    }

    static let unused = Rule("site.unused", .advice, "What site.yaml says is used.")

    // MARK: Parts

    private mutating func theme() -> Settings.Theme? {
        fields.entry(
            "theme", "the theme: its name, or its name and settings", subject: "a theme",
            scalar: { (name: Located<String>) in Settings.Theme(name: name.value, settings: .none) },
            record: { record in
                let name = record.text("name", "the folder in themes/; commons, if nothing is said")
                let settings = record.anything("settings", "what the theme lets a site choose")
                return Settings.Theme(
                    name: name?.value ?? "commons", settings: settings.map { ExtraValue($0) } ?? .none)
            })?.value
    }

    private mutating func repository() -> Settings.Repository? {
        fields.entry(
            "repository", "where the sources are, for the links to edit a page", subject: "a repository",
            scalar: { (url: Located<WebAddress>) in
                Settings.Repository(url: url.value.text, branch: "main", folder: "")
            },
            record: { record in
                let address = record.value(
                    "address", as: WebAddress.self, "its address", .required(example: "https://code.example.org/site"))
                let branch = record.text("branch", "the branch to edit; main, if nothing is said")
                let folder = record.text("folder", "the folder in it that holds content/; its top, if nothing is said")
                return address.map {
                    Settings.Repository(
                        url: $0.value.text, branch: branch?.value ?? "main", folder: folder?.value ?? "")
                }
            })?.value
    }

    private mutating func navigation() -> [Settings.MenuEntry] {
        let source = source
        return fields.entries(
            "navigation", "what the menu leads to, in order", subject: "a menu entry",
            scalar: { (text: Located<PageName>) in
                Settings.MenuEntry(title: nil, target: text.value.text, location: source.location(text.range))
            },
            record: { record in
                let title = record.text("title", "what it says", .required(example: "Library"))
                let url = record.text(
                    "url", "an address, or a page of this site such as /library/", .required(example: "/library/"))
                guard let title, let url else { return nil }
                return Settings.MenuEntry(
                    title: title.value, target: url.value, location: source.location(url.range))
            }
        ).map(\.value)
    }

    private mutating func people() -> Settings.PeopleSettings? {
        fields.record("people", "what may be told about people", subject: "the setting \"people\"") { record in
            let index = record.value(
                "index", as: Bool.self, "whether search engines may list profiles; not, if nothing is said")
            let data = record.value("data", as: Bool.self, "whether people are in data files; not, if nothing is said")
            return Settings.PeopleSettings(isIndexed: index?.value ?? false, isInData: data?.value ?? false)
        }?.value
    }

    /// A vocabulary: words, or records with `id` and `label`.
    private mutating func terms(_ key: String, _ documentation: String, _ standard: [Term]) -> [Term] {
        let terms = fields.entries(
            key, documentation, subject: "a word of a vocabulary",
            scalar: { (word: Located<TopicName>) in Term(word.value.text) },
            record: { record in Self.term(&record, example: standard[0].id) })
        return terms.isEmpty ? standard : distinct(terms, by: \.id)
    }

    /// The vocabulary of stages, whose records may also say what a stage is like.
    private mutating func stages() -> [Stage] {
        let stages = fields.entries(
            "stages", "the stages of a community's life, in order", subject: "a stage",
            scalar: { (word: Located<TopicName>) in Stage(Term(word.value.text)) },
            record: { record in
                let term = Self.term(&record, example: "thriving")
                let likeness = record.value(
                    "like", as: LifeStage.self,
                    "which usual stage it is like; active, or its namesake, if nothing is said")
                return term.map { Stage($0, like: likeness?.value) }
            })
        return stages.isEmpty ? Settings.stages : distinct(stages, by: \.id)
    }

    private static func term(_ record: inout RecordReader, example: String) -> Term? {
        let id = record.text("id", "what authors write", .required(example: example))
        let label = record.text("label", "what readers see")
        return id.map { Term($0.value, label: label?.value) }
    }

    /// The words of a vocabulary, each once: authors could not tell apart what is spelt alike.
    private mutating func distinct<Word>(_ words: [Located<Word>], by name: (Word) -> String) -> [Word] {
        var known: Set<String> = []
        return words.compactMap { word in
            if known.insert(Words.normal(name(word.value))).inserted { return word.value }
            report(
                ReferenceRules.repeated, at: word.range, "\"\(name(word.value))\" stands in the list already",
                advice: "take it out")
            return nil
        }
    }

    private mutating func languagesInOrder(_ languages: [Located<Language>], first: String) -> [String] {
        let tags = languages.map(\.value.text)
        return [first] + tags.filter { $0 != first }
    }

    /// Other addresses are made of the site's by what is put behind it.
    private mutating func checkAddress(_ url: Located<WebAddress>) {
        let text = url.value.text
        var folder = text.prefix { $0 != "?" && $0 != "#" }
        let page = folder.hasSuffix("/") ? folder.dropLast() : folder
        if page.count(where: { $0 == "/" }) > 2, page.hasSuffix(".html") || page.hasSuffix(".htm") {
            folder = page[...(page.lastIndex(of: "/") ?? page.startIndex)]
        }
        guard folder != text[...] else { return }
        report(
            FieldRules.wrongValue, at: url.range,
            "\"\(text)\" is a page, and the site's address is the folder that it is in",
            advice: "write \(folder.hasSuffix("/") ? folder : folder + "/")")
    }

    private mutating func logo(_ file: Located<String>) -> Settings.Logo? {
        let name = String(file.value.drop { $0 == "/" })
        guard let path = Placement.contentFolder.resolving(name), path.components.first == "content" else {
            report(
                LinkRules.noFile, at: file.range, "the logo is outside content/", advice: "put it into content/")
            return nil
        }
        return Settings.Logo(file: path, location: source.location(file.range))
    }

    private mutating func place(_ text: Located<String>, _ rule: Rule, orElse advice: String) -> Settings.Place? {
        let name = text.value.hasPrefix("content/") ? String(text.value.dropFirst(8)) : text.value
        guard let path = Placement.contentFolder.resolving(name), path.components.first == "content" else {
            report(rule, at: text.range, "\"\(text.value)\" is outside content/", advice: advice)
            return nil
        }
        return Settings.Place(path: path, location: source.location(text.range))
    }

    private mutating func reviewPeriods(
        _ rows: [(key: Located<String>, value: Located<Period>)]
    ) -> [PageKind: Period] {
        var periods: [PageKind: Period] = [:]
        for row in rows {
            if let kind = PageKind(rawValue: row.key.value) {
                periods[kind] = row.value.value
            } else {
                let nearest = Suggestion.nearest(to: row.key.value, among: PageKind.allCases.map(\.rawValue))
                report(
                    FieldRules.unknown, at: row.key.range, "\"\(row.key.value)\" is not a kind of page",
                    advice: nearest.first.map { "did you mean \($0)?" }
                        ?? "write \(Words.alternatives(PageKind.allCases.map(\.rawValue)))")
            }
        }
        return periods
    }

    mutating func report(_ rule: Rule, at range: SourceRange, _ message: String, advice: String) {
        findings.append(Finding(rule, at: source.location(range), message, advice: advice))
    }
}

/// How much a rule matters on a site.
private enum RuleSetting: String, VocabularyWord {
    case error, advice, off

    /// `nil` switches the rule off.
    var severity: Severity? {
        switch self {
        case .error: .error
        case .advice: .advice
        case .off: nil
        }
    }
}

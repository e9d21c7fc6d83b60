package import PraxisDiagnostics

/// What site.yaml says about the whole site.
package struct Settings: Equatable, Sendable, Encodable {
    package var title: String
    package var summary: String?
    /// Where the site will be; ends with `/`. Without it there are no canonical links, feeds' identifiers or sitemap.
    package var url: String?
    /// BCP 47; the first of `languages`.
    package var language: String
    package var languages: [String]
    /// An IANA name.
    package var timeZone: String
    package var theme: Theme
    package var logo: Logo?
    package var contact: String?
    package var repository: Repository?
    package var navigation: [MenuEntry]
    package var stages: [Stage]
    package var levels: [Term]
    package var maturity: [Term]
    package var reviewEvery: [PageKind: Period]
    package var people: PeopleSettings
    /// Whether the stewardship report is published.
    package var publishesStewardship: Bool
    /// Whether to read dates of change from version control.
    package var readsHistory: Bool
    /// By rule identifier; `nil` switches a rule off.
    package var severities: [String: Severity?]
    /// Folders whose raw HTML is taken from a wider list.
    package var trust: [Place]
    /// Files and folders that are published though no page uses them.
    package var files: [Place]
    /// Whether straight quotation marks, `--` and `...` become what a printer would set.
    package var hasSmartPunctuation: Bool
    /// Where to publish to, in the order of site.yaml.
    package var targets: [PublishingTarget]
    /// Whose own files a build writes beside the pages: redirects, headers.
    package var hosts: [Host]

    package struct Theme: Equatable, Sendable, Encodable {
        package var name: String
        package var settings: ExtraValue
    }

    /// Where the sources are, for the links that lead into the code host's editor.
    package struct Repository: Equatable, Sendable, Encodable {
        package var url: String
        package var branch: String
        /// The folder of the repository that holds `content/`, or empty.
        package var folder: String
    }

    package struct Logo: Equatable, Sendable, Encodable {
        package var file: SourcePath
        /// Where site.yaml names it.
        package var location: Location

        package var route: Route { Route("/\(file.components.dropFirst().joined(separator: "/"))") }
    }

    /// An entry of the menu as it is written.
    package struct MenuEntry: Equatable, Sendable, Encodable {
        package var title: String?
        /// The name of a page or list, or an address.
        package var target: String
        /// Where site.yaml says so.
        package var location: Location
    }

    /// A file or folder below `content/` that site.yaml names.
    package struct Place: Equatable, Sendable, Encodable {
        package var path: SourcePath
        /// Where site.yaml names it.
        package var location: Location

        /// Whether it is a file, or the file is in it.
        func holds(_ file: SourcePath) -> Bool { file == path || file.rawValue.hasPrefix("\(path.rawValue)/") }
    }

    /// What may be told about people; all off unless the site says so.
    package struct PeopleSettings: Equatable, Sendable, Encodable {
        /// May search engines list profiles?
        package var isIndexed: Bool
        /// May people be in the data files?
        package var isInData: Bool
    }
}

extension Settings {
    /// The whole address of what is at a route; of a site that does not say where it will be, the way from its root.
    package func address(of route: Route) -> String { (url ?? "/") + route.path.dropFirst() }
}

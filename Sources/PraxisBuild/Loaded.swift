package import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisMarkdown
package import PraxisModel
package import PraxisTheme

extension Build {
    /// A site that has been read.
    package struct Loaded: Sendable {
        package let site: Site
        /// What it was read from, for tools that change files.
        package let sources: SiteSources
        /// Everything found, sorted, with the severities that site.yaml gives.
        package let findings: [Finding]
        let timings: Timings
        let tree: ContentTree
        let loadedTheme: LoadedTheme
        let attachments: [AttachmentReading]
        private let attachmentPositions: [SourcePath: Int]
        /// Each page's file, whether or not it is on the site.
        let readings: [SourcePath: FileReading]
        let basis: DecodingBasis
        /// What the catalogue was and what was wrong with it.
        let naming: (catalogue: Catalogue, findings: [Finding])
        /// In the order of the catalogue's entries.
        let decodings: [PageDecoding]

        init(
            site: Site, sources: SiteSources, findings: [Finding], timings: Timings, tree: ContentTree,
            loadedTheme: LoadedTheme, attachments: [AttachmentReading], readings: [FileReading], basis: DecodingBasis,
            naming: (catalogue: Catalogue, findings: [Finding]), decodings: [PageDecoding]
        ) {
            self.site = site
            self.sources = sources
            self.findings = findings
            self.timings = timings
            self.tree = tree
            self.loadedTheme = loadedTheme
            self.attachments = attachments
            attachmentPositions = Dictionary(
                attachments.enumerated().map { ($1.entry.path, $0) }, uniquingKeysWith: { first, _ in first })
            self.readings = Dictionary(
                readings.map { ($0.entry.path, $0) }, uniquingKeysWith: { first, _ in first })
            self.basis = basis
            self.naming = naming
            self.decodings = decodings
        }

        package var theme: Theme { loadedTheme.theme }

        /// Where each copied file goes, and from where.
        var attachmentPaths: [String: SourcePath] {
            Dictionary(
                attachments.map { ($0.attachment.route.outputPath, $0.entry.path) },
                uniquingKeysWith: { first, _ in first })
        }

        /// Whether something would be wrong on the site.
        package var hasErrors: Bool { findings.contains { $0.severity == .error } }

        /// A file as it was read, if reading it now would give the same.
        func reading(of entry: FileEntry, _ dialect: MarkdownDialect) -> FileReading? {
            guard var reading = readings[entry.path], reading.holds(for: entry, dialect) else { return nil }
            reading.isNew = false
            return reading
        }

        /// A file beside pages as it was looked at, if that would give the same now.
        func attachment(of entry: FileEntry) -> AttachmentReading? {
            guard let position = attachmentPositions[entry.path] else { return nil }
            let known = attachments[position]
            return known.isSettled && known.entry == entry ? known : nil
        }

        /// The theme, if it was loaded from the same files and settings.
        func theme(of basis: ThemeBasis) -> LoadedTheme? { loadedTheme.basis == basis ? loadedTheme : nil }
    }

    /// What rendering did.
    package struct Rendered: Sendable {
        /// How many pages there are, redirects included.
        package let pageCount: Int
        /// How many of them were not taken over from an earlier build.
        package let newPageCount: Int
        package let timings: Timings
        let renderer: ThemeRenderer
        let loadedTheme: LoadedTheme
        /// What was made, with what it was made of; empty unless other builds follow.
        let pages: [PageOutput: Remembered<[UInt8]>]
        let feeds: [Route: Remembered<[UInt8]>]
        let search: SearchMaking.Memory
        /// What readers get instead of files that are pictures; `nil` for a file as it is.
        let pictures: [FileEntry: [UInt8]?]

        /// Whether it was made with the theme that a site has.
        func isOfTheme(of loaded: Loaded) -> Bool { loadedTheme.basis == loaded.loadedTheme.basis }
    }
}

/// What a theme is loaded from besides what the program brings along.
struct ThemeBasis: Equatable, Sendable {
    let choice: Settings.Theme
    let languages: [String]
    /// The themes in the site's folder.
    let files: [ThemeFiles]
}

/// A theme, with what it was loaded from and what is wrong with it.
struct LoadedTheme: Sendable {
    let basis: ThemeBasis
    let theme: Theme
    let findings: [Finding]

    init(of basis: ThemeBasis) {
        self.basis = basis
        (theme, findings) = Theme.load(
            basis.choice.name, settings: basis.choice.settings, languages: basis.languages, siteThemes: basis.files)
    }
}

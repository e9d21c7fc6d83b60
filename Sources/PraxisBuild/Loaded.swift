internal import PraxisBytes
internal import PraxisChecks
package import PraxisDiagnostics
internal import PraxisFiles
package import PraxisModel
package import PraxisTheme

extension Build {
    /// A site that has been read.
    package struct Loaded: Sendable {
        /// Everything found, sorted, with the severities that site.yaml gives.
        package let findings: [Finding]
        let timings: Timings
        let tree: ContentTree
        let inventory: Inventory
        let settingsFile: SourceText?
        /// What version control said; `nil` where the site does not ask it.
        let history: HistoryReading?
        /// Each page's file, whether or not it is on the site.
        let readings: Ledger<SourcePath, FileReading>
        let attachments: Ledger<SourcePath, AttachmentReading>
        /// Which of these files are on the site.
        let fileUse: FileUse
        /// Those that anything uses, be it on the site today or not.
        let usedFiles: [Attachment]
        let decoder: SiteDecoder
        /// The files that can be read as pages, in the order of the catalogue's entries.
        let pages: [FileReading]
        /// In the same order.
        let decodings: [PageDecoding]
        let frozen: FrozenSite
        /// What each check found.
        let checks: [Remembered<[Finding]>]
        let policy: Remembered<SeverityPolicy>
        /// What keeps the site's hosts from serving it as it is.
        let hosting: Remembered<[Finding]>
        /// What these files collide with.
        let placing: Remembered<[Finding]>
        let loadedTheme: LoadedTheme

        package var site: Site { frozen.site }

        /// What it was read from, for tools that change files. Linear in the number of pages.
        package var sources: SiteSources {
            SiteSources(
                context: decoder.context, pages: decodings.map(\.page), decoded: decodings.map(\.part.decoded),
                settingsFile: settingsFile, refused: inventory.refused.map(\.path))
        }

        /// The texts of the files that are no pages: those beside pages, and those that cannot be read under their
        /// names. Reads each of them.
        package var otherTexts: [SourceText] {
            let files = (inventory.topics.map { [$0] } ?? []) + inventory.attachments.map(\.entry) + inventory.refused
            return files.compactMap { file in
                if case .text(let text) = tree.text(of: file) { text } else { nil }
            }.sorted { $0.path < $1.path }
        }

        package var theme: Theme { loadedTheme.theme }

        /// Whether something would be wrong on the site.
        package var hasErrors: Bool { findings.contains { $0.severity == .error } }

        /// What is in the folder after some files have changed; `nil` where all has to be listed again.
        func files(after changes: FileChanges, in files: any SiteFiles) throws -> (ContentTree, Inventory)? {
            try tree.updated(by: changes, in: files).map { ($0, inventory.updated(from: $0)) }
        }

        /// Pages as they were decoded, where their files and those of the pages that they translate are still the same, and
        /// what was asked of a catalogue that differs in so much.
        func decodings(of files: [FileReading], after changes: CatalogueChanges) -> [PageDecoding?] {
            zip(files.indices, decoder.catalogue.entries).map { place, entry in
                let isSame = files[place] === pages[place] && entry.original.map { files[$0] === pages[$0] } != false
                return isSame && decodings[place].holds(after: changes) ? decodings[place] : nil
            }
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
        /// For a later run; `nil` unless that was asked for.
        package let record: BuildRecord?
        /// What was made, with what it was made of; empty unless other builds follow.
        let pages: FileMaking.Memory<PageOutput>
        let feeds: FileMaking.Memory<Route>
        let sitemap: Remembered<[(route: Route, bytes: [UInt8])]>
        let search: SearchMaking.Words
        /// What readers get instead of files that are pictures; `nil` for a file as it is.
        let pictures: [FileEntry: [UInt8]?]
    }

    /// How far a rendering has come.
    package enum Progress: Sendable {
        /// The pages that somebody is looking at are there, and what the theme and the texts show beside them; other pages
        /// may be as they were.
        case firstPages
        /// All is there that is read as a page; feeds, data and the search follow.
        case allPages
    }
}

/// What a theme is loaded from besides what the program brings along.
struct ThemeBasis: Equatable, Sendable, Encodable {
    let choice: Settings.Theme
    let languages: [String]
    /// The themes in the site's folder.
    let files: [ThemeFiles]
    let assetNaming: ThemeAsset.Naming
}

extension ThemeBasis {
    var fingerprint: Fingerprint { Fingerprint(of: self) }
}

/// A theme, with what it was loaded from and what is wrong with it.
struct LoadedTheme: Sendable {
    let basis: ThemeBasis
    let theme: Theme
    let findings: [Finding]

    init(of basis: ThemeBasis) {
        self.basis = basis
        (theme, findings) = Theme.load(
            basis.choice.name, settings: basis.choice.settings, languages: basis.languages, siteThemes: basis.files,
            assetNaming: basis.assetNaming)
    }
}

package import PraxisBytes
package import PraxisModel

/// Renders the pages of a site with a theme.
///
/// Everything in it is fixed when it is made, so pages may be rendered in any order and on any number of threads.
package struct ThemeRenderer: Sendable {
    package let theme: Theme
    package let site: Site
    private let titles: Remembered<TitleParts>
    private let index: Remembered<SiteIndex>
    private let list: Remembered<[PageOutput]>
    private let frames: Remembered<PageFrames>
    /// All that sets this site's outputs apart from an earlier one's with the same theme; `nil` where all outputs may be
    /// different. An output that reads none of it is the same.
    package let changes: SiteChanges?
    /// How the site differs from the earlier one, whatever became of the theme; `nil` where anything may.
    package let siteChanges: SiteChanges?
    /// The templates that do something else than the earlier theme's; an output of another one is the same if it reads none
    /// of `changes`.
    private let newTemplates: Set<PageTemplate>

    /// Works out what pages share. Linear in the size of the site, but for what is taken over.
    ///
    /// - Parameters:
    ///   - earlier: A renderer of which is taken over what would come out the same.
    ///   - isRepeated: Whether other renderers are to take over from this one.
    package init(theme: Theme, site: Site, after earlier: ThemeRenderer? = nil, isRepeated: Bool = false) {
        self.theme = theme
        self.site = site
        siteChanges = earlier.flatMap { site.changes(since: $0.site) }
        let newTemplates = earlier.flatMap { theme.templates(otherThanIn: $0.theme) }
        self.newTemplates = newTemplates ?? []
        let remaking = Remaking(site, changes: newTemplates == nil ? nil : siteChanges, notesReads: isRepeated)
        let names = site.settings.languages.map { language in
            (language, theme.strings(for: language, site: site.settings.language)?.text(.languageName) ?? language)
        }
        let ownNames = Dictionary(names, uniquingKeysWith: { first, _ in first })
        // What titles and frames are made of, each page is that has them, for whoever notes that.
        let sharing = Remaking(site, changes: siteChanges, notesReads: true)
        let titles = sharing.result(after: earlier?.titles) { TitleParts(of: $0) }
        self.titles = titles
        let knownIndex = remaking.kept(earlier?.index)
        let index =
            knownIndex
            ?? remaking.result { site in
                site.note(titles.reads)
                return SiteIndex(of: site, titles: titles.value, ownNames: ownNames)
            }
        let isSameIndex = knownIndex != nil || index.value == earlier?.index.value
        list = remaking.result(after: isSameIndex ? earlier?.list : nil) { OutputList.outputs(of: $0, index.value) }
        changes = isSameIndex ? remaking.changes : nil
        self.index = index
        let outputs = list.value
        let hasSameFrames = isSameIndex && newTemplates?.isEmpty == true && outputs == earlier?.list.value
        frames = sharing.result(after: hasSameFrames ? earlier?.frames : nil) { site in
            PageFrames(of: outputs, programs: theme.programs) { output in
                Self.maker(for: output, of: site, index.value, titles, theme)
            }
        }
    }

    /// Of what outputs are made of besides the site and the theme's files. Linear in the size of the site.
    package var fingerprint: Fingerprint { Fingerprint(of: index.value) }

    /// Every page of HTML that the site has, sorted by route.
    package var outputs: [PageOutput] { list.value }

    /// A vocabulary whose words readers meet outside of pages too, in the search.
    package enum Vocabulary: Sendable {
        case kind, level, length, freshness, way, circle, language
    }

    /// What readers of a language see for a word of a vocabulary; `nil` where the theme has none for it.
    package func word(_ member: String, of vocabulary: Vocabulary, in language: String) -> String? {
        guard let strings = theme.strings(for: language, site: site.settings.language) else { return nil }
        let word =
            switch vocabulary {
            case .kind: strings.word(.kind, member)
            case .level:
                site.settings.levels.first { $0.id == member }?.label ?? strings.word(.level, member)
            case .length: strings.word(.length, member)
            case .freshness: strings.word(.freshness, member)
            case .way: strings.word(.way, member)
            case .circle: strings.word(.circle, member)
            case .language: strings.word(.language, member)
            }
        return word == member ? nil : word
    }

    /// The theme's style sheets, scripts and pictures.
    package var assets: [ThemeAsset] { theme.assets }

    /// The folder of all assets, whose name changes when one of them does; `nil` without any.
    package var assetFolder: Route? {
        theme.assets.first.map { asset in
            Route("/" + asset.route.path.split(separator: "/").prefix(2).map { "\($0)/" }.joined())
        }
    }

    /// Whether what a template made of the earlier site would come out the same if it reads none of `changes`.
    package func isAsBefore(_ template: PageTemplate?) -> Bool {
        template.map { !newTemplates.contains($0) } ?? newTemplates.isEmpty
    }

    /// A page. Linear in what it shows.
    ///
    /// - Parameter noted: The site, where it is to note which of its pages are read.
    package func render(
        _ output: PageOutput, extras: PageExtras = PageExtras(), of noted: Site? = nil
    ) -> RenderedPage {
        let site = noted ?? site
        guard let maker = Self.maker(for: output, of: site, index.value, titles, theme) else { return .nothing }
        var composition = Composition(maker: maker, output: output)
        let frames = frames.value
        guard let main = composition.main(), let program = frames.programs[main.template] else { return .nothing }
        let frame = frames.frame(for: maker, section: composition.subject.section)
        if frame != nil { site.note(self.frames.reads) }
        let shell = ShellMaker(maker).shell(composition.subject, head: extras.markup, site: frame?.site)
        var rendering = Rendering(
            views: [shell.boxed, main.view], strings: maker.strings.escaped, root: maker.root,
            shared: frame?.shared ?? [])
        rendering.run(program)
        return RenderedPage(bytes: rendering.output, template: main.template)
    }

    /// What makes the views of an output; `nil` where the theme has no texts for it.
    private static func maker(
        for output: PageOutput, of site: Site, _ index: SiteIndex, _ titles: Remembered<TitleParts>, _ theme: Theme
    ) -> ViewMaker? {
        theme.strings(for: output.language, site: site.settings.language).map { strings in
            ViewMaker(
                site: site, index: index, titles: titles, strings: strings, route: output.route,
                root: root(of: output, in: site),
                edition: edition(of: output, in: site), inlineListProgram: theme.programs[.inlineList] ?? [])
        }
    }

    /// The page for addresses that there is nothing at may be served anywhere: it uses the site's path, if that is known.
    private static func root(of output: PageOutput, in site: Site) -> String {
        guard output.subject == .notFound, let url = site.settings.url else { return output.route.toRoot }
        guard let host = url.firstRange(of: "://")?.upperBound, let slash = url[host...].firstIndex(of: "/") else {
            return "/"
        }
        return String(url[slash...])
    }

    /// The folder of the lists that a page leads to: those in its language, if the site has them.
    private static func edition(of output: PageOutput, in site: Site) -> Route {
        let settings = site.settings
        let language = settings.languages.contains(output.language) ? output.language : settings.language
        return Route.home.prefixed(for: language, of: settings)
    }
}

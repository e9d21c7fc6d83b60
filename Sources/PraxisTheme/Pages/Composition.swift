import PraxisMarkdown
import PraxisModel

/// Chooses what an output shows: its template, its view, and what the shell says of it.
struct Composition {
    let maker: ViewMaker
    let output: PageOutput
    /// What the shell says of the page; complete once `main` has been asked for.
    var subject: ShellMaker.Subject

    typealias Main = (template: PageTemplate, view: BoxedView)

    init(maker: ViewMaker, output: PageOutput) {
        self.maker = maker
        self.output = output
        subject = ShellMaker.Subject(kind: "", title: "", isIndexed: output.isIndexed)
    }

    var site: Site { maker.site }
    var strings: StringTable { maker.strings }

    /// The template and the view for it.
    mutating func main() -> Main? {
        switch output.subject {
        case .page(let id): page(site[id])
        case .home(let id): home(id.map { site[$0] })
        case .topic(let id): topic(id)
        case .section(let list): section(list)
        case .inside(let community, let kind): inside(site[community], kind)
        case .list(let list): self.list(list)
        case .part(let list, let path): part(of: list, at: path)
        case .circle(let circle): self.circle(circle)
        case .way(let way): self.way(way)
        case .redirect(let route): redirect(route)
        case .notFound: notFound()
        }
    }

    private mutating func page(_ page: Page) -> Main? {
        begin(page)
        switch page.content {
        case .plain: return (.plain, maker.plainPage(page).boxed)
        case .topic: return nil
        case .person(let person): return (.person, maker.personPage(page, person).boxed)
        case .community(let community):
            subject.lead = community.purpose
            return (.community, maker.communityPage(page, community).boxed)
        case .resource(let resource):
            subject.lead = nil
            return (.resource, maker.resourcePage(page, resource).boxed)
        case .path(let path): return (.path, maker.pathPage(page, path).boxed)
        case .event(let event): return maker.eventPage(page, event).map { (.event, $0.boxed) }
        case .post(let post): return (.post, maker.postPage(page, post).boxed)
        case .question(let question):
            subject.body = QuestionText(page, question).asked(maker)
            return (.question, maker.questionPage(page, question).boxed)
        case .guide(let guide):
            subject.kind = guide.kind.rawValue
            return (.guide, maker.guidePage(page, guide).boxed)
        case .programme(let programme): return (.programme, maker.programmePage(page, programme).boxed)
        case .session(let session): return (.session, maker.sessionPage(page, session).boxed)
        case .opportunity(let opportunity):
            return (.opportunity, maker.opportunityPage(page, opportunity).boxed)
        }
    }

    /// What the shell says of any page of a file.
    mutating func begin(_ page: Page) {
        subject.kind = page.kind.rawValue
        subject.title = page.metadata.title
        subject.summary = page.metadata.summary.isEmpty ? nil : page.metadata.summary
        subject.lead = page.hasOwnSummary ? subject.summary : nil
        subject.section = ViewMaker.section(of: page.kind)?.path
        subject.breadcrumbs = breadcrumbs(to: page)
        subject.banners = maker.banners(on: page)
        subject.feeds = maker.feeds(on: page)
        subject.page = page
        subject.contentLang = maker.lang(of: page)
        subject.alternates = alternates(of: page)
        switch page.content {
        // Their templates have the text in a section of its own.
        case .community, .programme, .question, .topic: break
        default:
            if page.kind != .home {
                subject.body = BodyRenderer(maker, page: page, isSheet: maker.isSheet(page)).whole()
            }
        }
    }

    /// The page in the other languages that it is in.
    func alternates(of page: Page) -> [(language: String, route: Route)] {
        let original = page.original ?? page.id
        guard let translations = site.relations.translations[original], !translations.isEmpty else { return [] }
        let all =
            translations.map { ($0.key, site[$0.value].route) } + [(site[original].language, site[original].route)]
        return all.filter { $0.1 != page.route }
    }

    /// The pages above a page: the home page, its list or its community.
    private func breadcrumbs(to page: Page) -> [LinkView] {
        var links = [homeLink]
        if let id = page.community, page.kind != .community {
            let community = maker.page(id)
            links += [listLink(.communities), maker.link(to: community)]
            if let folder = page.kind.communityFolder, let section = ViewMaker.section(of: page.kind),
                site.relations.hasAny(page.kind, inside: id)
            {
                let title = page.kind == .resource ? TextKey.communityResources : section.title
                links.append(
                    LinkView(href: maker.href(community.route.folder(folder)), label: strings.text(title)))
            }
        } else if let session = page.session {
            links += [listLink(.programmes), maker.link(to: session.programme)]
        } else if let section = ViewMaker.section(of: page.kind) {
            links.append(listLink(section))
        }
        return links
    }

    var homeLink: LinkView { LinkView(href: maker.href(maker.edition), label: strings.text(.navHome)) }

    func listLink(_ section: SiteSection) -> LinkView {
        LinkView(href: maker.listHref(section.path), label: strings.text(section.title))
    }
}

extension Page {
    /// Whether the summary was written, and is not the first sentence of the text that stands below it.
    var hasOwnSummary: Bool {
        metadata.hasWrittenSummary && !metadata.summary.isEmpty && document.firstSentence() != metadata.summary
    }
}

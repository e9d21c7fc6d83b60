import PraxisDiagnostics
import PraxisMarkdown
import PraxisModel

extension ViewMaker {
    /// How a page to read begins.
    func reading(_ page: Page, author: PersonLink? = nil, meta: [String] = [], facts: [Fact] = []) -> ReadingHead {
        ReadingHead(
            kind: kind(of: page), circle: circle(page.metadata.circle), way: way(page.metadata.way), author: author,
            meta: meta, topics: topics(page.metadata.topics), toc: BodyRenderer.toc(of: page), facts: facts,
            paths: places(of: page))
    }

    func plainPage(_ page: Page) -> PlainPage {
        PlainPage(reading: reading(page))
    }

    /// A guide; one that can be filled in brings its sheet.
    func guidePage(_ page: Page, _ guide: Guide) -> GuidePage {
        var facts: [Fact] = []
        if let minutes = guide.minutes {
            facts.append(Fact(label: strings.text(.guideTakes), value: strings.duration(minutes)))
        }
        if let audience = guide.audience { facts.append(Fact(label: strings.text(.guideFor), value: audience)) }
        if let origin = guide.origin { facts.append(Fact(label: strings.text(.guideOrigin), value: origin)) }
        if let licence = guide.licence { facts.append(Fact(label: strings.text(.resourceLicence), value: licence)) }
        facts += communityFact(page)
        return GuidePage(
            reading: reading(page, facts: facts),
            sheet: isSheet(page) ? SheetView(name: page.slug, markdown: SheetText.text(of: page)) : nil,
            trail: trail(of: page))
    }

    /// Whether a page has boxes and blanks that readers may fill in.
    func isSheet(_ page: Page) -> Bool {
        guard let guide = page.guide, guide.kind == .sheet || guide.kind == .checklist else { return false }
        return page.document.hasFields
    }

    func postPage(_ page: Page, _ post: Post) -> PostPage {
        let author = person(post.author)
        let siblings = page.community.flatMap { relations.inside($0, .post) } ?? []
        let more = siblings.lazy.filter { $0 != (page.original ?? page.id) }.prefix(3)
        let rows = more.compactMap { self.postRow(self.page($0), showsCommunity: false) }
        return PostPage(
            reading: reading(page, author: author, meta: [strings.date(post.date)]), date: date(post.date),
            benefit: post.benefit, thanked: post.to.map { person($0) }, trail: trail(of: page),
            more: rows.isEmpty ? nil : TitledPosts(title: strings.text(.postMore), items: Array(rows)))
    }

    func questionPage(_ page: Page, _ question: Question) -> QuestionPage {
        QuestionPage(
            reading: reading(
                page, author: question.askedBy.map { person($0) }, meta: [strings.date(question.asked)],
                facts: communityFact(page)),
            date: date(question.asked), trail: trail(of: page),
            answersTitle: strings.text(.questionAnswersTitle, count: question.answers.count),
            answers: QuestionText(page, question).answers(self),
            answerHref: index.codeHost?.edit(page.source.rawValue))
    }

    /// The community that a page belongs to, as a fact.
    func communityFact(_ page: Page) -> [Fact] {
        page.community.map { id in
            let link = link(to: id)
            return [Fact(label: strings.text(.resourceCommunity), value: link.label, href: link.href, lang: link.lang)]
        } ?? []
    }

    /// What a page grew out of and what grew out of it; `nil` where there is neither.
    func trail(of page: Page) -> TrailView? {
        let id = page.original ?? page.id
        let sources = site[id].post?.from ?? []
        let outgrowths = relations.outgrowths[id] ?? []
        guard !sources.isEmpty || !outgrowths.isEmpty else { return nil }
        func step(_ page: Page, _ relation: TextKey, isHere: Bool = false) -> TrailStep {
            TrailStep(
                kind: kind(of: page).label, title: page.metadata.title, lang: lang(of: page),
                href: isHere ? nil : href(page.route),
                relation: strings.text(relation), isHere: isHere)
        }
        var steps: [TrailStep] = sources.map { source in
            switch source {
            case .page(let id): step(self.page(id), .trailLed)
            case .hidden(let title):
                TrailStep(kind: "", title: title, href: nil, relation: strings.text(.trailLed), isHere: false)
            }
        }
        steps.append(step(page, .trailHere, isHere: true))
        steps += outgrowths.map { step(self.page($0), .trailGrew) }
        return TrailView(steps: steps)
    }
}

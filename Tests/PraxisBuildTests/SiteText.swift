import PraxisTestSupport

/// What a file of some kind says. One in six has a mistake for which no site can be made.
struct SiteText {
    private var random: SeededGenerator
    private let slot: SiteEdit.Slot
    private let hasMistake: Bool
    /// Whether it says no more than it needs to.
    private let isPlain: Bool

    init(_ slot: SiteEdit.Slot, _ variant: UInt32) {
        self.slot = slot
        hasMistake = variant.isMultiple(of: 6)
        isPlain = variant == SiteEdit.plainVariant
        random = SeededGenerator(seed: UInt64(variant) << 8 | UInt64(slot.kind.rawValue))
    }

    /// All that the file says.
    var whole: String {
        var text = self
        return text.makeWhole()
    }

    /// What it says below its front matter.
    var body: String {
        var text = self
        return text.makeBody()
    }

    /// One thing more, which is right wherever it stands.
    var amendment: String {
        var random = random
        let number = random.below(3)
        let more = random.one(of: [
            "More \(number).", "## Part \(number)\n\nMore.", "See [the guild](\(folder)/guild/index.md).",
            "[list: \(number + 1) resources about topic-\(number)]", "- [ ] Do \(number)",
        ])
        return "\n\(more)\n"
    }

    /// The title of a page or the name of somebody, whatever else it says.
    var title: String {
        var text = self
        return text.makeTitle()
    }

    /// The value of `topics`, whatever else it says.
    var topics: String {
        var text = self
        return text.makeTopics()
    }

    /// The value of `status`; `nil` for a page without one.
    var status: String? {
        var text = self
        return text.makeStatus()
    }

    private mutating func makeWhole() -> String {
        let title = makeTitle()
        let person = random.one(of: ["person-0", "person-1", "Bo Ek", "Alpha 0"])
        let day = "2026-0\(random.below(9) + 1)-1\(random.below(9))"
        let later = "2026-1\(random.below(2) + 1)-2\(random.below(9))"
        switch slot.kind {
        case .settings:
            let languages = random.one(of: ["languages: [en, sv]\n", "languages: [en, sv, de]\n"])
            let theme = hasMistake ? "theme: nobody\n" : random.one(of: ["theme: own\n", ""])
            let more =
                isPlain
                ? "stewardship: true\n"
                : random.one(of: [
                    "", "stewardship: true\n", "people: {data: true, index: true}\n", "smart_punctuation: true\n",
                    "url: https://other.example/base/\n", "navigation:\n  - communities/guild\n",
                    "navigation: [person-0, library/, Topics]\n".replacing("Topics", with: "topics/"),
                    "contact: guild@guild.example\nsummary: Where we learn.\n",
                    "review: {guide: 2 months, person: 1 year}\n",
                    "repository: https://code.example/guild\n", "files: communities/guild/guides/\n",
                    "host: [netlify, nginx]\n",
                    "levels: [learning, skilled, {id: expert, label: Expert \(random.below(9))}]\n",
                    "stewardship: true\npeople: {data: true}\nchecks: {review.overdue: off}\n",
                    "logo: people/photo.svg\n",
                ])
            return "title: \(title)\nlanguage: en\n\(languages)timezone: UTC\n\(theme)"
                + (more.hasPrefix("url") ? "" : "url: https://guild.example/\n") + more
        case .topics:
            if hasMistake { return "topic-0: {label\n" }
            return (0..<(3 + random.below(2))).map { number in
                let broader = number > 0 && adds(oneIn: 3) ? ", broader: topic-0, summary: Of \(random.below(9))." : ""
                return
                    "topic-\(number): {label: \(random.one(of: Self.titles).replacing("\"", with: "'")), synonyms: [word\(random.below(3))]\(broader)}\n"
            }.joined()
        case .theme:
            switch slot.number {
            case 0 where hasMistake: return "name: other\n"
            case 0: return "name: own\nversion: \(random.below(3)).0.0\nextends: commons\n"
            case 1, 4: return "nav:\n  home: \(title)\n"
            case 2: return "body { margin: \(random.below(9))px }\n"
            case 6: return "<p>\(random.below(9))</p>\n"
            case 7: return "<h1>{{page.title}} \(random.below(9))</h1>\n"
            default: return "<h1>{{page.title}}</h1><p>\(random.below(9))</p>{{{page.bodyHTML}}}\n"
            }
        case .picture, .photo:
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(random.below(90) + 10)\" height=\"9\"/>"
        case .download: return "Text \(random.below(9))\n"
        case .home: return makeBody()
        case .plain: return front(["title: \(title)"]) + makeBody()
        case .topicPage: return makeBody()
        case .community:
            return front([
                "title: \(title)", "purpose: \(random.one(of: Self.titles)) is what we do.", "for: All",
                "owners: \(person)", "join: https://chat.example/\(random.below(3))", "stage: active",
                "topics: \(makeTopics())", "reviewed: \(day)",
                adds(oneIn: 2) ? "moderators: {person: person-\(random.below(2)), until: \(later)}" : "",
                adds(oneIn: 3) ? "experts: [{person: person-0, since: 2025-01-01, note: \(title)}, Bo Ek]" : "",
                adds(oneIn: 3) ? "start_here: [guild/guides/guide-0, crew/guides/guide-1]" : "",
                adds(oneIn: 3) ? slot.number % 2 == 0 ? "parent: crew" : "related: guild" : "",
                adds(oneIn: 3)
                    ? "members: [{date: 2026-01-01, count: 9}, {date: \(later), count: \(random.below(90))}]\ntarget: 50"
                    : "",
                adds(oneIn: 3) ? "channels: [{name: \(title), url: 'https://chat.example/', for: Talk}]" : "",
                adds(oneIn: 9) ? "conduct: ../../page-0.md" : "",
            ]) + makeBody()
        case .communityTranslation: return front(["title: \(title)", "purpose: \(title)", statusLine()]) + makeBody()
        case .personTranslation: return front(["role: \(title)", statusLine()]) + makeBody()
        case .person:
            return front([
                "name: \(title)", "role: Tester", adds(oneIn: 5) ? "" : "confirmed: \(day)",
                adds(oneIn: 3) ? "photo: photo.svg\nphoto_alt: \(title)" : "",
                adds(oneIn: 3) ? "contact: {email: a@guild.example}\ntimezone: Asia/Tokyo" : "",
                adds(oneIn: 3) ? "seeks: \(makeTopics())" : "",
                "skills: [{topic: topic-\(random.below(3)), level: skilled}]",
                "offers: [{kind: mentor, topics: [topic-\(random.below(3))], minutes: 30, until: \(later)}]",
                adds(oneIn: 5) ? "listed: false" : "",
                adds(oneIn: 5) ? "alumni: \(adds(oneIn: 2) ? day : later)" : "",
                adds(oneIn: 9) ? "reviewed: \(day)\nreview_every: 2 months" : "",
            ]) + makeBody()
        case .guide, .translation:
            return front([
                "title: \(title)", slot.kind == .guide ? "kind: how-to" : "", "topics: \(makeTopics())", statusLine(),
                adds(oneIn: 3) ? "owners: \(person)" : "",
                adds(oneIn: 4) ? "show_from: \(later)" : adds(oneIn: 5) ? "show_until: \(later)" : "",
                adds(oneIn: 4) ? "reviewed: \(day)\nreview_every: 1 month" : "",
                adds(oneIn: 6) ? "featured: true\nextra: {hero: picture.svg}" : "",
                adds(oneIn: 6) ? "aliases: /old-\(slot.kind)-\(slot.number)-\(random.below(3))/" : "",
            ]) + makeBody()
        case .resource:
            return front([
                "title: \(title)", "kind: \(random.one(of: ["article", "video"]))",
                "url: https://example.org/\(random.below(9))",
                "curator: \(person)", "why: \(random.one(of: Self.titles)) explains it.", "added: \(day)",
                "topics: \(makeTopics())", statusLine(),
                adds(oneIn: 3) ? "level: \(random.one(of: ["learning", "skilled"]))\nminutes: 20" : "",
                adds(oneIn: 9) ? "replaced_by: resource-\(slot.name + 1)" : "",
            ]) + (adds(oneIn: 2) ? makeBody() : "")
        case .post:
            return front([
                "title: \(title)", "author: \(person)", "date: \(day)",
                random.one(of: [
                    "kind: story", "kind: lesson\nbenefit: \(title)", "kind: thanks\nto: [person-0, Bo Ek]",
                ]),
                adds(oneIn: 3)
                    ? "from: \(random.one(of: ["guild/guides/guide-0", "crew/guides/guide-1", "guide-0"]))" : "",
                statusLine(),
            ]) + makeBody()
        case .event:
            return front([
                "title: \(title)", "start: 2026-12-\(random.below(9) + 10) 10:00", "minutes: 60", "host: \(person)",
                adds(oneIn: 3) ? "repeat: {rrule: FREQ=WEEKLY;COUNT=4}" : "",
                adds(oneIn: 3) ? "speakers: [person-1, Bo Ek]" : "", "topics: \(makeTopics())",
                adds(oneIn: 6) ? "cancelled: true" : "", statusLine(),
            ]) + makeBody()
        case .path:
            let item = adds(oneIn: 9) ? "guild/resources/resource-0" : "guild/guides/guide-0"
            return front([
                "title: \(title)", "curator: \(person)", "topics: \(makeTopics())", statusLine(),
                "items: [\(item), {title: \(title), url: 'https://example.org/'}, crew/guides/guide-1]",
            ]) + makeBody()
        case .programme:
            return front([
                "title: \(title)", "coordinator: \(person)", "cadence: week", statusLine(),
                adds(oneIn: 2)
                    ? "cohorts: [{name: \(title), starts: \(later) 10:00, apply: 'https://example.org/', apply_by: \(later)}]"
                    : "",
            ]) + makeBody()
        case .session: return front(["title: \(title)", "minutes: \(random.below(60) + 1)", statusLine()]) + makeBody()
        case .opportunity:
            return front([
                "title: \(title)", "kind: swap", "host: \(person)", "learning: \(title)", "apply: Ask us all",
                adds(oneIn: 2) ? "community: guild" : "", "closes: \(later)", statusLine(),
            ]) + makeBody()
        case .question:
            return front(["title: \(title)", "asked: \(day)", "asked_by: \(person)"]) + makeBody()
                + (adds(oneIn: 2) ? "\n## @\(person) \(day)\n\nAn answer.\n" : "")
        }
    }

    private static let titles = ["Alpha", "Beta", "Gamma \"quoted\"", "Åland", "alpha"]

    private mutating func makeTitle() -> String {
        let title = random.one(of: Self.titles).replacing("\"", with: "'")
        return slot.kind == .person ? "\(title) \(slot.number)" : title
    }

    private mutating func makeTopics() -> String {
        let number = random.isLucky(oneIn: 40) ? 9 : random.below(3)
        return random.isLucky(oneIn: 4) ? "[topic-0, topic-1]" : "[topic-\(number)]"
    }

    private mutating func makeStatus() -> String? { random.one(of: [nil, nil, nil, "draft", "archived"]) }

    /// Whether something is said that need not be.
    private mutating func adds(oneIn chances: Int) -> Bool { !isPlain && random.isLucky(oneIn: chances) }

    private mutating func statusLine() -> String {
        isPlain ? "" : makeStatus().map { "status: \($0)" } ?? ""
    }

    /// The first line is one that a page needs.
    private func front(_ lines: [String]) -> String {
        "---\n" + lines.dropFirst(hasMistake ? 1 : 0).filter { !$0.isEmpty }.map { "\($0)\n" }.joined() + "---\n\n"
    }

    /// The way from the file to the folder of communities.
    private var folder: String {
        switch slot.kind {
        case .home, .plain: "communities"
        case .person, .personTranslation, .topicPage, .opportunity: "../communities"
        case .programme, .session: "../../communities"
        case .community, .communityTranslation: ".."
        default: "../.."
        }
    }

    private mutating func makeBody() -> String {
        let guide = random.one(of: ["\(folder)/guild/guides/guide-0.md", "\(folder)/crew/guides/guide-1.md"])
        var parts = ["Text \(random.below(9)) with \"words\" and a [guide](\(folder)/guild/index.md)."]
        for _ in 0..<random.below(3) {
            switch random.below(8) {
            case 0: parts.append("## \(random.one(of: ["One", "Two", "Three"]))\n\nMore text.")
            case 1: parts.append("See [a guide](\(guide)).")
            case 2 where random.isLucky(oneIn: 9): parts.append("See [a part](\(guide)#one).")
            case 3: parts.append("![A picture](\(folder)/guild/guides/picture.svg)")
            case 4: parts.append("[list: 3 resources about topic-\(random.below(3))]")
            case 5 where random.isLucky(oneIn: 9): parts.append("[list: 2 guides of Alpha]")
            case 6: parts.append("[list: 2 guides of guild]")
            case 5: parts.append("A [file](\(folder)/crew/guides/file.txt).")
            default: parts.append("- [ ] Do \(random.below(9))\n- [ ] Rest")
            }
        }
        if hasMistake { parts.append("See [nothing](nothing.md).") }
        return parts.joined(separator: "\n\n") + "\n"
    }
}

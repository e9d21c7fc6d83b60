import PraxisFiles
import PraxisTestSupport

/// One thing that somebody does to a site; does nothing where there is nothing to do it to.
enum SiteEdit: Hashable, Sendable {
    /// Writes a file anew: what it says follows from the number.
    case write(Slot, variant: UInt32)
    case delete(Slot)
    /// Adds something to the end of a page's text.
    case amend(Slot, variant: UInt32)
    /// Moves a file to another's place.
    case move(Slot, to: Slot)

    /// A file of the site; all of one kind say things of the same kind.
    struct Slot: Hashable, Sendable {
        var kind: Kind
        var number: UInt32

        enum Kind: UInt32, CaseIterable {
            case settings, topics, theme, home, community, person, guide, translation, resource, post, event, question
            case topicPage, plain, picture, download
        }

        /// Whether others refer to it, so that it must stay.
        var isEssential: Bool {
            switch kind {
            case .settings, .topics, .home, .community, .picture, .download: true
            case .person, .guide: number % 4 < 2
            // A site that chooses a theme needs its manifest.
            case .theme: number % 3 == 0
            default: false
            }
        }

        /// The page that a translation is beside.
        var original: Slot { Slot(kind: .guide, number: number) }

        var path: String {
            let community = number % 2 == 0 ? "guild" : "crew"
            return switch kind {
            case .settings: "content/site.yaml"
            case .topics: "content/topics.yaml"
            case .theme: "themes/own/" + ["theme.yaml", "strings/en.yaml", "assets/own.css"][Int(number % 3)]
            case .home: "content/index.md"
            case .community: "content/communities/\(community)/index.md"
            case .person: "content/people/person-\(number % 4).md"
            case .guide: "content/communities/\(community)/guides/guide-\(number % 4).md"
            case .translation: "content/communities/\(community)/guides/guide-\(number % 4).sv.md"
            case .resource: "content/communities/\(community)/resources/resource-\(number % 3).md"
            case .post: "content/communities/\(community)/posts/post-\(number % 3).md"
            case .event: "content/communities/\(community)/events/event-\(number % 2).md"
            case .question: "content/communities/\(community)/questions/question-\(number % 2).md"
            case .topicPage: "content/topics/topic-\(number % 3).md"
            case .plain: "content/page-\(number % 2).md"
            case .picture: "content/communities/\(community)/guides/picture.svg"
            case .download: "content/communities/\(community)/guides/file.txt"
            }
        }
    }

    /// A site with all that others refer to.
    static func site() -> SmallSite {
        var site = SmallSite()
        for kind in Slot.Kind.allCases {
            for number in 0..<4 as Range<UInt32> where Slot(kind: kind, number: number).isEssential {
                write(Slot(kind: kind, number: number), variant: 7).apply(to: &site.files)
            }
        }
        return site
    }

    /// So many edits, the same for the same seed.
    static func script(seed: UInt64, count: Int) -> [SiteEdit] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let slot = random.slot()
            switch random.below(10) {
            case 0: return .delete(slot)
            case 1: return .move(slot, to: Slot(kind: slot.kind, number: UInt32(random.below(12))))
            case 2, 3, 4: return .amend(slot, variant: UInt32(random.below(1 << 20)))
            default: return .write(slot, variant: UInt32(random.below(1 << 20)))
            }
        }
    }

    func apply(to files: inout InMemoryFiles) {
        switch self {
        case .delete(let slot) where slot.isEssential, .move(let slot, _) where slot.isEssential: break
        case .move(_, let new) where new.isEssential: break
        case .write(let slot, _) where slot.kind == .translation && files[slot.original.path] == nil: break
        case .delete(let slot) where slot.kind == .guide, .move(let slot, _) where slot.kind == .guide:
            files[Slot(kind: .translation, number: slot.number).path] = nil
            if case .move(_, let new) = self { files[new.path] = files[slot.path] }
            files[slot.path] = nil
        case .move(let slot, let new) where slot.kind == .translation && files[new.original.path] == nil:
            files[slot.path] = nil
        case .write(let slot, let variant): files[slot.path] = SiteText(slot, variant).text
        case .delete(let slot): files[slot.path] = nil
        case .amend(let slot, let variant):
            guard slot.path.hasSuffix(".md"), let text = files[slot.path] else { return }
            files[slot.path] = text + SiteText(slot, variant).amendment
        case .move(let slot, let new):
            guard let text = files[slot.path] else { return }
            files[slot.path] = nil
            files[new.path] = text
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    fileprivate mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

    fileprivate mutating func isLucky(oneIn chances: Int) -> Bool { below(chances) == 0 }

    fileprivate mutating func slot() -> SiteEdit.Slot {
        SiteEdit.Slot(kind: one(of: SiteEdit.Slot.Kind.allCases), number: UInt32(below(12)))
    }
}

/// What a file of some kind says. Most of it is right; some names nobody, some is a draft, some has an error.
private struct SiteText {
    private var random: SeededGenerator
    private let slot: SiteEdit.Slot

    init(_ slot: SiteEdit.Slot, _ variant: UInt32) {
        self.slot = slot
        random = SeededGenerator(seed: UInt64(variant) << 8 | UInt64(slot.kind.rawValue))
    }

    var text: String {
        var text = self
        return text.make()
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

    private mutating func make() -> String {
        let titles = ["Alpha", "Beta", "Gamma \"quoted\"", "Åland", "alpha"]
        let title = random.one(of: titles).replacing("\"", with: "'")
        let person = random.one(of: ["person-0", "person-1", "Bo Ek"])
        let day = "2026-0\(random.below(9) + 1)-1\(random.below(9))"
        switch slot.kind {
        case .settings:
            let languages = random.one(of: ["languages: [en, sv]\n", "languages: [en, sv, de]\n"])
            let theme = random.isLucky(oneIn: 3) ? "theme: own\n" : ""
            let more = random.one(of: [
                "", "stewardship: true\n", "people: {data: true, index: true}\n", "smart_punctuation: true\n",
                "url: https://other.example/base/\n", "navigation:\n  - communities/guild\n",
            ])
            return "title: \(title)\nlanguage: en\n\(languages)timezone: UTC\n\(theme)"
                + (more.hasPrefix("url") ? "" : "url: https://guild.example/\n") + more
        case .topics:
            return (0..<(3 + random.below(2))).map { number in
                "topic-\(number): {label: \(random.one(of: titles).replacing("\"", with: "'")), synonyms: [word\(random.below(3))]}\n"
            }.joined()
        case .theme:
            switch slot.number % 3 {
            case 0: return "name: Own\nversion: \(random.below(3)).0.0\nextends: commons\n"
            case 1: return "nav.home: \(title)\n"
            default: return "body { margin: \(random.below(9))px }\n"
            }
        case .picture:
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(random.below(90) + 10)\" height=\"9\"/>"
        case .download: return "Text \(random.below(9))\n"
        case .home: return body()
        case .plain: return front(["title: \(title)"]) + body()
        case .topicPage: return body()
        case .community:
            return front([
                "title: \(title)", "purpose: \(random.one(of: titles)) is what we do.", "for: All",
                "owners: \(person)", "join: https://chat.example/\(random.below(3))", "stage: active",
                topics(), "reviewed: \(day)",
            ]) + body()
        case .person:
            return front([
                "name: \(title) \(slot.number)", "role: Tester", "confirmed: \(day)",
                "skills: [{topic: topic-\(random.below(3)), level: skilled}]",
                "offers: [{kind: mentor, topics: [topic-\(random.below(3))], minutes: 30}]",
                random.isLucky(oneIn: 5) ? "listed: false" : "",
            ]) + body()
        case .guide, .translation:
            return front([
                "title: \(title)", slot.kind == .guide ? "kind: how-to" : "", topics(), draft(),
                random.isLucky(oneIn: 3) ? "owners: \(person)" : "",
                random.isLucky(oneIn: 6) ? "aliases: /old-\(slot.kind)-\(slot.number)-\(random.below(3))/" : "",
            ]) + body()
        case .resource:
            return front([
                "title: \(title)", "kind: \(random.one(of: ["article", "video"]))",
                "url: https://example.org/\(random.below(9))",
                "curator: \(person)", "why: \(random.one(of: titles)) explains it.", "added: \(day)", topics(), draft(),
            ]) + (random.isLucky(oneIn: 2) ? body() : "")
        case .post:
            return front([
                "title: \(title)", "kind: \(random.one(of: ["story", "lesson"]))", "author: \(person)", "date: \(day)",
                random.isLucky(oneIn: 3) ? "from: guide-\(random.below(2))" : "", draft(),
            ]) + body()
        case .event:
            return front([
                "title: \(title)", "start: 2026-12-\(random.below(9) + 10) 10:00", "minutes: 60", "host: \(person)",
                random.isLucky(oneIn: 3) ? "repeat: weekly" : "",
            ]) + body()
        case .question:
            return front(["title: \(title)", "asked: \(day)", "asked_by: \(person)"]) + body()
                + (random.isLucky(oneIn: 2) ? "\n## @\(person) \(day)\n\nAn answer.\n" : "")
        }
    }

    private mutating func topics() -> String { "topics: [topic-\(random.below(3))]" }

    private mutating func draft() -> String { random.one(of: ["", "", "", "status: draft", "status: archived"]) }

    private func front(_ lines: [String]) -> String {
        "---\n" + lines.filter { !$0.isEmpty }.map { "\($0)\n" }.joined() + "---\n\n"
    }

    /// The way from the file to the folder of communities.
    private var folder: String {
        switch slot.kind {
        case .home, .plain: "communities"
        case .person, .topicPage: "../communities"
        case .community: ".."
        default: "../.."
        }
    }

    private mutating func body() -> String {
        let guide = random.one(of: ["\(folder)/guild/guides/guide-0.md", "\(folder)/crew/guides/guide-1.md"])
        var parts = ["Text \(random.below(9)) with \"words\" and a [guide](\(folder)/guild/index.md)."]
        for _ in 0..<random.below(3) {
            switch random.below(7) {
            case 0: parts.append("## \(random.one(of: ["One", "Two", "Three"]))\n\nMore text.")
            case 1: parts.append("See [a guide](\(guide)).")
            case 2 where random.isLucky(oneIn: 9): parts.append("See [a part](\(guide)#one).")
            case 3: parts.append("![A picture](\(folder)/guild/guides/picture.svg)")
            case 4: parts.append("[list: 3 resources about topic-\(random.below(3))]")
            case 5: parts.append("A [file](\(folder)/crew/guides/file.txt).")
            default: parts.append("- [ ] Do \(random.below(9))\n- [ ] Rest")
            }
        }
        return parts.joined(separator: "\n\n") + "\n"
    }
}

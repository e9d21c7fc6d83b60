import PraxisBuild
import PraxisFiles
import PraxisModel
import PraxisTestSupport

/// One thing that somebody does to a site; does nothing where there is nothing to do it to.
struct SiteEdit: Hashable, Sendable, CustomStringConvertible {
    let action: Action
    let slot: Slot
    /// What a file then says, or what it is then called, follows from this number.
    let variant: UInt32

    enum Action: CaseIterable {
        /// A page with all that it says, new or instead of another.
        case add
        /// Other words below the same front matter; a new page where there is none.
        case edit
        /// More words at the end.
        case amend
        /// Another file name, in the same folder.
        case rename
        case delete
        /// Another title or name, and all else as it was.
        case retitle
        case retag
        /// A draft, out of date, or neither.
        case draft
        /// To the other community.
        case move
        case theme, topic, asset, settings
        /// Another day, up to some weeks ahead.
        case day
    }

    /// A file of the site; all of one kind say things of the same kind.
    struct Slot: Hashable, Sendable {
        var kind: Kind
        var number: UInt32

        /// Twice as many as a folder has files of any kind.
        static let numbers: Range<UInt32> = 0..<8

        enum Kind: UInt32, CaseIterable {
            case settings, topics, theme, home, community, person, guide, translation, resource, post, event, question
            case topicPage, plain, picture, download
            case path, programme, session, opportunity, photo, personTranslation, communityTranslation
        }

        /// Whether others refer to it, so that it had better stay.
        var isEssential: Bool {
            switch kind {
            case .settings, .topics, .home, .community, .picture, .download, .photo: true
            case .person, .guide: name < 2
            // A site that chooses a theme needs its manifest.
            case .theme: number == 0
            default: false
            }
        }

        /// The page without which it cannot be: that which it translates, or the programme of a session.
        var original: Slot? {
            switch kind {
            case .translation: Slot(kind: .guide, number: number)
            case .personTranslation: Slot(kind: .person, number: number)
            case .communityTranslation: Slot(kind: .community, number: number)
            case .session: Slot(kind: .programme, number: number)
            default: nil
            }
        }

        /// The translation or session that a page may have.
        var translation: Slot? {
            switch kind {
            case .guide: Slot(kind: .translation, number: number)
            case .person: Slot(kind: .personTranslation, number: number)
            case .community: Slot(kind: .communityTranslation, number: number)
            case .programme: Slot(kind: .session, number: number)
            default: nil
            }
        }

        var path: String {
            let community = number % 2 == 0 ? "guild" : "crew"
            return switch kind {
            case .settings: "content/site.yaml"
            case .topics: "content/topics.yaml"
            case .theme:
                "themes/own/"
                    + [
                        "theme.yaml", "strings/en.yaml", "assets/own.css", "templates/pages/guide.mustache",
                        "strings/sv.yaml", "templates/pages/person.mustache", "templates/components/banners.mustache",
                        "templates/components/title.mustache",
                    ][Int(number)]
            case .home: "content/index.md"
            case .community: "content/communities/\(community)/index.md"
            case .person: "content/people/person-\(name).md"
            case .guide: "content/communities/\(community)/guides/guide-\(name).md"
            case .translation: "content/communities/\(community)/guides/guide-\(name).sv.md"
            case .resource: "content/communities/\(community)/resources/resource-\(name).md"
            case .post: "content/communities/\(community)/posts/post-\(name).md"
            case .event: "content/communities/\(community)/events/event-\(name).md"
            case .question: "content/communities/\(community)/questions/question-\(name).md"
            case .topicPage: "content/topics/topic-\(name % 3).md"
            case .plain: "content/page-\(name).md"
            case .picture: "content/communities/\(community)/guides/picture.svg"
            case .download: "content/communities/\(community)/guides/file.txt"
            case .path: "content/communities/\(community)/paths/path-\(name).md"
            case .programme: "content/programmes/programme-\(number)/index.md"
            case .session: "content/programmes/programme-\(number)/01-session.md"
            case .opportunity: "content/opportunities/opportunity-\(number).md"
            case .photo: "content/people/photo.svg"
            case .personTranslation: "content/people/person-\(name).sv.md"
            case .communityTranslation: "content/communities/\(community)/index.sv.md"
            }
        }

        /// What tells it from others of its kind in the same folder.
        var name: UInt32 { number / 2 }
    }

    /// Where the file is afterwards.
    private var target: Slot {
        var target = slot
        switch action {
        case .rename: target.number = (slot.number + 2 * (1 + variant % 3)) % Slot.numbers.upperBound
        case .move: target.number ^= 1
        default: break
        }
        return target
    }

    func apply(to site: inout SmallSite) {
        if action == .day {
            site.options.today = SmallSite.today.advanced(byDays: Int(variant % 60))
        } else {
            apply(to: &site.files)
        }
    }

    func apply(to files: inout InMemoryFiles) {
        let old = files[slot.path]
        switch action {
        case .day: break
        case .add, .theme, .topic, .asset, .settings:
            guard hasOriginal(slot, in: files) else { return }
            files[slot.path] = SiteText(slot, variant).whole
        case .edit:
            guard hasOriginal(slot, in: files) else { return }
            let text = SiteText(slot, variant)
            files[slot.path] = old.map { $0.with(body: text.body) } ?? text.whole
        case .amend:
            files[slot.path] = old.map { $0 + SiteText(slot, variant).amendment }
        case .retitle:
            let field = slot.kind == .person ? "name" : "title"
            guard let old, old.contains("\n\(field): ") else { return }
            files[slot.path] = old.with(field: field, SiteText(slot, variant).title)
        case .retag:
            guard let old, old.contains("\ntopics: ") else { return }
            files[slot.path] = old.with(field: "topics", SiteText(slot, variant).topics)
        case .draft:
            files[slot.path] = old?.with(field: "status", SiteText(slot, variant).status)
        case .delete:
            guard !slot.isEssential || variant % 3 == 0 else { return }
            files[slot.path] = nil
            if let translation = slot.translation { files[translation.path] = nil }
        case .rename, .move:
            guard old != nil, !slot.isEssential, !target.isEssential, target.path != slot.path else { return }
            guard hasOriginal(target, in: files) else { return }
            files[slot.path] = nil
            files[target.path] = old
            guard let translation = slot.translation, let new = target.translation else { return }
            files[new.path] = files[translation.path]
            files[translation.path] = nil
        }
    }

    private func hasOriginal(_ slot: Slot, in files: InMemoryFiles) -> Bool {
        slot.original.map { files[$0.path] != nil } ?? true
    }

    var description: String {
        let place = target == slot ? slot.path : "\(slot.path) → \(target.path)"
        return "\(action) \(place) (\(slot.kind) \(slot.number), \(variant))"
    }
}

// MARK: - Choosing edits

extension SiteEdit {
    /// What a file says in that site.
    static let plainVariant: UInt32 = 7

    /// A site with all that others refer to.
    static func site() -> SmallSite {
        var site = SmallSite()
        for kind in Slot.Kind.allCases {
            for number in Slot.numbers where Slot(kind: kind, number: number).isEssential {
                SiteEdit(action: .add, slot: Slot(kind: kind, number: number), variant: plainVariant).apply(
                    to: &site.files)
            }
        }
        return site
    }

    /// So many edits, the same for the same seed.
    static func script(seed: UInt64, count: Int) -> [SiteEdit] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let action = random.one(of: Self.choices)
            let kind = random.one(of: action.kinds)
            let number = UInt32(random.below(Slot.numbers.count))
            return SiteEdit(
                action: action, slot: Slot(kind: kind, number: number), variant: UInt32(random.below(1 << 20)))
        }
    }

    /// A site has more pages than themes, so pages are worked on more often.
    private static let choices: [Action] =
        Action.allCases + [.add, .add, .edit, .edit, .amend, .amend, .retitle, .retag, .draft]
}

extension SiteEdit.Action {
    /// What it is done to.
    fileprivate var kinds: [SiteEdit.Slot.Kind] {
        switch self {
        case .theme: [.theme]
        case .topic: [.topics, .topicPage]
        case .asset: [.picture, .download, .photo]
        case .settings, .day: [.settings]
        case .retitle:
            [
                .community, .person, .guide, .translation, .resource, .post, .event, .question, .plain, .path,
                .programme,
                .session, .opportunity, .personTranslation, .communityTranslation,
            ]
        case .retag: [.community, .guide, .resource, .path, .event]
        case .draft:
            [.guide, .translation, .resource, .post, .path, .programme, .session, .event, .opportunity, .person]
        case .move, .rename:
            [
                .person, .guide, .translation, .resource, .post, .event, .question, .plain, .path, .programme,
                .opportunity,
            ]
        case .delete: SiteEdit.Slot.Kind.allCases
        case .add, .edit, .amend:
            [
                .home, .community, .person, .guide, .translation, .resource, .post, .event, .question, .topicPage,
                .plain, .path, .programme, .session, .opportunity, .personTranslation, .communityTranslation,
            ]
        }
    }
}

extension SeededGenerator {
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

    mutating func isLucky(oneIn chances: Int) -> Bool { below(chances) == 0 }
}

// MARK: - Changing a page's text

extension String {
    /// The page with something else below its front matter, if it has any.
    fileprivate func with(body: String) -> String {
        guard hasPrefix("---\n"), let end = firstRange(of: "\n---\n") else { return body }
        return self[..<end.upperBound] + "\n" + body
    }

    /// The page with another value for a field of its front matter, which stands in one line; `nil` takes the field away.
    fileprivate func with(field: String, _ value: String?) -> String {
        guard hasPrefix("---\n"), let end = firstRange(of: "\n---\n") else { return self }
        let front = self[..<end.lowerBound].split(separator: "\n").filter { !$0.hasPrefix("\(field):") }
        let line = value.map { ["\(field): \($0)"] } ?? []
        return (front.map(String.init) + line).joined(separator: "\n") + self[end.lowerBound...]
    }
}

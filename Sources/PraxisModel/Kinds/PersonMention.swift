/// Somebody named in front matter.
package enum PersonMention: Hashable, Sendable, Encodable {
    /// A person with a page on the site.
    case profile(PageID)
    /// A person without one: shown by name only.
    case name(String)

    /// The page, where there is one.
    package var page: PageID? {
        if case .profile(let page) = self { page } else { nil }
    }

    /// Whether it stands for somebody who was forgotten.
    package var isFormerMember: Bool {
        if case .name(let name) = self { FormerMember.isOne(name) } else { false }
    }
}

/// Somebody in a role, with its term.
package struct RoleHolder: Hashable, Sendable, Encodable {
    package let person: PersonMention
    package let since: Day?
    package let until: Day?
    package let note: String?

    package init(person: PersonMention, since: Day? = nil, until: Day? = nil, note: String? = nil) {
        self.person = person
        self.since = since
        self.until = until
        self.note = note
    }

    /// Whether the term is over: the day in `until` is the last one.
    package func isPast(on today: Day) -> Bool {
        until.map { $0 < today } ?? false
    }
}

extension PersonMention {
    /// The name to show.
    package func name(in site: Site) -> String {
        switch self {
        case .profile(let id): site[id].metadata.title
        case .name(let name): name
        }
    }
}

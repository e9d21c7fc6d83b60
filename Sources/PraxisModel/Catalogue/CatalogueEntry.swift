package import PraxisDiagnostics

/// What the catalogue must know of a file before its front matter is decoded: where it is and a few fields, read as they
/// stand.
package struct CatalogueCandidate: Equatable, Sendable {
    package let source: SourcePath
    package let placement: Placement
    /// A person's name, else the title, else the first heading.
    package var title: String?
    package var status: Status
    package var shownFrom: Day?
    package var shownUntil: Day?
    package var language: String?
    /// `listed: false` of a person.
    package var isUnlisted: Bool
    /// The day on which a person left.
    package var left: Day?
    package var aliases: [Route]

    package init(
        source: SourcePath, placement: Placement, title: String? = nil, status: Status = .live, shownFrom: Day? = nil,
        shownUntil: Day? = nil, language: String? = nil, isUnlisted: Bool = false, left: Day? = nil,
        aliases: [Route] = []
    ) {
        self.source = source
        self.placement = placement
        self.title = title
        self.status = status
        self.shownFrom = shownFrom
        self.shownUntil = shownUntil
        self.language = language
        self.isUnlisted = isUnlisted
        self.left = left
        self.aliases = aliases
    }

    /// What to call the page; without a title the home page is the site's, and any other goes by its identifier.
    func name(in settings: Settings) -> String {
        title ?? (placement.kind == .home ? settings.title : placement.slug)
    }

    /// Whether another candidate has the same place in a catalogue: in all but its name and the day on which somebody left.
    package func stands(as other: CatalogueCandidate) -> Bool {
        var candidate = self
        (candidate.title, candidate.left) = (other.title, other.left)
        return candidate == other
    }
}

/// A file of the catalogue: who it is, where it will be, and whether it is on the site today.
///
/// An object that never changes, so that a catalogue of thousands with another name for one copies none.
package final class CatalogueEntry: Sendable {
    package let source: SourcePath
    package let placement: Placement
    /// What to call it when it is mentioned: its title, or its identifier where it has none.
    package let title: String
    /// A BCP 47 tag: its own, else its community's, else the site's.
    package let language: String
    package let route: Route
    package let visibility: Visibility
    /// Its number on the site; `nil` when it is not there today.
    package let page: PageID?
    /// The entries that it stands below or translates, as positions in the catalogue.
    package let community: Int?
    package let programme: Int?
    package let original: Int?
    /// The day on which a person left.
    package let left: Day?

    init(
        source: SourcePath, placement: Placement, title: String, language: String, route: Route,
        visibility: Visibility, page: PageID?, community: Int?, programme: Int?, original: Int?, left: Day?
    ) {
        self.source = source
        self.placement = placement
        self.title = title
        self.language = language
        self.route = route
        self.visibility = visibility
        self.page = page
        self.community = community
        self.programme = programme
        self.original = original
        self.left = left
    }

    package var kind: PageKind { placement.kind }

    /// The same entry under the name of a candidate that stands as its own does.
    func renamed(as candidate: CatalogueCandidate, in settings: Settings) -> CatalogueEntry {
        CatalogueEntry(
            source: source, placement: placement, title: candidate.name(in: settings), language: language,
            route: route, visibility: visibility, page: page, community: community, programme: programme,
            original: original, left: candidate.left)
    }

    /// How a reference from anywhere names it: `agile/guides/retrospective`, `anna-lind`.
    package var reference: String {
        guard let folder = kind.communityFolder, let community = placement.community else { return placement.slug }
        return "\(community)/\(folder)/\(placement.slug)"
    }
}

/// Whether a page is on the site on a day, and if not, why.
package enum Visibility: Hashable, Sendable {
    case shown
    case draft
    case notBefore(Day)
    case notAfter(Day)
    /// A person who wants no page.
    case unlisted
    /// What it belongs to is not on the site.
    case insideHidden

    /// Why it is not there, to end the sentence “… is”.
    package var reason: String {
        switch self {
        case .shown: "on the site"
        case .draft: "a draft"
        case .notBefore(let day): "not shown before \(day)"
        case .notAfter(let day): "not shown after \(day)"
        case .unlisted: "not listed"
        case .insideHidden: "inside something that is not shown"
        }
    }
}

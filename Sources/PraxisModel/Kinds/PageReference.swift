/// What a reference to another page of the site leads to.
package enum PageReference: Hashable, Sendable, Encodable {
    case page(PageID)
    /// A draft, or something outside the dates between which it is shown: only its title is told.
    case hidden(title: String)

    package var page: PageID? {
        if case .page(let page) = self { page } else { nil }
    }
}

/// A page of this site or an address elsewhere.
package enum LinkOrReference: Hashable, Sendable, Encodable {
    case reference(PageReference)
    case link(title: String, url: String)
}

/// What becomes of a link or image on a page.
package enum LinkResolution: Hashable, Sendable {
    /// The address as it was written, if its scheme is allowed.
    case asWritten
    /// Another address: that of a page of this site, relative to the page that is being written.
    case address(String)
    /// Its text only, because what it leads to is not to be seen, or is not there.
    case text
    /// An image of this site, with its size in pixels where that is known.
    case image(String, width: Int?, height: Int?)
}

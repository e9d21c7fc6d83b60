internal import PraxisBytes
package import PraxisModel

/// A file that pages of a theme refer to: a style sheet, a script, a picture.
package struct ThemeAsset: Sendable {
    package let route: Route
    package let bytes: [UInt8]

    /// What the addresses of all assets look like below the site's root: a regular expression in what PCRE, RE2 and
    /// ECMAScript share, which matches their beginnings. Whatever is behind such an address never changes.
    package static let hashedAddresses = "\(folder)/[0-9a-f]{\(StableHash.digits)}/"

    /// The folder of the folders that are named by what is in them.
    static let folder = "assets"

    /// How the folder of a theme's assets is named.
    package enum Naming: Sendable, Equatable, Encodable {
        /// By what is in it, so that browsers may keep it for ever.
        case byContents
        /// Always alike, so that a page stays the same when a style sheet changes, as in a preview.
        case steady
    }
}

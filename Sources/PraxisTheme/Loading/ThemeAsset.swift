package import PraxisModel

/// A file that pages of a theme refer to: a style sheet, a script, a picture.
package struct ThemeAsset: Sendable {
    package let route: Route
    package let bytes: [UInt8]
}

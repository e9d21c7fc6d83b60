/// A page of HTML.
package struct RenderedPage: Sendable {
    package let bytes: [UInt8]
    /// What made it; `nil` where nothing did.
    package let template: PageTemplate?

    /// What is there to see where the theme has no template for it.
    static let nothing = RenderedPage(bytes: [], template: nil)
}

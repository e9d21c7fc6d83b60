/// A parsed text; the parser follows.
package struct MarkdownDocument: Sendable {
    package init() {}
}

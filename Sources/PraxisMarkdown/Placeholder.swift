/// A parsed text; the parser follows.
package struct MarkdownDocument: Sendable {
    package init() {}

    package var headings: [(level: Int, text: String)] { [] }
}

/// How a document becomes part of a page.
package struct MarkdownHTMLOptions: Sendable {
    /// How much deeper headings are than they were written; none is deeper than the sixth level.
    package var headingShift = 0
    /// Whether each heading has a link to itself.
    package var linksHeadings = true
    /// Whether boxes and blanks can be filled in.
    package var isSheet = false
    /// What stands before each identifier, where a page shows several documents.
    package var identifierPrefix = ""
    package var labels = Labels()

    package init() {}

    /// The words that a page needs and a document has not got, in the page's language.
    package struct Labels: Equatable, Sendable {
        /// The titles of alerts, in the order of `AlertKind`.
        package var alerts = ["Note", "Tip", "Important", "Warning", "Caution"]
        /// Before the names of a table's columns: the name of the region in which it scrolls.
        package var table = "Table"
        /// The summary of details that have none.
        package var details = "Details"
        /// A blank and a box about which nothing is said.
        package var blank = "Blank"
        package var task = "Task"
        package var footnotes = "Footnotes"
        package var backToText = "Back to the text"

        package init() {}
    }
}

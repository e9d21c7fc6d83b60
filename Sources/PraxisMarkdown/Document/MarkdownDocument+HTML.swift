extension MarkdownDocument {
    /// Adds the document, or a part of it, as pages have it: see *Markdown* in the site's design. Linear.
    ///
    /// Raw HTML is safe only in documents of the dialect `site`: the others' is left out here.
    ///
    /// - Parameters:
    ///   - resolve: Says what becomes of each link and image; is asked once for each, in order.
    ///   - fill: Gives the markup of a list that the site makes; `nil` leaves its words.
    package func appendHTML(
        of part: Part? = nil, options: MarkdownHTMLOptions = MarkdownHTMLOptions(), to html: inout HTMLBuffer,
        resolve: (MarkdownLink) -> LinkResolution = { _ in .asWritten }, fill: (MarkdownList) -> [UInt8]? = { _ in nil }
    ) {
        let range = (part ?? body).nodes
        withoutActuallyEscaping(resolve) { resolve in
            withoutActuallyEscaping(fill) { fill in
                tree.nodes.withUnsafeBufferPointer { nodes in
                    tree.bytes.withUnsafeBufferPointer { text in
                        var renderer = SiteRenderer(
                            tree: tree, nodes: nodes, text: text, options: options,
                            html: exchange(&html, with: HTMLBuffer()), resolve: resolve, fill: fill)
                        NodeTree.visit(nodes, range, with: &renderer)
                        renderer.finish()
                        html = renderer.html
                    }
                }
            }
        }
    }

    /// The document, or a part of it, as pages have it, in UTF-8.
    package func html(
        of part: Part? = nil, options: MarkdownHTMLOptions = MarkdownHTMLOptions(),
        resolve: (MarkdownLink) -> LinkResolution = { _ in .asWritten }, fill: (MarkdownList) -> [UInt8]? = { _ in nil }
    ) -> [UInt8] {
        var html = HTMLBuffer(reserving: tree.bytes.count + tree.bytes.count / 2 + 64)
        appendHTML(of: part, options: options, to: &html, resolve: resolve, fill: fill)
        return html.bytes
    }
}

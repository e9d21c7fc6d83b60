package import PraxisDiagnostics

/// What `praxis markdown` does: one text to HTML, without a site.
package enum Markdown {
    /// The three promises that can be tested each on what it promises.
    package enum Profile: String, Sendable, CaseIterable {
        /// libcmark's own output, raw HTML through.
        case commonmark
        /// GitHub's specification, as cmark-gfm renders it.
        case gfm
        /// What pages get.
        case site
    }

    /// The HTML of a text, in UTF-8. A text beyond the limits gives none, and findings.
    package static func html(
        _ source: SourceText, profile: Profile, findings: inout [Finding]
    ) -> [UInt8] {
        switch profile {
        case .commonmark:
            guard MarkdownLimits().scan(source, from: 0, findings: &findings) != nil else { return [] }
            return source.bytes.withUnsafeBufferPointer { CmarkTree.html(of: $0) }
        case .gfm: return MarkdownDocument(parsing: source, dialect: .gfm, findings: &findings).gfmHTML()
        case .site: return MarkdownDocument(parsing: source, dialect: .site, findings: &findings).html()
        }
    }

    /// What libcmark alone makes of a text, without limits: what our own work is measured against.
    package static func libcmarkHTML(_ text: [UInt8]) -> [UInt8] {
        text.withUnsafeBufferPointer { CmarkTree.html(of: $0) }
    }

    /// The HTML of a text, which is nothing where the text is beyond the limits.
    package static func html(_ text: String, profile: Profile) -> String {
        var findings: [Finding] = []
        let source = SourceText(path: SourcePath("text.md"), text: text)
        return String(decoding: html(source, profile: profile, findings: &findings), as: UTF8.self)
    }
}

extension MarkdownDocument {
    /// The document as libcmark and cmark-gfm render it, raw HTML through: for the dialects that GitHub's specification
    /// knows, not for pages.
    package func gfmHTML() -> [UInt8] {
        tree.nodes.withUnsafeBufferPointer { nodes in
            tree.bytes.withUnsafeBufferPointer { text in
                var renderer = GFMRenderer(nodes: nodes, text: text, dialect: dialect)
                NodeTree.visit(nodes, 0..<nodes.count, with: &renderer)
                return renderer.html.bytes
            }
        }
    }
}

extension MarkdownDocument {
    /// A stretch of a document below one heading, as search wants it.
    package struct Section: Sendable {
        /// The heading; `nil` for what stands before the first.
        package let heading: Heading?
        /// The plain text up to the next heading, of whatever level, with blocks on lines of their own and without mail
        /// addresses.
        package let text: String
        /// Where the section stands in the file, its heading included.
        package let source: Range<UInt32>
    }

    /// The sections in order; one without heading only if there is text before the first. Linear.
    package var sections: [Section] {
        var sections: [Section] = []
        let nodes = tree.nodes
        var start = 1
        var heading: Int?
        func end(at index: Int) {
            let text = MailAddresses.leftOut(of: tree.plainText(of: start..<index))
            guard heading != nil || !text.isEmpty else { return }
            let first = heading ?? start
            let places = nodes[first..<index].lazy.map(\.source).filter { !$0.isEmpty }
            let lower = places.first?.lowerBound ?? 0
            let upper = places.reduce(lower) { max($0, $1.upperBound) }
            sections.append(Section(heading: heading.flatMap(self.heading(at:)), text: text, source: lower..<upper))
        }
        for index in nodes.indices where nodes[index].kind == .heading {
            end(at: index)
            heading = index
            start = Int(nodes[index].end)
        }
        end(at: nodes.count)
        return sections
    }

    /// The first sentence of the first paragraph that stands by itself, without mail addresses, for lists and link
    /// previews; `nil` where there is no such paragraph.
    ///
    /// At most about `limit` characters: a longer one ends between two words, with an ellipsis.
    package func firstSentence(limit: Int = 240) -> String? {
        for index in tree.children(of: 0) where tree.nodes[index].kind == .paragraph {
            let text = MailAddresses.leftOut(of: oneLine(tree.plainText(of: index..<Int(tree.nodes[index].end))))
            let sentence = Sentence.first(of: text)
            if !sentence.isEmpty { return Sentence.shortened(sentence, to: limit) }
        }
        return nil
    }
}

internal import PraxisMarkdown
package import PraxisModel

/// Makes the index of a site.
///
/// Each subject is analysed by itself, which a build does on all cores; then all are merged into files.
package struct SearchIndexBuilder: Sendable {
    /// What readers see for a facet's word in a language; `nil` for the word itself.
    package typealias Label = @Sendable (_ facet: SearchFacet, _ value: String, _ language: String) -> String?

    private var site: Site
    private let overviews: [Overview]
    private let label: Label

    /// - Parameters:
    ///   - overviews: The lists and tools that are found beside the site's pages.
    ///   - label: Asked for kinds, attributes, languages and states. Communities and topics have their own titles.
    package init(site: Site, overviews: [Overview] = [], label: @escaping Label = { _, _, _ in nil }) {
        self.site = site
        self.overviews = overviews
        self.label = label
    }

    /// The same builder, of a site that notes which of its pages are read.
    package func reading(_ noted: Site) -> SearchIndexBuilder {
        var builder = self
        builder.site = noted
        return builder
    }

    /// All that is found: the pages, topics without a page of their own, and overviews.
    package var subjects: [SearchSubject] {
        site.pages.map { .page($0.id) } + site.topics.filter { $0.page == nil }.map { .topic($0.id) }
            + overviews.map { .overview($0) }
    }

    /// One subject's words and texts. Linear in the length of its text.
    package func analyse(_ subject: SearchSubject) -> AnalysedPage {
        AnalysedPage(document(of: subject))
    }

    /// What search knows of one subject.
    func document(of subject: SearchSubject) -> SearchDocument {
        switch subject {
        case .page(let id):
            return SearchDocument(of: site[id], in: site, label: label)
        case .topic(let id):
            let topic = site.topic(id) ?? Topic(id: id, label: id.rawValue)
            return SearchDocument(of: topic, language: site.settings.language)
        case .overview(let overview): return SearchDocument(of: overview, label: label)
        }
    }

    /// Makes the files of the index, the same whatever the order of the pages. Linear in the number of words in all.
    ///
    /// - Parameters:
    ///   - pages: What nobody else has of them is let go of while files are made.
    ///   - write: Is given each file when it is made.
    ///   - release: Called when much of what pages held is free.
    package func makeFiles(
        from pages: consuming [AnalysedPage], write: (SearchIndexFile) throws -> Void, release: () -> Void = {}
    ) rethrows {
        let labels = labels(for: pages)
        try IndexPacker.pack(
            consume pages, languages: site.settings.languages, labels: labels,
            write: { name, bytes in
                try write(SearchIndexFile(route: Route("/" + IndexFormat.folder + name), bytes: bytes))
            }, release: release)
    }

    /// All files, with both steps one after the other.
    package func files() -> [SearchIndexFile] {
        var files: [SearchIndexFile] = []
        makeFiles(from: subjects.map(analyse), write: { files.append($0) })
        return files
    }

    /// What readers see for each value, by language and facet, where it is not the value itself.
    private func labels(for pages: [AnalysedPage]) -> [String: [String: [String: String]]] {
        let languages = Set(site.settings.languages + pages.map(\.facts.language))
        let kinds = Set(pages.map(\.facts.kind))
        var words: [(SearchFacet, [String])] = [
            (.kind, Array(kinds)), (.language, Array(languages)), (.status, ["live", "archived"]),
        ]
        words += SearchFacet.attributes.map { facet in
            (facet, Array(Set(pages.compactMap { $0.facts.attributes[facet] })))
        }
        var labels: [String: [String: [String: String]]] = [:]
        for language in languages {
            for (facet, values) in words {
                for value in values {
                    labels[language, default: [:]][facet.rawValue, default: [:]][value] = label(facet, value, language)
                }
            }
            for page in site.pages where page.kind == .community && page.original == nil {
                let translation = site.relations.translations[page.id]?[language]
                let title = (translation.map { site[$0] } ?? page).metadata.title
                labels[language, default: [:]][SearchFacet.community.rawValue, default: [:]][page.slug] =
                    MailAddresses.leftOut(of: title)
            }
            for topic in site.topics {
                labels[language, default: [:]][SearchFacet.topic.rawValue, default: [:]][topic.id.rawValue] =
                    MailAddresses.leftOut(of: topic.label)
            }
        }
        return labels
    }
}

/// Something that can be found.
package enum SearchSubject: Hashable, Sendable {
    case page(PageID)
    /// A topic without a file of its own.
    case topic(TopicID)
    /// A list or tool, which no file is about.
    case overview(Overview)
}

/// A file of the index.
package struct SearchIndexFile: Sendable {
    package let route: Route
    package let bytes: [UInt8]

    /// What the addresses of all files but the manifest look like below the site's root: a regular expression in what
    /// PCRE, RE2 and ECMAScript share. Whatever is behind such an address never changes.
    package static let hashedAddresses = "\(IndexFormat.folder)\(IndexFormat.namePattern)$"

    /// Whether its name changes with its bytes.
    package var isNamedByContents: Bool { !route.path.hasSuffix("/\(IndexFormat.manifestName)") }
}

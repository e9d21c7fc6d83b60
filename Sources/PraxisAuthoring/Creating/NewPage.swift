package import PraxisDiagnostics
package import PraxisFiles
package import PraxisModel
internal import PraxisYAML

/// A page that an author begins: its file at the right place, with every field that it needs and the most useful of those
/// that it may have.
package struct NewPage: Sendable {
    package let edits: FileEdits
    package let file: SourcePath
    /// What its author still has to say: what a check would find in it now.
    package let remaining: [Finding]

    /// What somebody wants to begin.
    package struct Request: Sendable {
        /// A word of ``NewPage/kinds``.
        package var kind: String
        /// A person's name.
        package var title: String
        /// The community that it is in; needed only where there are several.
        package var community: String?
        /// Of a session: the programme that it is in; needed only where there are several.
        package var programme: String?
        /// Who writes, hosts, curates or owns it.
        package var author: String?
        /// The name of the file, where it is not to follow from the title.
        package var identifier: String?
        /// A BCP 47 tag, where it differs from the community's.
        package var language: String?
        /// What else is known, by field.
        package var values: [(key: String, value: String)]

        package init(
            kind: String, title: String, community: String? = nil, programme: String? = nil, author: String? = nil,
            identifier: String? = nil, language: String? = nil, values: [(key: String, value: String)] = []
        ) {
            self.kind = kind
            self.title = title
            self.community = community
            self.programme = programme
            self.author = author
            self.identifier = identifier
            self.language = language
            self.values = values
        }
    }

    /// Every word that says what to begin.
    package static let kinds: [String] = KindWord.texts

    /// Writes the page's text.
    package init(_ request: Request, in sources: SiteSources) throws(AuthoringError) {
        let kind = try KindWord(request.kind)
        let place = try NewPlace(kind.kind, request, in: sources)
        guard !FileNames(of: sources).files.contains(place.file) else {
            throw AuthoringError("\(place.file) is there already", advice: "choose another title, or a name with --id")
        }
        let language = place.language(request.language, in: sources)
        var fields = NewFields(kind, request, language: language, in: sources)
        try fields.fill(author: request.author, values: request.values)
        if kind.kind == .opportunity, let community = place.community { fields.set("community", to: community) }
        let text = fields.text + PageBody.text(of: kind, in: language.own)

        file = place.file
        var writes = [FileEdits.Write(path: place.file, old: nil, new: Array(text.utf8))]
        if kind.kind == .programme { writes.append(Self.firstSession(of: place.file, language, in: sources)) }
        edits = FileEdits(writes: writes)
        remaining = NewPageCheck.findings(in: writes, among: sources)
    }

    /// A programme begins with one session.
    private static func firstSession(
        of programme: SourcePath, _ language: NewLanguage, in sources: SiteSources
    ) -> FileEdits.Write {
        let isSwedish = language.own.hasPrefix("sv")
        let title = isSwedish ? "Första träffen" : "First session"
        let file = programme.folder.appending("01-\(Slug.suggestion(for: title)).md")
        let kind = KindWord(.session)
        var fields = NewFields(kind, Request(kind: "session", title: title), language: language, in: sources)
        fields.set("title", to: title)
        return FileEdits.Write(
            path: file, old: nil, new: Array((fields.text + PageBody.text(of: kind, in: language.own)).utf8))
    }
}

extension KindWord {
    /// A kind of page, said no closer.
    init(_ kind: PageKind) {
        self.kind = kind
        word = nil
    }
}

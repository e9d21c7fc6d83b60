internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel

/// What a check finds in new files of a site.
enum NewPageCheck {
    /// Reads the files among all others. Linear in the size of the site.
    static func findings(in writes: [FileEdits.Write], among sources: SiteSources) -> [Finding] {
        let new = writes.compactMap { write -> ParsedPage? in
            guard case .page(let placement) = Placement.outcome(for: write.path) else { return nil }
            return ParsedPage(parsing: SourceText(path: write.path, bytes: write.new), placement: placement)
        }
        let old = sources.context
        let (catalogue, problems) = Catalogue.make(
            of: (sources.pages + new).map(\.candidate), settings: old.settings, today: old.today, includesDrafts: true)
        let context = ReadingContext(
            catalogue: catalogue, settings: old.settings, topics: old.topics, attachments: old.attachments,
            today: old.today)
        let paths = Set(new.map(\.source.path))
        let read = new.flatMap { page -> [Finding] in
            guard let entry = catalogue.entry(of: page.source.path) else { return [] }
            return page.findings + PageDecoder.decode(page, original: nil, entry: entry, in: context).findings
        }
        return (read + problems.filter { paths.contains($0.location.path) }).sorted()
    }
}

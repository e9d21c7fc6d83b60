package import PraxisModel

extension ThemeRenderer {
    /// The lists and tools in the site's navigation in each of its languages, but for the search: what is found besides pages.
    ///
    /// Circles and ways of learning are none: their titles are words that many pages have, which these would stand before.
    package var overviews: [Overview] {
        outputs.compactMap { output in
            guard case .section(let list) = output.subject, list != .search,
                let section = SiteSection(rawValue: list.rawValue),
                let strings = theme.strings(for: output.language, site: site.settings.language)
            else { return nil }
            return Overview(
                route: output.route, title: strings.text(section.title),
                summary: strings.lead(of: list, in: site) ?? "",
                language: output.language, original: original(of: output))
        }
    }

    private func original(of output: PageOutput) -> Route? {
        guard site.settings.languages.count > 1 else { return nil }
        let edition = Route.home.prefixed(for: output.language, of: site.settings)
        return Route("/" + output.route.path.dropFirst(edition.path.count))
    }
}

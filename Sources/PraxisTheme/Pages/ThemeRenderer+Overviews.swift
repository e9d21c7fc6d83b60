package import PraxisModel

extension ThemeRenderer {
    /// The site's lists and tools in each of its languages, but for the search: what is found besides pages.
    package var overviews: [Overview] {
        outputs.compactMap { output in
            guard let strings = theme.strings(for: output.language, site: site.settings.language) else { return nil }
            let title: String
            let summary: String?
            switch output.subject {
            case .section(let list) where list != .search:
                guard let section = SiteSection(rawValue: list.rawValue) else { return nil }
                title = strings.text(section.title)
                summary = strings.lead(of: list, in: site)
            case .circle(let circle):
                title = strings.word(.circle, circle.rawValue)
                summary = strings.word(.circleText, circle.rawValue)
            case .way(let way):
                title = strings.word(.way, way.rawValue)
                summary = strings.word(.wayText, way.rawValue)
            default: return nil
            }
            return Overview(
                route: output.route, title: title, summary: summary ?? "", language: output.language,
                original: original(of: output))
        }
    }

    private func original(of output: PageOutput) -> Route? {
        guard site.settings.languages.count > 1 else { return nil }
        let edition = Route.home.prefixed(for: output.language, of: site.settings)
        return Route("/" + output.route.path.dropFirst(edition.path.count))
    }
}

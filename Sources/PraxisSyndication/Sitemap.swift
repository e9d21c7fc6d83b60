package import PraxisModel

/// A sitemap (sitemaps.org, protocol 0.9) and the robots file that names it.
package enum Sitemap {
    /// The most addresses that the protocol allows in one file.
    package static let limit = 50_000

    /// The files for a site at an address, for the pages that search engines may list.
    ///
    /// More than `limit` pages are split over numbered files with an index.
    ///
    /// - Parameter changes: When pages last changed, where that is known.
    package static func files(
        for routes: [Route], at url: String, changes: [Route: Day] = [:]
    ) -> [(route: Route, bytes: [UInt8])] {
        let sorted = routes.sorted()
        let chunks = stride(from: 0, to: max(1, sorted.count), by: limit).map { start in
            Array(sorted[start..<min(start + limit, sorted.count)])
        }
        let robots = (route: Route("/robots.txt"), bytes: Array("User-agent: *\nSitemap: \(url)sitemap.xml\n".utf8))
        if chunks.count == 1 { return [(Route("/sitemap.xml"), list(of: chunks[0], at: url, changes)), robots] }
        let parts = chunks.enumerated().map { number, chunk in
            (route: Route("/sitemap-\(number + 1).xml"), bytes: list(of: chunk, at: url, changes))
        }
        return [(Route("/sitemap.xml"), index(of: parts.map(\.route), at: url))] + parts + [robots]
    }

    private static let namespace = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]

    private static func list(of routes: [Route], at url: String, _ changes: [Route: Day]) -> [UInt8] {
        var xml = XMLText()
        xml.begin("urlset", namespace)
        for route in routes {
            xml.begin("url")
            xml.element("loc", url + route.path.dropFirst())
            if let day = changes[route] { xml.element("lastmod", day.description) }
            xml.end()
        }
        xml.end()
        return xml.bytes
    }

    private static func index(of parts: [Route], at url: String) -> [UInt8] {
        var xml = XMLText()
        xml.begin("sitemapindex", namespace)
        for part in parts {
            xml.begin("sitemap")
            xml.element("loc", url + part.path.dropFirst())
            xml.end()
        }
        xml.end()
        return xml.bytes
    }
}

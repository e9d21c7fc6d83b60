import PraxisModel

/// The file `staticwebapp.config.json` (https://learn.microsoft.com/azure/static-web-apps/configuration).
///
/// The first route that matches an address is the one that counts.
enum AzureConfiguration {
    static func text(_ site: HostedSite) -> String {
        let unchanging = ["Cache-Control": HostHeaders.unchanging]
        let redirects = RedirectLimit.rules(for: .azure, of: site).map { rule in
            Route(route: site.address(rule.from), redirect: site.address(rule.to), statusCode: 301)
        }
        let folders = site.hashedFolders.map { Route(route: "\(site.address($0))*", headers: unchanging) }
        let files = site.hashedBeginnings.map { Route(route: "\($0)*", headers: unchanging) }
        var headers = Dictionary(HostHeaders.all.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        headers["Cache-Control"] = HostHeaders.revalidated
        let types = HostHeaders.types.map { (".\($0.ending)", $0.type) }
        return HostJSON.text(
            Configuration(
                globalHeaders: headers,
                mimeTypes: Dictionary(types, uniquingKeysWith: { first, _ in first }),
                // A site in many languages has many of these, and the file must stay below 20 kB.
                routes: redirects + (folders + files).prefix(20),
                responseOverrides: ["404": Override(rewrite: "\(site.prefix)404.html")], trailingSlash: "always"))
    }

    // The names are those of the format.

    private struct Configuration: Encodable {
        var globalHeaders: [String: String]
        var mimeTypes: [String: String]
        var routes: [Route]
        var responseOverrides: [String: Override]
        var trailingSlash: String
    }

    private struct Route: Encodable {
        var route: String
        var redirect: String?
        var statusCode: Int?
        var headers: [String: String]?
    }

    private struct Override: Encodable {
        var rewrite: String
    }
}

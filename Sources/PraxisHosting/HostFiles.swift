package import PraxisModel

/// The files that a host reads: redirects, headers, types, what it says to unknown addresses.
package enum HostFiles {
    /// A file and where it goes below the output folder.
    package struct File: Hashable, Sendable {
        package let path: String
        package let bytes: [UInt8]

        init(_ path: String, _ text: String) {
            self.path = path
            bytes = Array(text.utf8)
        }
    }

    /// The folder, in the output, of files that somebody gives to a host and that are not meant for readers. It stands
    /// there to change with the site in one step and to be gone when the setting is.
    static let folder = ".praxis-host"

    /// All files for some hosts; pure, and in the order of their paths.
    package static func files(for hosts: [Host], of site: HostedSite) -> [File] {
        hosts.flatMap { files(for: $0, of: site) }.sorted { $0.path < $1.path }
    }

    private static func files(for host: Host, of site: HostedSite) -> [File] {
        switch host {
        case .netlify:
            [File("_headers", HeaderRules.netlify(site)), File("_redirects", RedirectRules.netlify(site))]
        case .cloudflare:
            [
                File("_headers", HeaderRules.cloudflare(site)),
                File("_redirects", RedirectRules.plain(.cloudflare, site)),
            ]
        case .githubPages: [File(".nojekyll", "")]
        case .gitlabPages: [File("_redirects", RedirectRules.plain(.gitlabPages, site))]
        case .s3: AmazonFiles.files(site)
        case .azure: [File("staticwebapp.config.json", AzureConfiguration.text(site))]
        case .nginx: [File("\(folder)/nginx.conf", NginxConfiguration.text(site))]
        case .apache: [File(".htaccess", ApacheConfiguration.text(site))]
        case .caddy: [File("\(folder)/Caddyfile", CaddyConfiguration.text(site))]
        case .none: []
        }
    }

    /// Old addresses whose pages are left out, since the host would serve them instead of following its rule.
    ///
    /// Only GitLab Pages is like that. Where other hosts are named too the pages stay: they lead on from everywhere.
    package static func withoutPages(for hosts: [Host], of site: HostedSite) -> Set<Route> {
        guard hosts == [.gitlabPages] else { return [] }
        return Set(RedirectLimit.rules(for: .gitlabPages, of: site).map(\.from))
    }
}

import PraxisModel

/// How many redirects a host takes. What is beyond has its page, which leads on too, only not with a status of its own.
enum RedirectLimit {
    /// The redirects that become rules of a host: as many as it takes, the first by address.
    static func rules(for host: Host, of site: HostedSite) -> [HostedSite.Redirect] {
        switch host {
        // https://developers.cloudflare.com/pages/configuration/redirects/
        case .cloudflare: Array(site.redirects.prefix(2_000))
        // https://docs.gitlab.com/user/project/pages/redirects/
        case .gitlabPages: fitting(Array(site.redirects.prefix(1_000)), of: site, bytes: 64_000, beside: 6)
        // Functions of CloudFront have at most 10 kB; some of them is code.
        case .s3: fitting(site.redirects, of: site, bytes: 8_000, beside: 10)
        // The file has at most 20 kB; some of them is for headers.
        case .azure: fitting(site.redirects, of: site, bytes: 16_000, beside: 48)
        case .githubPages, .none: []
        case .netlify, .nginx, .apache, .caddy: site.redirects
        }
    }

    /// As many as fit into some bytes, with what stands beside the two addresses of each.
    private static func fitting(
        _ redirects: [HostedSite.Redirect], of site: HostedSite, bytes: Int, beside: Int
    ) -> [HostedSite.Redirect] {
        var left = bytes
        return Array(
            redirects.prefix { redirect in
                left -= site.address(redirect.from).utf8.count + site.address(redirect.to).utf8.count + beside
                return left >= 0
            })
    }
}

import PraxisModel

/// The file `_redirects`, a rule a line: from, to, status.
enum RedirectRules {
    /// Netlify serves a page that is there unless the status is forced with an exclamation mark, and looks for 404.html
    /// only at its own root.
    ///
    /// https://docs.netlify.com/manage/routing/redirects/overview/
    static func netlify(_ site: HostedSite) -> String {
        var lines = RedirectLimit.rules(for: .netlify, of: site).map { rule($0, "301!", site) }
        if site.prefix != "/" { lines.append("\(site.prefix)* \(site.prefix)404.html 404\n") }
        return lines.joined()
    }

    /// As Cloudflare and GitLab Pages read it.
    static func plain(_ host: Host, _ site: HostedSite) -> String {
        RedirectLimit.rules(for: host, of: site).map { rule($0, "301", site) }.joined()
    }

    private static func rule(_ redirect: HostedSite.Redirect, _ status: String, _ site: HostedSite) -> String {
        "\(site.address(redirect.from)) \(site.address(redirect.to)) \(status)\n"
    }
}

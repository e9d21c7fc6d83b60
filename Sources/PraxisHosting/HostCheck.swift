package import PraxisDiagnostics
package import PraxisModel

/// What stands in the way of a site on the hosts that it names.
package enum HostCheck {
    /// - Parameter files: Those beside pages that anything uses, be it on the site today or not.
    package static func findings(for hosts: [Host], of site: HostedSite, files: [Attachment]) -> [Finding] {
        guard !hosts.isEmpty else { return [] }
        var findings: [Finding] = []
        let settings = Location(path: Placement.settingsFile)
        if !HostedSite.isPlain(site.prefix) {
            findings.append(
                Finding(
                    HostRules.path, at: settings,
                    "the path of url, \(site.prefix), holds what cannot stand in the files of a host",
                    advice: "choose a path of letters, digits and -_.~, or leave host out"))
        }
        let sharing = hosts.filter { [.netlify, .cloudflare, .gitlabPages].contains($0) }
        if sharing.count > 1 {
            findings.append(
                Finding(
                    HostRules.shared, at: settings,
                    "\(sharing.map(\.rawValue).joined(separator: " and ")) both read _redirects, each in its own way",
                    advice: "name one of them under host"))
        }
        for host in hosts {
            let (all, taken) = (site.redirects.count, RedirectLimit.rules(for: host, of: site).count)
            guard host != .githubPages, taken < all else { continue }
            findings.append(
                Finding(
                    HostRules.limit, at: settings,
                    "\(host.rawValue) takes \(taken) of \(all) old addresses; the rest lead on by a page alone",
                    advice: "take aliases out that nobody follows any more"))
        }
        for file in files {
            guard let host = hosts.first(where: { obeys(file.route, on: $0) }) else { continue }
            findings.append(
                Finding(
                    HostRules.file, at: Location(path: file.source),
                    "\(host.rawValue) would take this file for instructions",
                    advice: "rename it; redirects and headers are written by the build"))
        }
        return findings
    }

    /// Whether a host does what a file at an address says.
    private static func obeys(_ route: Route, on host: Host) -> Bool {
        let parts = route.path.lowercased().split(separator: "/")
        guard let first = parts.first, let last = parts.last else { return false }
        let names: Set<Substring> =
            switch host {
            case .netlify: ["_headers", "_redirects", "netlify.toml"]
            case .cloudflare: ["_headers", "_redirects", "_routes.json", "_worker.js"]
            case .gitlabPages: ["_redirects"]
            case .azure: ["staticwebapp.config.json", "routes.json"]
            case .apache: [".htaccess", ".htpasswd"]
            case .githubPages, .s3, .nginx, .caddy, .none: []
            }
        return names.contains(first) || (host == .apache || host == .azure) && names.contains(last)
    }
}

import PraxisModel

/// The file `_headers`: an address, or the beginning of some, and below it what is said along.
///
/// Both hosts join the values of all rules that match, and by themselves let pages be asked about each time. So no two
/// rules for one address name the same header, and none speaks of how long pages are kept.
enum HeaderRules {
    /// https://docs.netlify.com/manage/routing/headers/
    static func netlify(_ site: HostedSite) -> String {
        // A star may only end an address there, after a slash.
        let files = site.hashedFiles.map { site.address($0) }
        return text(site, unchanging: folders(site) + files)
    }

    /// At most 100 rules (https://developers.cloudflare.com/pages/configuration/headers/).
    static func cloudflare(_ site: HostedSite) -> String {
        let most = 100 - 1 - HostHeaders.types.count
        return text(site, unchanging: Array((folders(site) + site.hashedBeginnings.map { "\($0)*" }).prefix(most)))
    }

    private static func folders(_ site: HostedSite) -> [String] {
        site.hashedFolders.map { "\(site.address($0))*" }
    }

    private static func text(_ site: HostedSite, unchanging: [String]) -> String {
        var text = "\(site.prefix)*\n"
        for header in HostHeaders.all { text += "  \(header.name): \(header.value)\n" }
        for (ending, type) in HostHeaders.types { text += "\(site.prefix)*.\(ending)\n  Content-Type: \(type)\n" }
        for address in unchanging { text += "\(address)\n  Cache-Control: \(HostHeaders.unchanging)\n" }
        return text
    }
}

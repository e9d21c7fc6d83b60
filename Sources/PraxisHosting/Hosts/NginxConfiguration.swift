import PraxisModel

/// A piece of an nginx configuration, to be included in a `server` block whose `root`, followed by the path of the site,
/// is the output folder.
///
/// All of it is in one `location`, so that other things on the server stay as they are. Headers are said once, with a
/// variable for what differs: a `location` that says one header of its own would lose all others.
enum NginxConfiguration {
    static func text(_ site: HostedSite) -> String {
        let prefix = site.prefix
        var text = """
            # Written by praxis build, for a server block:
            #     root FOLDER;    (FOLDER\(prefix) is the folder that was built)
            #     include FOLDER\(prefix)\(HostFiles.folder)/nginx.conf;
            # Changed redirects need: nginx -s reload

            location ^~ \(prefix) {
                index index.html;
                absolute_redirect off;
                error_page 404 \(prefix)404.html;
                charset utf-8;
                charset_types \(charsetTypes);
                gzip_static on;
                gzip_vary on;

                set $praxis_cache "\(HostHeaders.revalidated)";
                add_header Cache-Control $praxis_cache always;

            """
        for header in HostHeaders.all { text += "    add_header \(header.name) \"\(header.value)\" always;\n" }
        text += """

                location = \(prefix)404.html { set $praxis_cache "\(HostHeaders.revalidated)"; }
                location ~ "/\\.(?!well-known/)" { return 404; }
                location ~ "\(site.hashedExpression)" { set $praxis_cache "\(HostHeaders.unchanging)"; }

            """
        for (ending, type) in HostHeaders.types {
            let plain = type.prefix { $0 != ";" }
            text += "    location ~ \"\\.\(ending)$\" { types { } default_type \(plain); }\n"
        }
        let rules = RedirectLimit.rules(for: .nginx, of: site)
        if !rules.isEmpty { text += "\n" }
        for rule in rules {
            for from in addresses(rule.from, site) {
                text += "    location = \(from) { return 301 \(site.address(rule.to)); }\n"
            }
        }
        return text + "}\n"
    }

    /// An address, and that of a page without the slash at its end too.
    private static func addresses(_ route: Route, _ site: HostedSite) -> [String] {
        let address = site.address(route)
        return route.isFolder ? [address, String(address.dropLast())] : [address]
    }

    /// Types that are said with their character set; HTML always is.
    private static let charsetTypes = """
        text/css text/plain text/xml text/csv text/calendar text/javascript text/x-opml application/javascript \
        application/json application/xml application/atom+xml image/svg+xml
        """
}

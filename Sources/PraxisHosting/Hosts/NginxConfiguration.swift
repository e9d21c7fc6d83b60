import PraxisModel

/// A piece of an nginx configuration, to be included in a `server` block whose `root`, followed by the path of the site,
/// is the output folder.
///
/// All of it is in one `location`, below a path also in one for that path without its last slash, so that other things
/// on the server stay as they are. Each says the headers once, with a variable for what differs: a `location` within
/// that says one header of its own would lose all others.
enum NginxConfiguration {
    static func text(_ site: HostedSite) -> String {
        let prefix = site.prefix
        var text = """
            # Written by praxis build, for a server block:
            #     root FOLDER;    (FOLDER\(prefix) is the folder that was built)
            #     include FOLDER\(prefix)\(HostFiles.folder)/nginx.conf;
            # Changed redirects need: nginx -s reload


            """
        if prefix != "/" {
            // nginx would lead on by itself, but to a scheme and port of its own, which are not those before a proxy.
            text += """
                location = \(prefix.dropLast()) {
                    absolute_redirect off;

                \(headers)
                    return 301 \(prefix);
                }


                """
        }
        text += """
            location ^~ \(prefix) {
                index index.html;
                absolute_redirect off;
                error_page 404 \(prefix)404.html;
                charset utf-8;
                charset_types \(charsetTypes);
                gzip_static on;
                gzip_vary on;

            \(headers)


            """
        text += location("= \(prefix)404.html")
        text += location(#"~ "/\.(?!well-known/)""#, "return 404;")
        text += location("~ \"\(site.hashedExpression)\"", keeping: HostHeaders.unchanging)
        for (ending, type) in HostHeaders.types {
            let plain = type.prefix { $0 != ";" }
            text += location("~ \"\\.\(ending)$\"", "types { } default_type \(plain);")
        }
        let rules = RedirectLimit.rules(for: .nginx, of: site)
        if !rules.isEmpty { text += "\n" }
        for rule in rules {
            for from in addresses(rule.from, site) {
                text += location("= \(from)", "return 301 \(site.address(rule.to));")
            }
        }
        return text + "}\n"
    }

    /// What every answer says along, and how long it is kept unless a location within says something else.
    private static var headers: String {
        let lines = HostHeaders.all.map { "add_header \($0.name) \"\($0.value)\" always;" }
        return ([keep(HostHeaders.revalidated), "add_header Cache-Control $praxis_cache always;"] + lines)
            .map { "    \($0)" }.joined(separator: "\n")
    }

    /// A location within the site's. It has the headers of the one around it, but no variable that is set there, so
    /// each sets the one for how long its answers are kept.
    private static func location(
        _ addresses: String, keeping value: String = HostHeaders.revalidated, _ directives: String? = nil
    ) -> String {
        "    location \(addresses) { \([keep(value), directives].compactMap(\.self).joined(separator: " ")) }\n"
    }

    private static func keep(_ value: String) -> String { "set $praxis_cache \"\(value)\";" }

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

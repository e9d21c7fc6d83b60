import PraxisModel

/// A piece of a Caddyfile, to be imported in a site's block whose `root`, followed by the path of the site, is the output
/// folder.
enum CaddyConfiguration {
    static func text(_ site: HostedSite) -> String {
        let prefix = site.prefix
        let hidden = "\(HostFiles.folder) .praxis-output .git .htaccess"
        var text = """
            # Written by praxis build, for a site's block:
            #     root * FOLDER    (FOLDER\(prefix) is the folder that was built)
            #     import FOLDER\(prefix)\(HostFiles.folder)/Caddyfile
            # Changed redirects need: caddy reload


            """
        if prefix != "/" { text += "redir \(prefix.dropLast()) \(prefix) 301\n" }
        text += "handle \(prefix)* {\n"
        for rule in RedirectLimit.rules(for: .caddy, of: site) {
            let from = site.address(rule.from)
            text += "\tredir \(from) \(site.address(rule.to)) 301\n"
            if rule.from.isFolder { text += "\tredir \(from.dropLast()) \(site.address(rule.to)) 301\n" }
        }
        text += "\theader {\n"
        for header in HostHeaders.all { text += "\t\t\(header.name) \"\(header.value)\"\n" }
        text += """
            \t}
            \t@praxis_unchanging path_regexp "\(site.hashedExpression)"
            \theader ?Cache-Control "\(HostHeaders.revalidated)"
            \theader @praxis_unchanging Cache-Control "\(HostHeaders.unchanging)"

            """
        for (ending, type) in HostHeaders.types {
            text += "\t@praxis_\(ending) path *.\(ending)\n\theader @praxis_\(ending) Content-Type \"\(type)\"\n"
        }
        text += """
            \tfile_server {
            \t\tprecompressed gzip
            \t\thide \(hidden)
            \t}
            }
            handle_errors {
            \t@praxis_missing {
            \t\texpression {err.status_code} == 404
            \t\tpath \(prefix)*
            \t}
            \thandle @praxis_missing {
            \t\theader Cache-Control "\(HostHeaders.revalidated)"
            \t\trewrite * \(prefix)404.html
            \t\tfile_server
            \t}
            }

            """
        return text
    }
}

import PraxisModel

/// A piece of a Caddyfile, to be imported in a site's block whose `root`, followed by the path of the site, is the output
/// folder.
enum CaddyConfiguration {
    static func text(_ site: HostedSite) -> String {
        let prefix = site.prefix
        var text = """
            # Written by praxis build, for a site's block:
            #     root * FOLDER    (FOLDER\(prefix) is the folder that was built)
            #     import FOLDER\(prefix)\(HostFiles.folder)/Caddyfile
            # Changed redirects need: caddy reload


            """
        if prefix != "/" {
            text += "handle \(prefix.dropLast()) {\n\(headers)\tredir \(prefix.dropLast()) \(prefix) 301\n}\n"
        }
        text += "handle \(prefix)* {\n"
        for rule in RedirectLimit.rules(for: .caddy, of: site) {
            let from = site.address(rule.from)
            text += "\tredir \(from) \(site.address(rule.to)) 301\n"
            if rule.from.isFolder { text += "\tredir \(from.dropLast()) \(site.address(rule.to)) 301\n" }
        }
        text += headers
        text += """
            \t@praxis_hidden not path_regexp "\(shown)"
            \terror @praxis_hidden 404
            \t@praxis_unchanging path_regexp "\(site.hashedExpression)"
            \theader @praxis_unchanging Cache-Control "\(HostHeaders.unchanging)"

            """
        for (ending, type) in HostHeaders.types {
            text += "\t@praxis_\(ending) path *.\(ending)\n\theader @praxis_\(ending) Content-Type \"\(type)\"\n"
        }
        text += """
            \tfile_server {
            \t\tprecompressed gzip
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

    /// What every answer says along, and how long it is kept unless something else is said.
    private static var headers: String {
        let lines = HostHeaders.all.map { "\t\t\($0.name) \"\($0.value)\"\n" }.joined()
        return "\theader {\n\(lines)\t}\n\theader ?Cache-Control \"\(HostHeaders.revalidated)\"\n"
    }

    /// An expression for addresses that no name beginning with a dot is in, but for `.well-known` (RFC 8615). RE2
    /// cannot look ahead, so it says what is shown and not what is hidden.
    private static let shown = #"^(/([^./][^/]*|\.well-known)?)*$"#
}

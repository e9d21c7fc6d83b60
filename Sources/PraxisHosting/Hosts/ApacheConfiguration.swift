import PraxisModel

/// The file `.htaccess` in the output folder. It needs `AllowOverride FileInfo Indexes` for the folder.
///
/// What needs a module that a server may not have is skipped without it; a directive of a module that is not there would
/// make every page an error.
enum ApacheConfiguration {
    static func text(_ site: HostedSite) -> String {
        let prefix = site.prefix
        var text = """
            # Written by praxis build. The server's configuration has to allow it for this folder:
            #     AllowOverride FileInfo Indexes
            ErrorDocument 404 \(prefix)404.html
            AddDefaultCharset utf-8

            <IfModule mod_dir.c>
                DirectoryIndex index.html
            </IfModule>

            <IfModule mod_autoindex.c>
                IndexIgnore *
            </IfModule>

            <IfModule mod_mime.c>

            """
        for (ending, type) in HostHeaders.types {
            text += "    AddType \(type.prefix { $0 != ";" }) .\(ending)\n"
        }
        text += """
                AddCharset utf-8 \(HostHeaders.textEndings.map { ".\($0)" }.joined(separator: " "))
            </IfModule>

            <IfModule mod_headers.c>

            """
        for header in HostHeaders.all { text += "    Header always set \(header.name) \"\(header.value)\"\n" }
        // The rule that takes the twin changes the address before headers are said.
        let hashed = "%{REQUEST_URI} =~ m#\(site.hashedExpressionWithTwins)#"
        text += """
                Header always set Cache-Control "\(HostHeaders.revalidated)"
                Header always set Cache-Control "\(HostHeaders.unchanging)" "expr=\(hashed)"
            </IfModule>

            <IfModule mod_alias.c>
                RedirectMatch 404 "/\\.(?!well-known/)"

            """
        for rule in RedirectLimit.rules(for: .apache, of: site) {
            let from = expression(site.address(rule.from), isFolder: rule.from.isFolder)
            text += "    RedirectMatch 301 \"\(from)\" \"\(site.address(rule.to))\"\n"
        }
        text += "</IfModule>\n\n"
        return text + twins
    }

    /// Takes a compressed twin where there is one and the browser can read it.
    private static var twins: String {
        let endings = HostHeaders.textEndings.joined(separator: "|")
        return """
            <IfModule mod_rewrite.c>
            <IfModule mod_headers.c>
            <IfModule mod_mime.c>
                RewriteEngine On
                RewriteCond "%{HTTP:Accept-Encoding}" "\\bgzip\\b"
                RewriteCond "%{REQUEST_FILENAME}.gz" -s
                RewriteRule "^(.+\\.(?:\(endings)))$" "$1.gz" [L]
                <FilesMatch "\\.(?:\(endings))$">
                    Header append Vary Accept-Encoding
                </FilesMatch>
                <FilesMatch "\\.(?:\(endings))\\.gz$">
                    RemoveType .gz
                    AddEncoding gzip .gz
                    Header append Vary Accept-Encoding
                </FilesMatch>
            </IfModule>
            </IfModule>
            </IfModule>

            """
    }

    /// An expression that matches one address and nothing else, a page's with and without the slash at its end.
    private static func expression(_ address: String, isFolder: Bool) -> String {
        let escaped = address.map { ".~".contains($0) ? "\\\($0)" : String($0) }.joined()
        return "^\(escaped)\(isFolder ? "?" : "")$"
    }
}

/// What every host says along with what it serves.
package enum HostHeaders {
    /// What a page may load and do: all of it from the site itself, no plug-in, no other base for its links, no form that
    /// leads elsewhere, shown in no foreign frame. Pages have no script, style or picture within their text, so nothing
    /// needs an exception (Content Security Policy Level 3).
    static let policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"

    /// A linked page is not told where its reader comes from, which an intranet's addresses would give away.
    static let referrerPolicy = "same-origin"

    /// For every response, in order.
    package static let all: [(name: String, value: String)] = [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", referrerPolicy),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]

    /// For what is named by what is in it.
    static let unchanging = "public, max-age=31536000, immutable"

    /// For everything else: kept, but asked about each time, which costs a short answer when nothing changed.
    static let revalidated = "no-cache"

    /// Endings that hosts may not know, with their types.
    static let types: [(ending: String, type: String)] = [
        ("atom", "application/atom+xml; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
        ("ics", "text/calendar; charset=utf-8"),
        ("json", "application/json; charset=utf-8"),
        ("opml", "text/x-opml; charset=utf-8"),
    ]

    /// Endings of files that are text and get a twin.
    static let textEndings = ["atom", "css", "csv", "html", "ics", "js", "json", "opml", "svg", "txt", "xml"]
}

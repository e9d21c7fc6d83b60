import PraxisPublish
import PraxisTestSupport

/// A built site in a folder of its own: by path, what is in each file. A line `-> path` refers to another file.
struct BuiltSite {
    let files: [String: String]
    let folder: TemporaryFolder
    let listing: SiteListing

    init(_ files: [String: String]) throws {
        self.files = files
        folder = try TemporaryFolder()
        for (path, text) in files { try folder.write(text, to: path) }
        listing = SiteListing(folder: folder.path, contents: files.mapValues { FileContent(of: Array($0.utf8)) })
    }

    /// The paths that a text refers to.
    static func references(in text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("-> ") }.map { String($0.dropFirst(3)) }
    }

    static let before = [
        "index.html": "home\n-> style.css\n-> a/index.html\n-> old/index.html\n-> search/index/manifest.js",
        "a/index.html": "a\n-> style.css\n-> a/photo.png",
        "a/photo.png": "photo",
        "old/index.html": "old\n-> old/only.css\n-> a/index.html",
        "old/only.css": "css",
        "style.css": "css",
        "feed.atom": "-> a/index.html\n-> old/index.html",
        "search/index/manifest.js": "-> search/index/1.js\n-> a/index.html\n-> old/index.html",
        "search/index/1.js": "1",
        "note": "file",
    ]

    /// A page more, a page less, changes in all else, and a folder where a file was.
    static let after = [
        "index.html":
            "home, new\n-> style.css\n-> a/index.html\n-> b/index.html\n-> search/index/manifest.js\n-> note/index.html",
        "a/index.html": "a, new\n-> style.css\n-> a/photo.png\n-> b/index.html",
        "a/photo.png": "another photo",
        "b/index.html": "b\n-> b/b.css\n-> c/index.html\n-> b/feed.atom",
        "b/b.css": "css",
        "b/feed.atom": "-> c/index.html",
        "c/index.html": "c\n-> b/index.html\n-> style.css",
        "style.css": "css",
        "feed.atom": "-> a/index.html\n-> b/index.html",
        "search/index/manifest.js": "-> search/index/2.js\n-> a/index.html\n-> b/index.html",
        "search/index/2.js": "2",
        "note/index.html": "note",
    ]
}

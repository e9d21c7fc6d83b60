/// The address of an output below the site's root: a page's folder, `/communities/agile/`, or a file,
/// `/communities/agile/feed.atom`.
package struct Route: Hashable, Sendable, CustomStringConvertible, Encodable {
    /// Starts with `/`; ends with `/` for a page.
    package let path: String

    /// An address as it stands.
    package init(_ path: String) {
        self.path = path
    }

    /// The address of the home page.
    package static let home = Route("/")

    package var description: String { path }

    /// Whether it is a page's folder and not a file.
    package var isFolder: Bool { path.utf8.last == UInt8(ascii: "/") }

    /// The address of a page below this one.
    package func folder(_ name: some StringProtocol) -> Route { Route("\(path)\(name)/") }

    /// The address of a file in this folder.
    package func file(_ name: some StringProtocol) -> Route { Route("\(path)\(name)") }

    /// Where the output is, below the output folder: `communities/agile/index.html`.
    package var outputPath: String { String(path.dropFirst()) + (isFolder ? "index.html" : "") }

    /// How deep the page is: 0 for the root's own.
    package var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } - 1 }

    /// The way from this page to the root: `../../`, or `./` at the root.
    package var toRoot: String { depth == 0 ? "./" : String(repeating: "../", count: depth) }

    /// A relative reference (RFC 3986, 4.2) that leads from this page to another address.
    ///
    /// Linear in the length of both paths; never empty.
    package func relative(to target: Route) -> String {
        let here = Array(path.utf8)
        let there = Array(target.path.utf8)
        let slash = UInt8(ascii: "/")
        var shared = 0
        var index = 0
        while index < here.count, index < there.count, here[index] == there[index] {
            if here[index] == slash { shared = index + 1 }
            index += 1
        }
        let climbs = here[shared...].count { $0 == slash }
        let rest = String(decoding: there[shared...], as: UTF8.self)
        if climbs > 0 { return String(repeating: "../", count: climbs) + rest }
        return rest.isEmpty || rest.utf8.prefix(while: { $0 != slash }).contains(UInt8(ascii: ":"))
            ? "./" + rest : rest
    }
}

extension Route: Comparable {
    package static func < (left: Route, right: Route) -> Bool {
        left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
}

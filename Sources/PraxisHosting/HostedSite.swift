package import PraxisModel

/// What the files of hosts are made from: where the site is, which old addresses lead on, and which addresses are named by
/// what is behind them.
package struct HostedSite: Sendable {
    /// The path of the site on its host, with a slash at both ends: `/` or `/team/site/`.
    package let prefix: String
    /// The name of the host, and whether it is asked securely; `nil` where the site does not say where it is.
    package let server: Server?
    /// By old address.
    package let redirects: [Redirect]
    /// What addresses of things that never change look like below the prefix: regular expressions in what PCRE, RE2 and
    /// ECMAScript share, each matching the beginning of an address.
    package let hashedAddresses: [String]
    /// The folders of such things, for hosts that know no expressions.
    package let hashedFolders: [Route]
    /// Such files outside of those folders.
    package let hashedFiles: [Route]
    /// All pages, sorted.
    private let pages: [Route]

    /// - Parameters:
    ///   - url: Where the site is; at the root of a host when nothing is said.
    ///   - redirects: All that the site has. Those whose addresses hold anything but what is plain everywhere are left
    ///     out: their pages lead on.
    package init(
        url: String?, redirects: [Redirect], pages: [Route] = [], hashedAddresses: [String] = [],
        hashedFolders: [Route] = [],
        hashedFiles: [Route] = []
    ) {
        prefix = Self.path(of: url)
        server = url.flatMap { Server(url: $0) }
        self.pages = pages.sorted()
        self.redirects = redirects.filter(\.isPlain).sorted { $0.from < $1.from }
        self.hashedAddresses = hashedAddresses
        self.hashedFolders = hashedFolders.filter { Self.isPlain($0.path) }.sorted()
        self.hashedFiles = hashedFiles.filter { Self.isPlain($0.path) }.sorted()
    }

    /// An old address and where it leads.
    package struct Redirect: Hashable, Sendable {
        package let from: Route
        package let to: Route

        package init(from: Route, to: Route) {
            self.from = from
            self.to = to
        }

        /// Whether nothing in it could mean something else in any host's file.
        fileprivate var isPlain: Bool { HostedSite.isPlain(from.path) && HostedSite.isPlain(to.path) }
    }

    /// Where a site is, without its path.
    package struct Server: Hashable, Sendable {
        /// The host's name, perhaps with a port.
        package let name: String
        package let isSecure: Bool

        init?(url: String) {
            guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
            name = String(url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" })
            isSecure = url.hasPrefix("https:")
        }
    }

    /// Whether a page is in the folder of an address, at any depth, besides the one at the address itself. Logarithmic.
    func hasPages(below route: Route) -> Bool {
        var (low, high) = (0, pages.count)
        while low < high {
            let middle = (low + high) / 2
            if route < pages[middle] { high = middle } else { low = middle + 1 }
        }
        return low < pages.count && pages[low].path.hasPrefix(route.path)
    }

    /// A page's or file's address on the host, its path alone.
    func address(_ route: Route) -> String { prefix + route.path.dropFirst() }

    /// What addresses of hashed files begin with, the rest of their names left out: `/search/index/en-`.
    var hashedBeginnings: [String] {
        let beginnings = hashedFiles.map { file in
            let path = file.path
            return String(path[...(path.lastIndex { $0 == "-" || $0 == "/" } ?? path.startIndex)])
        }
        // A beginning that ends a folder would take in files whose names stay.
        return Set(beginnings.filter { $0.hasSuffix("-") }).sorted().map { prefix + $0.dropFirst() }
    }

    /// One expression for all addresses of things that never change, from the host's root on.
    var hashedExpression: String { expression(of: hashedAddresses) }

    /// The same for hosts to which a file that is served by its compressed twin has the twin's address.
    var hashedExpressionWithTwins: String {
        expression(of: hashedAddresses.map { $0.hasSuffix("$") ? "\($0.dropLast())(\\.gz)?$" : $0 })
    }

    private func expression(of addresses: [String]) -> String {
        let escaped = prefix.map { ".~".contains($0) ? "\\\($0)" : String($0) }.joined()
        return "^\(escaped)(\(addresses.joined(separator: "|")))"
    }

    /// Whether a path consists of letters, digits, `/` and `-_.~` alone, which mean themselves in an address
    /// (RFC 3986, 2.3), and starts with one slash.
    static func isPlain(_ path: String) -> Bool {
        path.hasPrefix("/") && !path.hasPrefix("//")
            && path.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                    UInt8(ascii: "~"), UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }

    /// The path of an address: `/team/site/` of `https://example.org/team/site/`.
    static func path(of url: String?) -> String {
        guard let url, let host = url.firstRange(of: "://")?.upperBound,
            let slash = url[host...].firstIndex(of: "/")
        else { return "/" }
        let path = url[slash...].prefix { $0 != "?" && $0 != "#" }
        return path.hasSuffix("/") ? String(path) : "\(path)/"
    }
}

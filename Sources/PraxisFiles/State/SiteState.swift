package import PraxisBytes
import PraxisDiagnostics

/// What tells whether a site's folder is still as it was listed: which files and links there are, and the stamps of files.
///
/// Of a folder only the name counts: what is added to it or taken from it is in the listing itself, and what editors leave
/// there for a while is not. Nor does the stamp of a link: it leads to one of the files that are listed.
package struct SiteState: Equatable, Sendable {
    package let fingerprint: Fingerprint
    /// Whether every later change shows, since none of the files had been written just before they were listed.
    package let isSettled: Bool

    /// Linear.
    ///
    /// - Parameter moment: When the listing began.
    init(of nodes: [FileNode], listedAt moment: Int64) {
        // A listing is not open to those who would make one up.
        var sum = StampSum(secret: 0)
        var isSettled = true
        for node in nodes {
            if node.kind == .file, !node.stamp.isSettled(at: moment) { isSettled = false }
            sum.add(node.path.rawValue.utf8) { bytes in
                switch node.kind {
                case .file:
                    bytes.append(UInt8(ascii: "f"))
                    node.stamp.append(to: &bytes)
                case .folder: bytes.append(UInt8(ascii: "d"))
                case .link(let target):
                    bytes.append(UInt8(ascii: "l"))
                    bytes += target.utf8
                case .unreadableFolder: bytes.append(UInt8(ascii: "u"))
                case .special: bytes.append(UInt8(ascii: "s"))
                case .unnamable: bytes.append(UInt8(ascii: "n"))
                }
            }
        }
        fingerprint = sum.fingerprint
        self.isSettled = isSettled
    }

    /// Lists a site's folder as a build does, and looks no further.
    package init(of files: any SiteFiles) throws(FileError) {
        self = try SiteListing(of: files, required: [SourcePath("content")], optional: [SourcePath("themes")]).state
    }
}

/// Everything that is in a site's folders at one moment, before any rule looks at it.
struct SiteListing {
    let nodes: [FileNode]
    let state: SiteState

    /// Lists folders, of which some must be there.
    init(of files: any SiteFiles, required: [SourcePath], optional: [SourcePath]) throws(FileError) {
        let moment = FileStamp.now
        var nodes: [FileNode] = []
        for folder in required + optional {
            guard let node = try files.node(at: folder) else {
                if required.contains(folder) { throw .missingFolder(folder, site: files.name) }
                continue
            }
            nodes.append(node)
            if node.kind == .folder { nodes += try files.nodes(below: folder) }
        }
        self.nodes = nodes
        state = SiteState(of: nodes, listedAt: moment)
    }
}

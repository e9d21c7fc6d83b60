package import PraxisDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A whole site's folder as a value, for tests and previews: a path and a text for each file.
///
/// ```swift
/// var site: InMemoryFiles = ["content/site.yaml": "title: Guild", "content/index.md": "Welcome"]
/// site["content/about.md"] = "# About"
/// site["content/index.md"] = nil
/// ```
package struct InMemoryFiles: SiteFiles, ExpressibleByDictionaryLiteral {
    private enum Node: Sendable {
        case file([UInt8])
        case folder
        case link(String)
        case unreadable
        case special
    }

    // Keyed by bytes: two forms of one letter are two names here as they are on disk.
    private var nodes: [[UInt8]: Node] = [:]

    package let name = "site"

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        for (path, text) in elements { self[path] = text }
    }

    /// The text of a file; setting `nil` removes whatever is at the path.
    package subscript(path: String) -> String? {
        get {
            guard case .file(let bytes) = nodes[Array(path.utf8)] else { return nil }
            return String(decoding: bytes, as: UTF8.self)
        }
        set { nodes[Array(path.utf8)] = newValue.map { .file(Array($0.utf8)) } }
    }

    /// Puts a file of any bytes at a path.
    package mutating func set(_ path: String, to bytes: [UInt8]) {
        nodes[Array(path.utf8)] = .file(bytes)
    }

    /// Puts an empty folder at a path; a folder that something is in need not be named.
    package mutating func makeFolder(_ path: String) {
        nodes[Array(path.utf8)] = .folder
    }

    /// Puts a symbolic link at a path, with this text in it.
    package mutating func link(_ path: String, to target: String) {
        nodes[Array(path.utf8)] = .link(target)
    }

    /// Puts a file at a path that nobody may read.
    package mutating func makeUnreadable(_ path: String) {
        nodes[Array(path.utf8)] = .unreadable
    }

    /// Puts something at a path that is neither file nor folder nor link.
    package mutating func makeSpecial(_ path: String) {
        nodes[Array(path.utf8)] = .special
    }

    /// Puts everything into a folder on disk, making the folder; replaces nothing that is there.
    package func write(to folder: String) throws(SystemError) {
        try Folder.makeAll(folder)
        for (key, node) in nodes {
            let place = "\(folder)/\(String(decoding: key, as: UTF8.self))"
            switch node {
            case .folder: try Folder.makeAll(place)
            case .file(let bytes):
                try Folder.makingFolder(of: place) { () throws(SystemError) in
                    try FileDescriptor(creating: place)
                }.write(bytes)
            case .unreadable:
                _ = try Folder.makingFolder(of: place) { () throws(SystemError) in
                    try FileDescriptor(creating: place)
                }
                try Folder.setPermissions(0, of: place)
            case .link(let target):
                try Folder.makingFolder(of: place) { () throws(SystemError) in
                    guard symlink(target, place) == 0 else { throw SystemError.last }
                }
            case .special:
                try Folder.makingFolder(of: place) { () throws(SystemError) in
                    guard mkfifo(place, 0o666) == 0 else { throw SystemError.last }
                }
            }
        }
    }

    /// The paths of all files, sorted.
    package var paths: [SourcePath] {
        nodes.keys.map { SourcePath(String(decoding: $0, as: UTF8.self)) }.sorted()
    }

    package func node(at path: SourcePath) throws(FileError) -> FileNode? {
        let key = Array(path.rawValue.utf8)
        if let node = nodes[key] { return Self.node(path, node) }
        let prefix = key + [UInt8(ascii: "/")]
        let isFolder = key.isEmpty || nodes.keys.contains { $0.starts(with: prefix) }
        return isFolder ? Self.node(path, .folder) : nil
    }

    package func nodes(below folder: SourcePath) throws(FileError) -> [FileNode] {
        guard try node(at: folder)?.kind == .folder else {
            throw .unreadable(folder, SystemError(code: ENOENT))
        }
        let depth = folder.components.count
        var found: [[UInt8]: FileNode] = [:]
        for (key, node) in nodes {
            let parts = SourcePath(String(decoding: key, as: UTF8.self)).components
            let isBelow = parts.count > depth && parts.prefix(depth).elementsEqual(folder.components)
            guard isBelow, !parts.contains(where: { Leftover.isLeftover(String($0)) }) else { continue }
            for count in depth + 1..<max(depth + 1, parts.count) {
                let path = SourcePath(parts.prefix(count).joined(separator: "/"))
                found[Array(path.rawValue.utf8)] = Self.node(path, .folder)
            }
            found[key] = Self.node(SourcePath(parts.joined(separator: "/")), node)
        }
        return Array(found.values)
    }

    private static func node(_ path: SourcePath, _ node: Node) -> FileNode {
        switch node {
        case .file(let bytes):
            // FNV-1a, so that a changed text changes the stamp.
            let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            return FileNode(path: path, kind: .file, stamp: FileStamp(size: bytes.count, number: hash))
        case .unreadable: return FileNode(path: path, kind: .file, stamp: FileStamp(size: 0, number: 0))
        case .folder: return FileNode(path: path, kind: .folder, stamp: FileStamp(size: 0, number: 0))
        case .link(let target):
            return FileNode(path: path, kind: .link(to: target), stamp: FileStamp(size: 0, number: 0))
        case .special: return FileNode(path: path, kind: .special, stamp: FileStamp(size: 0, number: 0))
        }
    }

    package func read(_ path: SourcePath, _ body: (UnsafeRawBufferPointer) -> Void) throws(FileError) {
        try bytes(of: path, limit: .max).withUnsafeBytes(body)
    }

    package func bytes(of path: SourcePath, limit: Int) throws(FileError) -> [UInt8] {
        switch nodes[Array(path.rawValue.utf8)] {
        case .file(let bytes):
            guard bytes.count <= limit else { throw .tooLarge(path, size: bytes.count, limit: limit) }
            return bytes
        case .unreadable: throw .unreadable(path, SystemError(code: EACCES))
        case .folder, .link, .special: throw .notAFile(path)
        case nil: throw try node(at: path) == nil ? .unreadable(path, SystemError(code: ENOENT)) : .notAFile(path)
        }
    }
}

/// The path of a file below a site's folder, with `/` between its parts and none at its start: `content/index.md`.
///
/// Paths order by their UTF-8 bytes, so that no locale changes the order of anything derived from them.
package struct SourcePath: Hashable, Sendable, CustomStringConvertible, Encodable {
    /// The whole path.
    package let rawValue: String

    /// A path as it stands; the caller knows that it is relative and in canonical form.
    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    /// The parts between the slashes.
    package var components: [Substring] { rawValue.split(separator: "/") }

    /// The last part: `index.md`.
    package var name: Substring {
        let bytes = rawValue.utf8
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return rawValue[...] }
        return rawValue[bytes.index(after: slash)...]
    }

    /// The last part up to its first dot: `index` of `index.sv.md`.
    package var stem: Substring { name.prefix { $0 != "." } }

    /// What follows the last dot of the name, without the dot, or nothing.
    package var pathExtension: Substring {
        let name = name
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return "" }
        return name[name.utf8.index(after: dot)...]
    }

    /// The folder that the file is in; empty at the top.
    package var folder: SourcePath {
        guard let slash = rawValue.lastIndex(of: "/") else { return SourcePath("") }
        return SourcePath(String(rawValue[..<slash]))
    }

    /// The path of something in this folder.
    package func appending(_ part: some StringProtocol) -> SourcePath {
        rawValue.isEmpty ? SourcePath(String(part)) : SourcePath("\(rawValue)/\(part)")
    }

    /// The path that a relative reference names when it stands in a file of this folder, or `nil` when it climbs out.
    ///
    /// `.` and `..` are resolved; nothing is looked up on disk.
    package func resolving(_ reference: some StringProtocol) -> SourcePath? {
        var parts = components
        for part in reference.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": continue
            case "..":
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            default: parts.append(Substring(part))
            }
        }
        return SourcePath(parts.joined(separator: "/"))
    }
}

extension SourcePath: Comparable {
    package static func < (left: SourcePath, right: SourcePath) -> Bool {
        left.rawValue.precedesInBytes(right.rawValue)
    }
}

extension String {
    /// Whether the text comes before another in the order of their UTF-8 bytes, which no locale changes.
    package func precedesInBytes(_ other: String) -> Bool {
        let result = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in left.lexicographicallyPrecedes(right) }
        }
        return (result ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}

import Foundation

/// A folder of its own for one test, gone when the last reference to it is.
package final class TemporaryFolder: Sendable {
    /// Absolute, without links.
    package let path: String

    /// Makes an empty folder below a folder, the system's own for such things unless told otherwise.
    package init(below parent: String = FileManager.default.temporaryDirectory.path) throws {
        let place = URL(fileURLWithPath: parent).appendingPathComponent("praxis-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        path = place.resolvingSymlinksInPath().path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The bytes of a file below the folder; `nil` where none is.
    package func bytes(of file: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(path)/\(file)").map { Array($0) }
    }

    /// The text of a file below the folder; `nil` where none is.
    package func text(of file: String) -> String? {
        bytes(of: file).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes a file below the folder, making its folders.
    package func write(_ text: String, to file: String) throws {
        let place = URL(fileURLWithPath: "\(path)/\(file)")
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
    }

    /// Every file, link and empty folder below a folder with its text: the whole tree as one value, for comparison.
    ///
    /// A folder stands with a slash at its end, a link with an arrow and what it says.
    package func tree(of folder: String = "") throws -> [String: String] {
        var tree = [String: String]()
        let root = folder.isEmpty ? path : "\(path)/\(folder)"
        guard FileManager.default.fileExists(atPath: root) else { return tree }
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            let place = "\(root)/\(name)"
            let attributes = try FileManager.default.attributesOfItem(atPath: place)
            switch attributes[.type] as? FileAttributeType {
            case .typeDirectory?: tree["\(name)/"] = ""
            case .typeSymbolicLink?:
                tree[name] = "→ " + (try FileManager.default.destinationOfSymbolicLink(atPath: place))
            default:
                tree[name] = FileManager.default.contents(atPath: place).map { String(decoding: $0, as: UTF8.self) }
            }
        }
        return tree
    }
}

import PraxisDiagnostics

/// The list of what Praxis wrote into an output folder, kept in the folder itself so that it always fits what is there.
struct OutputManifest: Sendable {
    /// The name of the file in the output folder.
    static let name = ".praxis-output"
    private static let head = "praxis output 1"

    /// Every file of the site, without the list itself.
    let paths: Set<String>

    /// The folders that those files are in, at every depth.
    let folders: Set<String>

    /// The folders, each after all that are in it.
    var foldersInnermostFirst: [String] {
        folders.sorted { $1.precedesInBytes($0) }
    }

    init(paths: some Sequence<String>) {
        self.paths = Set(paths)
        var folders = Set<String>()
        for path in self.paths {
            for folder in OutputPath.folders(above: path) where !folders.insert(folder).inserted { break }
        }
        self.folders = folders
    }

    /// Reads a list; `nil` when it is not one, or names anything outside the folder.
    init?(_ bytes: [UInt8]) {
        guard let lines = Self.lines(of: bytes) else { return nil }
        var paths = [String]()
        paths.reserveCapacity(lines.count)
        for line in lines {
            guard let path = try? OutputPath(String(decoding: line, as: UTF8.self)) else { return nil }
            paths.append(path.rawValue)
        }
        self.init(paths: paths)
    }

    /// The lines of a list, a path each, as they stand; `nil` when it is not one.
    static func lines(of bytes: [UInt8]) -> ArraySlice<ArraySlice<UInt8>>? {
        let lines = bytes.split(separator: 0x0A)
        guard let first = lines.first, first.elementsEqual(head.utf8) else { return nil }
        return lines.dropFirst()
    }

    /// The list as it is kept: the same bytes for the same paths.
    var bytes: [UInt8] {
        var bytes = Array(Self.head.utf8)
        bytes.append(0x0A)
        for path in paths.sorted(by: { $0.precedesInBytes($1) }) {
            bytes += path.utf8
            bytes.append(0x0A)
        }
        return bytes
    }
}

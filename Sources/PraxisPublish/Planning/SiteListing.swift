internal import PraxisDiagnostics
package import PraxisFiles

/// A built site, file by file.
package struct SiteListing: Sendable {
    /// The folder that holds it.
    package let folder: String
    /// What is at each path.
    package let contents: [String: FileContent]

    package init(folder: String, contents: [String: FileContent]) {
        self.folder = folder
        self.contents = contents
    }

    /// Reads every file that a build wrote into a folder. Linear in their bytes.
    package init(reading folder: String) async throws(FileError) {
        let paths = try WrittenOutput.paths(in: folder)
        let files = DiskFiles(root: folder)
        let size = max(64, (paths.count + 7) / 8)
        let parts = await withTaskGroup(of: Result<[(String, FileContent)], FileError>.self) { group in
            for start in stride(from: 0, to: paths.count, by: size) {
                group.addTask {
                    do throws(FileError) {
                        var part: [(String, FileContent)] = []
                        for path in paths[start..<min(start + size, paths.count)] {
                            let bytes = try files.bytes(of: SourcePath(path.rawValue), limit: .max)
                            part.append((path.rawValue, FileContent(of: bytes)))
                        }
                        return .success(part)
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var contents: [String: FileContent] = [:]
        for part in parts {
            for (path, content) in try part.get() { contents[path] = content }
        }
        self.init(folder: folder, contents: contents)
    }

    /// The folders of deleted files in which the site has nothing, the innermost first.
    func foldersEmptied(by paths: [String]) -> [String] {
        let used = Set(contents.keys.flatMap { OutputPath.folders(above: $0) })
        return Set(paths.flatMap { OutputPath.folders(above: $0) }).subtracting(used).sorted { $1.precedesInBytes($0) }
    }

    /// Whether some of its files are no longer what they were when the listing was made.
    func hasChanged(at paths: some Sequence<String>) -> Bool {
        let files = DiskFiles(root: folder)
        return paths.contains { path in
            (try? files.bytes(of: SourcePath(path), limit: .max)).map { FileContent(of: $0) } != contents[path]
        }
    }
}

internal import Foundation

/// The pages in a site's communities, without these themselves.
struct SitePages {
    /// Their files, sorted.
    let files: [URL]
    private let content: URL

    /// - Parameter folder: Of the site. Throws where it has no such page.
    init(in folder: String) throws {
        content = URL(filePath: folder).appending(path: "content")
        let top = content.appending(path: "communities")
        let all = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        files = (all ?? []).filter { $0.pathExtension == "md" && $0.lastPathComponent != "index.md" }
            .sorted { $0.path < $1.path }
        guard !files.isEmpty else { throw BenchError.noPages(folder) }
    }

    /// Where they are on a generated site, whose files are named as their addresses are.
    var addresses: [String] {
        files.map { "\($0.deletingPathExtension().path.dropFirst(content.path.count))/" }
    }
}

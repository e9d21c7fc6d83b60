package import PraxisDiagnostics
package import PraxisFiles

/// The files of one theme, by their path below its folder: `theme.yaml`, `templates/pages/home.mustache`.
package struct ThemeFiles: Equatable, Sendable, Encodable {
    /// `commons`.
    package let name: String
    /// Where findings say that they are: `themes/commons`.
    package let folder: SourcePath
    package var files: [String: [UInt8]]

    package init(name: String, files: [String: [UInt8]]) {
        self.name = name
        folder = SourcePath("themes/\(name)")
        self.files = files
    }

    /// The themes in a site's `themes/` folder, by name, and what of them cannot be read.
    package static func all(in tree: ContentTree) -> (themes: [ThemeFiles], findings: [Finding]) {
        var themes: [String: ThemeFiles] = [:]
        var findings: [Finding] = []
        for entry in tree.entries(below: SourcePath("themes")) where entry.kind == .file {
            let parts = entry.path.components
            guard parts.count > 2 else { continue }
            let name = String(parts[1])
            do {
                let bytes = try tree.bytes(of: entry, limit: sizeLimit)
                let path = parts.dropFirst(2).joined(separator: "/")
                themes[name, default: ThemeFiles(name: name, files: [:])].files[path] = bytes
            } catch {
                findings.append(ContentTree.finding(for: error, at: entry.path))
            }
        }
        return (themes.keys.sorted().compactMap { themes[$0] }, findings)
    }

    /// The most bytes that a file of a theme may have.
    private static let sizeLimit = 32 << 20

    /// A file with its place, for findings.
    func source(_ path: String) -> SourceText? {
        files[path].map { SourceText(path: folder.appending(path), bytes: $0) }
    }
}

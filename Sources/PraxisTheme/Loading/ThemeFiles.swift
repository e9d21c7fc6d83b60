package import PraxisDiagnostics

/// The files of one theme, by their path below its folder: `theme.yaml`, `templates/pages/home.mustache`.
package struct ThemeFiles: Sendable {
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

    /// A file with its place, for findings.
    func source(_ path: String) -> SourceText? {
        files[path].map { SourceText(path: folder.appending(path), bytes: $0) }
    }
}

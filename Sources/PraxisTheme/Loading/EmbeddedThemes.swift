internal import PraxisFiles

/// The themes that come with the program, wherever it lies.
package enum EmbeddedThemes {
    /// By name. The build makes the table behind it from the package's `themes/` folder.
    package static let all: [ThemeFiles] = themes(from: EmbeddedFiles.all)

    /// Files whose paths begin with the name of their theme, parted by theme.
    static func themes(from files: [EmbeddedFile]) -> [ThemeFiles] {
        var themes: [String: [String: [UInt8]]] = [:]
        for file in files {
            guard let slash = file.path.firstIndex(of: "/") else { continue }
            let path = String(file.path[file.path.index(after: slash)...])
            themes[String(file.path[..<slash]), default: [:]][path] = file.bytes
        }
        return themes.keys.sorted().map { ThemeFiles(name: $0, files: themes[$0] ?? [:]) }
    }
}

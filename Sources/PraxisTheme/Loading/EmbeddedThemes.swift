/// The themes that come with the program, wherever it lies.
package enum EmbeddedThemes {
    /// By name. The build makes the table behind it from the package's `themes/` folder.
    package static let all: [ThemeFiles] = themes(from: EmbeddedThemeTable.files)

    /// Files whose paths begin with the name of their theme, parted by theme.
    static func themes(from files: [EmbeddedThemeFile]) -> [ThemeFiles] {
        var themes: [String: [String: [UInt8]]] = [:]
        for file in files {
            guard let slash = file.path.firstIndex(of: "/") else { continue }
            let path = String(file.path[file.path.index(after: slash)...])
            themes[String(file.path[..<slash]), default: [:]][path] = file.bytes
        }
        return themes.keys.sorted().map { ThemeFiles(name: $0, files: themes[$0] ?? [:]) }
    }
}

/// A file as the build put it into the program.
struct EmbeddedThemeFile: Sendable {
    /// Below the `themes/` folder: `commons/theme.yaml`.
    let path: String
    let bytes: [UInt8]

    /// A text.
    init(path: String, text: String) {
        self.path = path
        bytes = Array(text.utf8)
    }

    /// Other bytes in base 64 (RFC 4648, 4).
    init(path: String, base64: String) {
        self.path = path
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for character in base64.utf8 {
            guard let value = Self.value(of: character) else { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        self.bytes = bytes
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

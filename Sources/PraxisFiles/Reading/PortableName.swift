/// What keeps a file's name from working on every system and host.
package enum PortableName {
    /// Why a name cannot be used.
    package enum Problem: Hashable, Sendable {
        case empty
        /// `.` or `..`.
        case dots
        /// A character that is not shown, or that turns text around.
        case control(Unicode.Scalar)
        case backslash
        /// A device's name on Windows, with any ending.
        case reserved(String)
        /// A dot or a space at the end, which Windows drops.
        case ending(Character)
        /// More than 255 bytes of UTF-8.
        case tooLong
        /// A character that Windows has no place for in names.
        case unusual(Character)

        /// Whether the name could still be used on the systems that most people have.
        package var isTolerable: Bool {
            if case .unusual = self { return true }
            return false
        }

        /// What is the case, as the second half of a sentence whose first half is the name.
        package var description: String {
            switch self {
            case .empty: "is empty"
            case .dots: "is not a name but a way through folders"
            case .control(let scalar):
                "contains a character that nobody can see (U+\(Self.hexadecimal(scalar)))"
            case .backslash: "contains \"\\\", which parts folders on some systems"
            case .reserved(let name): "is a device's name on Windows (\(name.uppercased()))"
            case .ending(let character):
                "ends with a \(character == "." ? "dot" : "space"), which some systems drop"
            case .tooLong: "is longer than 255 bytes"
            case .unusual(let character): "contains \"\(character)\", which Windows does not allow in names"
            }
        }

        private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    /// The first thing wrong with one part of a path, the gravest first; `nil` for nearly all names.
    package static func problem(in name: some StringProtocol) -> Problem? {
        if name.utf8.allSatisfy(isPlain) {
            if name.isEmpty { return .empty }
        } else if let problem = unusualCharacter(in: name) {
            if !problem.isTolerable || name.utf8.count <= 255 { return problem }
        }
        if name == "." || name == ".." { return .dots }
        if name.utf8.count > 255 { return .tooLong }
        if let last = name.last, last == "." || last == " " { return .ending(last) }
        if let device = reserved(name) { return .reserved(device) }
        return nil
    }

    /// Letters, digits, `-`, `.`, `_`.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }

    private static func unusualCharacter(in name: some StringProtocol) -> Problem? {
        var tolerable: Problem?
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}",
                "\u{2066}"..."\u{2069}", "\u{FEFF}", "\u{FFFD}"..."\u{FFFF}":
                return .control(scalar)
            case "\\": return .backslash
            case "<", ">", ":", "\"", "|", "?", "*": tolerable = tolerable ?? .unusual(Character(scalar))
            default: continue
            }
        }
        return tolerable
    }

    private static func reserved(_ name: some StringProtocol) -> String? {
        let stem = name.prefix { $0 != "." }
        guard (3...4).contains(stem.count) else { return nil }
        let lower = stem.lowercased()
        switch lower {
        case "con", "prn", "aux", "nul": return lower
        case _ where stem.count == 4 && (lower.hasPrefix("com") || lower.hasPrefix("lpt")):
            return stem.last.map { "0123456789¹²³".contains($0) } == true ? lower : nil
        default: return nil
        }
    }
}

extension String {
    /// The text in one line: line ends and tabs as spaces, and control characters, which a terminal would obey, made visible.
    /// Linear.
    package var inOneLine: String {
        // The first bytes of U+0080 to U+00BF and U+2000 to U+2FFF, among others.
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else { return self }
        var line = ""
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: line += " "
            case 0x00..<0x20, 0x7F..<0xA0: line += "\u{FFFD}"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }
}

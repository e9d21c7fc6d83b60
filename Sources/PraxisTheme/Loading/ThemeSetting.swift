/// Something that a site can choose about a theme in site.yaml.
package struct ThemeSetting: Sendable, Hashable {
    /// What may be chosen.
    package enum Kind: Sendable, Hashable {
        /// A colour as CSS writes it.
        case color
        /// A number with a unit of CSS.
        case length
        case number
        /// Names of fonts, parted by commas.
        case font
        case flag
        case text
        /// One of some words.
        case choice([String])

        /// What the documentation and findings call it.
        var name: String {
            switch self {
            case .color: "color"
            case .length: "length"
            case .number: "number"
            case .font: "font"
            case .flag: "flag"
            case .text: "text"
            case .choice: "choice"
            }
        }

        /// Whether it becomes a custom property of the generated style sheet; otherwise templates ask for it.
        var isStyle: Bool {
            switch self {
            case .color, .length, .number, .font: true
            case .flag, .text, .choice: false
            }
        }
    }

    /// `accent`.
    package let name: String
    package let kind: Kind
    /// What holds unless the site chooses.
    package let value: String

    /// The custom property of the style sheet: `--accent`.
    package var property: String { "--\(name.replacing("_", with: "-"))" }

    /// What is wrong with a value, as advice; `nil` where nothing is.
    func advice(against text: String) -> String? {
        let bytes = text.utf8
        switch kind {
        case .color:
            return Self.isColor(text) ? nil : "write a colour such as \"#0b6e4f\" or \"oklch(45% 0.1 160)\""
        case .length:
            let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            let unit = text.dropFirst(number.count)
            let isLength = Double(number) != nil && ["rem", "em", "px", "ch", "vw", "%"].contains(unit)
            return isLength ? nil : "write a length such as \"42rem\" or \"16px\""
        case .number:
            return Double(text) != nil && bytes.allSatisfy { (0x2D...0x39).contains($0) && $0 != 0x2F }
                ? nil : "write a number such as 1.5"
        case .font:
            let isFont = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || " -_,'\"".contains($0) }
            return isFont ? nil : "write names of fonts, parted by commas"
        case .flag: return ["true", "false", "yes", "no"].contains(text) ? nil : "write true or false"
        case .text: return nil
        case .choice(let words):
            return words.contains(text) ? nil : "write one of \(words.joined(separator: ", "))"
        }
    }

    /// A colour in hexadecimal digits, by name, or by a function of CSS with numbers only.
    private static func isColor(_ text: String) -> Bool {
        if text.hasPrefix("#") {
            let digits = text.dropFirst()
            return [3, 4, 6, 8].contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isHexDigit }
        }
        let name = text.prefix { $0.isASCII && $0.isLetter }
        guard !name.isEmpty else { return false }
        let rest = text.dropFirst(name.count)
        if rest.isEmpty { return true }
        return ["rgb", "rgba", "hsl", "hsla", "oklch", "oklab", "lch", "lab"].contains(name)
            && rest.first == "(" && rest.last == ")"
            && rest.dropFirst().dropLast().allSatisfy { $0.isASCII && ($0.isNumber || " .,%/-".contains($0)) }
    }

    /// Whether a flag's text means yes.
    static func isOn(_ text: String) -> Bool { text == "true" || text == "yes" }
}

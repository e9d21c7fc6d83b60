/// Shows findings to a person at a terminal.
package struct FindingTextFormat: Sendable {
    /// Whether to use terminal colours.
    package var usesColor: Bool

    package init(usesColor: Bool = false) {
        self.usesColor = usesColor
    }

    /// A finding as text, several lines, without a line end after the last.
    ///
    /// ```
    /// content/communities/agile/index.md:7:9: error: no person "anna-lindh" [reference.unknown]
    ///    7 │ owners: [anna-lindh]
    ///      │          ^^^^^^^^^^ did you mean "anna-lind" (people/anna-lind.md)?
    /// ```
    package func text(for finding: Finding) -> String {
        let head =
            "\(bold(place(finding.location))): \(severity(finding.severity)): "
            + "\(bold(finding.message.inOneLine)) \(faint("[\(finding.rule.id)]"))"
        var lines = [head]
        lines += excerpt(of: finding.location, advice: finding.advice?.inOneLine, tint: tint(finding.severity))
        for note in finding.notes {
            lines.append("\(place(note.location)): note: \(note.message.inOneLine)")
            lines += excerpt(of: note.location, advice: nil, tint: "36")
        }
        return lines.joined(separator: "\n")
    }

    private func place(_ location: Location) -> String {
        guard let range = location.range, let column = location.characterColumn else { return location.path.rawValue }
        return "\(location.path):\(range.start.line):\(column)"
    }

    private func excerpt(of location: Location, advice: String?, tint: String) -> [String] {
        guard let range = location.range, let line = location.excerpt else {
            return advice.map { ["     = \($0)"] } ?? []
        }
        let number = String(range.start.line)
        let gutter = String(repeating: " ", count: max(0, 4 - number.count)) + number
        let blank = String(repeating: " ", count: gutter.count)
        let window = Window(of: line, around: range)
        let marks = colored(String(repeating: "^", count: window.width), tint)
        let tail = advice.map { " " + colored($0, tint) } ?? ""
        return [
            "\(faint("\(gutter) │")) \(window.text)",
            "\(faint("\(blank) │")) \(String(repeating: " ", count: window.indent))\(marks)\(tail)",
        ]
    }

    private func severity(_ severity: Severity) -> String { colored(severity.rawValue, tint(severity)) }

    private func tint(_ severity: Severity) -> String { severity == .error ? "31" : "33" }

    private func bold(_ text: String) -> String { colored(text, "1") }

    private func faint(_ text: String) -> String { colored(text, "2") }

    private func colored(_ text: String, _ code: String) -> String {
        usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// The part of a source line that is shown, with where its marks go; both in terminal cells.
private struct Window {
    var text: String
    var indent: Int
    var width: Int

    /// Lines longer than this are cut around the marked part.
    private static let limit = 160

    init(of line: String, around range: SourceRange) {
        let bytes = Array(line.utf8)
        let start = min(max(0, range.start.column - 1), bytes.count)
        let end = range.end.line == range.start.line ? min(max(start, range.end.column - 1), bytes.count) : bytes.count
        var before = Self.shown(bytes[..<start])
        var marked = Self.shown(bytes[start..<end])
        var after = Self.shown(bytes[end...])
        if before.count + marked.count + after.count > Self.limit {
            if before.count > 60 { before = "…" + before.suffix(59) }
            if marked.count > 80 { marked = marked.prefix(79) + "…" }
            if after.count > 40 { after = after.prefix(39) + "…" }
        }
        text = before + marked + after
        indent = Self.cells(before)
        width = max(1, Self.cells(marked))
    }

    /// Tabs as spaces and control characters made visible, so that marks stand where they should and no escape
    /// sequence in content reaches the terminal.
    private static func shown(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x09: text += "    "
            case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// How many cells a terminal gives a text: two for East Asian wide characters and emoji.
    private static func cells(_ text: String) -> Int {
        text.reduce(0) { total, character in
            guard let scalar = character.unicodeScalars.first else { return total }
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                return total + 2
            default: return total + 1
            }
        }
    }
}

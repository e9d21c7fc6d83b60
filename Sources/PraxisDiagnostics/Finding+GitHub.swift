/// Writes findings as commands of GitHub Actions, a line each, which it shows beside the lines that they are about.
///
/// It shows ten errors and ten warnings of a step, so errors and then the first of each file should come first; the log
/// has them all. (docs.github.com, *Workflow commands*.)
package enum FindingGitHubFormat {
    /// Errors first, each line with its end.
    package static func text(for findings: [Finding]) -> String {
        let errors = findings.filter { $0.severity == .error }
        let others = findings.filter { $0.severity != .error }
        return (errors + others).map { line(for: $0) }.joined()
    }

    private static func line(for finding: Finding) -> String {
        let place = finding.location
        var properties = [("file", place.path.rawValue)]
        if let range = place.range {
            properties.append(("line", String(range.start.line)))
            properties.append(("endLine", String(range.end.line)))
            // Columns may only stand where the range is on one line.
            if range.start.line == range.end.line, let column = place.characterColumn {
                properties.append(("col", String(column)))
                if let end = place.characterEndColumn { properties.append(("endColumn", String(max(column, end - 1)))) }
            }
        }
        properties.append(("title", finding.rule.id))
        let command = finding.severity == .error ? "error" : "warning"
        let listed = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
        return "::\(command) \(listed)::\(message(finding.plainWords))\n"
    }

    /// A text as a command's message: no line end in it begins a command of its own.
    private static func message(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r\n", with: "%0D%0A").replacing("\r", with: "%0D")
            .replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}

extension Finding {
    /// What is wrong and what to do, in one line.
    var plainWords: String { advice.map { "\(message): \($0)" } ?? message }
}

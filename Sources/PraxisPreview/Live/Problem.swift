import FoundationEssentials
import PraxisDiagnostics

/// A finding as the script shows it: texts only, which it never takes for markup.
struct Problem: Encodable {
    /// A line of a file, taken apart around what is marked in it.
    struct Excerpt: Encodable {
        let line: Int
        let before: String
        let marked: String
        let after: String
    }

    /// Another place that belongs to it.
    struct Note: Encodable {
        let message: String
        let place: String
    }

    let rule: String
    let place: String
    let message: String
    let advice: String?
    let excerpt: Excerpt?
    let notes: [Note]

    init(_ finding: Finding) {
        rule = finding.rule.id
        place = Self.place(finding.location)
        message = finding.message
        advice = finding.advice
        excerpt = Self.excerpt(finding.location)
        notes = finding.notes.map { Note(message: $0.message, place: Self.place($0.location)) }
    }

    private static func place(_ location: Location) -> String {
        guard let range = location.range, let column = location.characterColumn else { return location.path.rawValue }
        return "\(location.path):\(range.start.line):\(column)"
    }

    private static func excerpt(_ location: Location) -> Excerpt? {
        guard let range = location.range, let line = location.excerpt else { return nil }
        let bytes = Array(line.utf8)
        let start = min(max(0, range.start.column - 1), bytes.count)
        let end = range.end.line == range.start.line ? min(max(start, range.end.column - 1), bytes.count) : bytes.count
        return Excerpt(
            line: range.start.line, before: shortened(bytes[..<start], keepingEnd: true),
            marked: shortened(bytes[start..<end], keepingEnd: false),
            after: shortened(bytes[end...], keepingEnd: false))
    }

    /// At most 120 characters of a stretch of a line: those nearest to the mark.
    private static func shortened(_ bytes: ArraySlice<UInt8>, keepingEnd: Bool) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.count > 120 else { return text }
        return keepingEnd ? "…\(text.suffix(119))" : "\(text.prefix(119))…"
    }
}

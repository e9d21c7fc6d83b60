internal import PraxisDiagnostics
internal import PraxisModel

/// A line of a calendar (RFC 5545, 3.1), put together again where it was folded.
struct ContentLine {
    let name: String
    /// By name in capitals.
    private var parameters: [String: String] = [:]
    let value: String
    let range: SourceRange

    init?(_ line: String, at range: SourceRange) {
        self.range = range
        var parts: [Substring] = []
        var start = line.startIndex
        var isQuoted = false
        var end: String.Index?
        for index in line.indices {
            if line[index] == "\"" { isQuoted.toggle() }
            guard !isQuoted, line[index] == ";" || line[index] == ":" else { continue }
            parts.append(line[start..<index])
            start = line.index(after: index)
            if line[index] == ":" {
                end = start
                break
            }
        }
        guard let end, let name = parts.first else { return nil }
        self.name = name.uppercased()
        for part in parts.dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            parameters[sides[0].uppercased()] = String(sides[1].filter { $0 != "\"" })
        }
        value = String(line[end...])
    }

    /// All lines of a calendar; a range is that of the first of those that belong together.
    static func all(of source: SourceText) -> [ContentLine] {
        var lines: [ContentLine] = []
        var number = 1
        while let first = source.bytes(ofLine: number) {
            var bytes = Array(first)
            let range = SourceRange(line: number, column: 1, length: bytes.count)
            number += 1
            while let next = source.bytes(ofLine: number), let blank = next.first, blank == 0x20 || blank == 0x09 {
                bytes += next.dropFirst()
                number += 1
            }
            if let line = ContentLine(String(decoding: bytes, as: UTF8.self), at: range) { lines.append(line) }
        }
        return lines
    }

    /// The value as a text: its escapes undone (3.3.11).
    var text: String {
        var text = ""
        var isEscaped = false
        for character in value {
            if isEscaped {
                text.append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text.drop(while: \.isWhitespace))
    }

    /// Its days and times, with the zone in which they are meant (3.3.4, 3.3.5).
    var times: [CalendarTime] {
        let zone = parameters["TZID"].map { CalendarTime.zoneName(of: $0) }
        return value.split(separator: ",").map { CalendarTime($0, zone: zone) }
    }

    /// The minutes of a duration (3.3.6).
    var minutes: Int? {
        guard
            let match = value.wholeMatch(
                of: /\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d+S)?)?/)
        else { return nil }
        func count(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        return ((count(match.1) * 7 + count(match.2)) * 24 + count(match.3)) * 60 + count(match.4)
    }
}

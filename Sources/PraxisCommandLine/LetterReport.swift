internal import Foundation
internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisSyndication
internal import PraxisTheme

/// Letters to those for whom something waits, as they are read, or as a mail program merges them.
struct LetterReport {
    let letters: [UpkeepLetter]

    /// One after the other.
    var text: String {
        letters.map { letter in
            let to = letter.address.map { "\(letter.name) <\($0)>" } ?? letter.name
            return "To: \(to.inOneLine)\nSubject: \(letter.subject.inOneLine)\n\n\(letter.text)"
        }.joined(separator: "\n" + String(repeating: "-", count: 72) + "\n\n")
    }

    /// A row for each letter.
    var csv: [UInt8] {
        var csv = CSVText(keepsMailAddresses: true)
        csv.row(["name", "mail", "subject", "letter"])
        for letter in letters { csv.row([letter.name, letter.address ?? "", letter.subject, letter.text]) }
        return csv.bytes
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(
            letters.map { Entry(name: $0.name, mail: $0.address, subject: $0.subject, letter: $0.text) })
    }

    private struct Entry: Encodable {
        var name: String
        var mail: String?
        var subject: String
        var letter: String
    }
}

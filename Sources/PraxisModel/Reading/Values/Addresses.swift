internal import Foundation
internal import PraxisDiagnostics
internal import PraxisYAML

/// An address on the web: `https://example.org/page`.
struct WebAddress: ScalarValue {
    let text: String

    init?(text: String) {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), AddressSyntax.hasHost(text) else { return nil }
        self.text = text
    }

    static var expectation: String { "a web address like https://example.org/page" }
    static var pattern: String? { "^https?://" }

    static func advice(for text: String) -> String? {
        if let inner = AddressSyntax.unwrapped(text), WebAddress(text: inner) != nil { return "write \(inner)" }
        let address = text.replacing(" ", with: "%20")
        if address != text, WebAddress(text: address) != nil { return "an address has no spaces: write \(address)" }
        guard text.contains("."), !text.contains(" "), !text.contains(":"), !text.contains("@") else { return nil }
        return "write https://\(text)"
    }
}

/// An address that a reader may open: on the web, of a mailbox or a telephone.
struct LinkAddress: ScalarValue {
    let text: String

    init?(text: String) {
        guard WebAddress(text: text) != nil || AddressSyntax.isOther(text) else { return nil }
        self.text = text
    }

    static var expectation: String { "an address like https://example.org/page or mailto:name@example.org" }
    static var pattern: String? { "^(https?://|mailto:|tel:)" }

    static func advice(for text: String) -> String? {
        MailAddress(text: text) != nil ? "write mailto:\(text)" : WebAddress.advice(for: text)
    }
}

/// The address of a mailbox: `name@example.org`.
struct MailAddress: ScalarValue {
    let text: String

    init?(text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
            !text.unicodeScalars.contains(where: {
                $0.properties.isWhitespace || "<>()[],;:\\\"".unicodeScalars.contains($0)
            })
        else { return nil }
        self.text = text
    }

    static var expectation: String { "a mail address like name@example.org" }
    static func advice(for text: String) -> String? {
        text.hasPrefix("mailto:") ? "write it without mailto:" : nil
    }
}

private enum AddressSyntax {
    /// The address in what programs and Markdown put around one: `<https://example.org>`, `[words](https://example.org)`.
    static func unwrapped(_ text: String) -> String? {
        if text.hasPrefix("<"), text.hasSuffix(">") { return String(text.dropFirst().dropLast()) }
        guard text.hasPrefix("["), text.hasSuffix(")"), let middle = text.firstRange(of: "](") else { return nil }
        return String(text[middle.upperBound...].dropLast())
    }

    /// Whether something follows the scheme, without spaces or what could end an attribute.
    static func hasHost(_ text: String) -> Bool {
        guard let slashes = text.firstRange(of: "://"), !text[slashes.upperBound...].isEmpty else { return false }
        return text[slashes.upperBound...].first != "/" && isClean(text)
    }

    static func isOther(_ text: String) -> Bool {
        (text.hasPrefix("mailto:") || text.hasPrefix("tel:")) && text.utf8.count > 7 && isClean(text)
    }

    private static func isClean(_ text: String) -> Bool {
        !text.unicodeScalars.contains {
            $0.properties.isWhitespace || $0.value < 0x20 || "<>\"".unicodeScalars.contains($0)
        }
    }
}

/// An old address of a page, which leads to the new one: `/communities/old-name/`.
struct OldAddress: ScalarValue {
    let route: Route

    init?(text: String) {
        guard text.hasPrefix("/"), text != "/" else { return nil }
        var parts = text.split(separator: "/").map(String.init)
        if parts.last?.lowercased() == "index.html" { parts.removeLast() }
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~".utf8)
        // What begins with a dot or a line is for hosts and programs, not for readers.
        guard let name = parts.last,
            parts.allSatisfy({ $0.first != "." && $0.first != "_" && $0.utf8.allSatisfy(allowed.contains) })
        else { return nil }
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
        // `/v1.2` is no file.
        let isFile = !text.hasSuffix("/") && ending?.contains(where: { !$0.isNumber }) == true
        guard !isFile || Self.pageEndings.contains(ending?.lowercased() ?? "") else { return nil }
        route = Route("/\(parts.joined(separator: "/"))\(isFile ? "" : "/")")
    }

    /// What files of pages end in, here and in programs that sites move away from; what leads on is always a page.
    private static let pageEndings: Set<String> = [
        "html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "jspx", "do", "cgi", "cfm",
    ]

    static var expectation: String { "an address of this site like /communities/old-name/" }
    static var pattern: String? { "^/" }
    static func advice(for text: String) -> String? {
        if !text.hasPrefix("/"), OldAddress(text: "/\(text)") != nil, !text.contains(":") { return "write /\(text)" }
        return text.hasPrefix("/") && text.split(separator: "/").last?.contains(".") == true
            ? "only pages can lead on: their addresses end in / or .html" : nil
    }
}

/// The name of a time zone in the IANA database: `Europe/Stockholm`.
struct TimeZoneName: ScalarValue {
    let text: String

    init?(text: String) {
        // Foundation also takes abbreviations and offsets, which say nothing of the clocks' changes.
        guard text == "UTC" || (text.contains("/") && TimeZone(identifier: text) != nil) else { return nil }
        self.text = text
    }

    static var expectation: String { "a time zone like Europe/Stockholm" }

    static func advice(for text: String) -> String? {
        let wanted = text.lowercased().replacing(" ", with: "_")
        let known = TimeZone.knownTimeZoneIdentifiers
        if let zone = known.first(where: { $0.lowercased().hasSuffix("/\(wanted)") || $0.lowercased() == wanted }) {
            return "write \(zone)"
        }
        return Suggestion.nearest(to: text, among: known).first.map { "did you mean \($0)?" }
    }
}

/// A language as BCP 47 writes it: `en`, `pt-BR`.
struct Language: ScalarValue {
    let text: String

    init?(text: String) {
        guard LanguageTag.isWellFormed(text) else { return nil }
        self.text = text
    }

    static var expectation: String { "a language like en, sv or pt-BR" }
    static var mayContainComma: Bool { false }

    private static let names = [
        "english": "en", "swedish": "sv", "svenska": "sv", "german": "de", "deutsch": "de", "french": "fr",
        "français": "fr", "finnish": "fi", "suomi": "fi", "norwegian": "nb", "norsk": "nb", "danish": "da",
        "dansk": "da", "spanish": "es", "español": "es", "italian": "it", "dutch": "nl", "polish": "pl",
        "portuguese": "pt",
    ]

    static func advice(for text: String) -> String? {
        names[text.lowercased()].map { "write its tag: \($0)" }
    }
}

/// Language tags (BCP 47): `en`, `sv`, `pt-BR`, `zh-Hant`.
package enum LanguageTag {
    /// Whether a text has the form of one: a language of two or three letters, then perhaps a script and a region.
    package static func isWellFormed(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, 2...3 ~= language.utf8.count, language.utf8.allSatisfy(isLower) else {
            return false
        }
        return parts.count <= 3
            && parts.dropFirst().allSatisfy { part in
                2...8 ~= part.utf8.count && part.utf8.allSatisfy { isLower($0 | 0x20) || 0x30...0x39 ~= $0 }
            }
    }

    private static func isLower(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte }
}

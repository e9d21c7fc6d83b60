/// Bytes that may be an address.
struct AddressText {
    let bytes: ArraySlice<UInt8>

    /// Whether this is an address and nothing else: it has no space, and begins or ends as only addresses do.
    var isAddress: Bool {
        guard bytes.count > 3, bytes.allSatisfy({ $0 > 0x20 }) else { return false }
        return hasBeginning || hasEnding
    }

    /// Whether it begins as an address does: `https://`, `mailto:`, `www.`, `./`, `../`.
    var hasBeginning: Bool {
        if let colon = bytes.prefix(12).firstIndex(of: UInt8(ascii: ":")), colon - bytes.startIndex >= 3 {
            let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
            return ["http", "https", "mailto", "tel", "ftp"].contains(scheme) && colon + 1 < bytes.endIndex
        }
        return ["www.", "./", "../"].contains { bytes.starts(with: $0.utf8) }
    }

    /// Whether it is that of a mailbox or a telephone, in which no space has a meaning.
    var isMailOrTelephone: Bool {
        let start = String(decoding: bytes.prefix(7), as: UTF8.self).lowercased()
        return start.hasPrefix("mailto:") || start.hasPrefix("tel:")
    }

    /// Whether it leads to a file, with or without a place in it: `guide.md#start`.
    var hasEnding: Bool {
        let path = bytes.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        guard let dot = path.lastIndex(of: UInt8(ascii: ".")), dot > path.startIndex, path.endIndex - dot <= 6 else {
            return false
        }
        return Self.endings.contains(String(decoding: path[(dot + 1)...], as: UTF8.self).lowercased())
    }

    private static let endings: Set<String> = [
        "md", "html", "htm", "pdf", "png", "jpg", "jpeg", "gif", "webp", "svg", "docx", "xlsx", "pptx", "odt", "ods",
        "odp", "csv", "zip", "ics", "txt", "mp4",
    ]
}

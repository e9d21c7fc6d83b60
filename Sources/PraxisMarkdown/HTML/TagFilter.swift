/// GitHub's specification, *Disallowed Raw HTML (extension)*: tags that change how all that follows is read.
enum TagFilter {
    private static let names = [
        "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
    ]

    /// Whether a text that begins with `<` begins with such a tag.
    static func filters(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = text.dropFirst()
        if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
        return names.contains { name in
            guard rest.prefix(name.utf8.count).elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }) else { return false }
            guard let next = rest.dropFirst(name.utf8.count).first else { return true }
            switch next {
            case UInt8(ascii: ">"), 0x09...0x0D, UInt8(ascii: " "): return true
            case UInt8(ascii: "/"): return rest.dropFirst(name.utf8.count + 1).first == UInt8(ascii: ">")
            default: return false
            }
        }
    }
}

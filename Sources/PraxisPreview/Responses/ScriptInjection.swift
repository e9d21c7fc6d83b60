/// Puts the preview's script into a page, by its address: a page that allows no inline script stays as it is meant to be.
enum ScriptInjection {
    /// The page with the script at the end of its body, or at its end when it has no body's end.
    static func injected(into page: [UInt8], token: String, tag: EntityTag) -> [UInt8] {
        let name = tag.description.dropFirst().dropLast()
        let script = "<script src=\"\(PreviewAssets.script)?token=\(token)&amp;page=\(name)\" defer></script>"
        var page = page
        page.insert(contentsOf: script.utf8, at: bodyEnd(of: page) ?? page.endIndex)
        return page
    }

    /// Where the last `</body` begins, in any case.
    private static func bodyEnd(of page: [UInt8]) -> Int? {
        let mark = Array("</body".utf8)
        guard page.count >= mark.count else { return nil }
        return (0...page.count - mark.count).reversed().first { start in
            page[start] == mark[0] && zip(page[start...], mark).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
        }
    }
}

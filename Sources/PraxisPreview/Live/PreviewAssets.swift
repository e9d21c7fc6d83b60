import NIOHTTP1

/// The preview's own files, below an address that no page has.
enum PreviewAssets {
    /// The script that pages load.
    static let script = "/-praxis/reload.js"
    /// Where the script hears of changes, as a path without its first slash.
    static let events = "-praxis/events"

    /// The answer for one of the files; `nil` for any other path.
    static func response(at path: String) -> PreviewResponse? {
        switch path {
        case "-praxis/reload.js":
            PreviewResponse(.ok, type: ContentType.of(extension: "js"), body: ReloadScript.bytes[...])
        case "-praxis/preview.css":
            PreviewResponse(.ok, type: ContentType.of(extension: "css"), body: OverlayStyle.bytes[...])
        default: nil
        }
    }
}

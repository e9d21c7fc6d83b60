/// What editors and systems leave in folders and nobody means to publish.
enum Leftover {
    /// Whether a name is a hidden one other than `.well-known`, an editor's backup, swap or lock file, or a system's folder view.
    static func isLeftover(_ name: String) -> Bool {
        let bytes = name.utf8
        if name == wellKnown { return false }
        guard let first = bytes.first, let last = bytes.last else { return true }
        let tilde = UInt8(ascii: "~")
        let hash = UInt8(ascii: "#")
        if first == UInt8(ascii: ".") || last == tilde || (first == hash && last == hash) { return true }
        if first == tilde, bytes.dropFirst().first == UInt8(ascii: "$") { return true }
        return name.hasSuffix(".swp") || name.hasSuffix(".swx") || names.contains(name)
    }

    /// What others ask of any site: proofs of ownership, whom to tell of a weakness (RFC 8615).
    private static let wellKnown = ".well-known"

    /// Vim writes `4913` for a moment to see whether it may.
    private static let names: Set<String> = ["4913", "Thumbs.db", "desktop.ini", "__MACOSX"]
}

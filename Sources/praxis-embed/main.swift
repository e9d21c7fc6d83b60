import Foundation

/// Writes a Swift file that holds a table of all files below a folder, as `EmbeddedFiles.all`.
///
/// Use: `praxis-embed FOLDER OUTPUT`. A folder that is not there makes an empty table.
struct Embedding {
    let folder: URL

    /// The Swift source; the same bytes for the same files.
    func source() throws -> String {
        var text = "import PraxisFiles\n\nenum EmbeddedFiles {\n    static let all: [EmbeddedFile] = [\n"
        for path in paths() {
            let bytes = try Data(contentsOf: folder.appending(path: path))
            text += "        EmbeddedFile(path: \(literal(path)), \(content(bytes))),\n"
        }
        return text + "    ]\n}\n"
    }

    /// Files below the folder by path, sorted by bytes; hidden ones are left out, but for `.gitignore`.
    private func paths() -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)) else { return [] }
        return walk.compactMap { $0 as? String }
            .filter { path in
                var isFolder: ObjCBool = false
                let url = folder.appending(path: path)
                return FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
                    && !isFolder.boolValue
                    && !path.split(separator: "/").contains { $0.hasPrefix(".") && $0 != ".gitignore" }
            }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// A text as it is, other bytes in base 64.
    private func content(_ bytes: Data) -> String {
        // A literal over several lines turns a carriage return into a line feed.
        if let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0x0D), !text.utf8.contains(0x00) {
            return "text: \(literal(text))"
        }
        return "base64: \"\(bytes.base64EncodedString())\""
    }

    private func literal(_ text: String) -> String {
        var fence = "#"
        while text.contains("\"\(fence)") || text.contains("\\\(fence)") { fence += "#" }
        return text.contains("\n") ? "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)" : "\(fence)\"\(text)\"\(fence)"
    }
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("use: praxis-embed FOLDER OUTPUT\n".utf8))
    exit(2)
}
let source = try Embedding(folder: URL(filePath: arguments[1])).source()
try source.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)

import Foundation
import Testing

/// Files that hold an input, a line `=====`, and what comes of it.
struct Recorded: CustomTestStringConvertible, Sendable {
    let file: URL
    let input: String
    let expected: String

    var testDescription: String { file.deletingPathExtension().lastPathComponent }

    /// All files of a folder below Tests/Fixtures, by name.
    static func all(in folder: String) -> [Recorded] {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures").appending(path: folder)
        let files = (try? FileManager.default.contentsOfDirectory(at: fixtures, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map { file in
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            let parts = text.components(separatedBy: "\n=====\n")
            return Recorded(file: file, input: parts[0], expected: parts.count > 1 ? parts[1] : "")
        }
    }

    /// Compares; with RECORD=1 in the environment writes the file anew, and fails if it has changed.
    func check(_ actual: String) throws {
        let actual = actual + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] == "1", actual != expected {
            try "\(input)\n=====\n\(actual)".write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(actual == expected, "\(testDescription) (RECORD=1 writes it anew)")
    }
}

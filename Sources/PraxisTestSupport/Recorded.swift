internal import Foundation
internal import Testing

/// A file that holds an input, a line `=====`, and what comes of it.
package struct Recorded: CustomTestStringConvertible, Sendable {
    package let input: String
    private let path: String
    private let expected: String

    package var testDescription: String { String(path.split(separator: "/").last ?? "").replacing(".txt", with: "") }

    /// All files of a folder below Tests/Fixtures, by name; none where there is no such folder.
    package static func all(in folder: String) -> [Recorded] {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Tests/Fixtures").appending(path: folder)
        let files = (try? FileManager.default.contentsOfDirectory(at: fixtures, includingPropertiesForKeys: nil)) ?? []
        return files.map { $0.path(percentEncoded: false) }.filter { $0.hasSuffix(".txt") }.sorted().compactMap {
            path in
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
            let parts = "\(text)\n".split(separator: "\n=====\n", maxSplits: 1, omittingEmptySubsequences: false)
            return Recorded(
                input: String(parts[0]), path: path,
                expected: parts.count > 1 ? String(parts[1].dropLast()) : "")
        }
    }

    /// Compares what came of the input with what is recorded; with RECORD=1 in the environment also writes it anew.
    package func check(_ actual: String) throws {
        let actual = actual + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] == "1", actual != expected {
            try "\(input)\n=====\n\(actual)".write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(actual == expected, "\(testDescription): RECORD=1 writes it anew")
    }
}

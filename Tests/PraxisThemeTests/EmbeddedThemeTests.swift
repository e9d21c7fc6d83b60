import Foundation
import PraxisFiles
import Testing

@testable import PraxisTheme

struct EmbeddedThemeTests {
    /// The package's folder, where the tests are built from a clone.
    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func theTableHoldsExactlyTheFilesOfTheFolder() throws {
        let folder = Self.package.appending(path: "themes")
        var files: [String: [UInt8]] = [:]
        let walk = try #require(FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)))
        for case let path as String in walk where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            let url = folder.appending(path: path)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            files[path] = Array(try Data(contentsOf: url))
        }
        var embedded: [String: [UInt8]] = [:]
        for theme in EmbeddedThemes.all {
            for (path, bytes) in theme.files { embedded["\(theme.name)/\(path)"] = bytes }
        }
        #expect(embedded.keys.sorted() == files.keys.sorted())
        for (path, bytes) in files {
            let isSame = embedded[path] == bytes
            #expect(isSame, "\(path) is not what the folder has")
        }
        #expect(!files.isEmpty)
    }

    @Test func theThemeThatComesWithTheProgramIsWithoutFindings() {
        let (theme, findings) = Theme.load("commons", languages: ["en", "sv"])
        #expect(findings.isEmpty)
        #expect(theme.programs.count == PageTemplate.allCases.count)
    }

    @Test func bytesThatAreNoTextComeThrough() {
        #expect(EmbeddedFile(path: "a/b", base64: "AP+AfwEC").bytes == [0, 255, 128, 127, 1, 2])
        #expect(EmbeddedFile(path: "a/b", base64: "AAE=").bytes == [0, 1])
        #expect(EmbeddedFile(path: "a/b", base64: "/w==").bytes == [255])
        #expect(EmbeddedFile(path: "a/b", base64: "").bytes == [])
    }

    @Test func filesArePartedByTheme() {
        let themes = EmbeddedThemes.themes(from: [
            EmbeddedFile(path: "b/theme.yaml", text: "x"), EmbeddedFile(path: "a/assets/x.css", text: "y"),
        ])
        #expect(themes.map(\.name) == ["a", "b"])
        #expect(themes[0].files == ["assets/x.css": [UInt8(ascii: "y")]])
    }
}

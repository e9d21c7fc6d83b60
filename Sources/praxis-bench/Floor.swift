internal import Foundation
internal import PraxisMarkdown

/// The least that a generator can do: the same files read, rendered by libcmark alone and written, one file a page.
struct Floor {
    private let source: String
    private let output: String

    init(from source: String, to output: String) {
        self.source = source
        self.output = output
    }

    /// Works on all cores.
    func run() throws {
        let manager = FileManager.default
        let files = (manager.enumerator(atPath: source)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".md") }.sorted()
        for folder in Set(files.map { "\(output)/\($0.dropLast(3))" }).sorted() {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        DispatchQueue.concurrentPerform(iterations: 64) { slice in
            for index in stride(from: slice, to: files.count, by: 64) { render(files[index]) }
        }
    }

    private func render(_ file: String) {
        guard let input = fopen("\(source)/\(file)", "r"),
            let result = fopen("\(output)/\(file.dropLast(3))/index.html", "w")
        else { return }
        defer {
            fclose(input)
            fclose(result)
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, input), count > 0 { bytes += buffer[..<count] }
        let html = Array(Markdown.html(String(decoding: bytes, as: UTF8.self), profile: .commonmark).utf8)
        fwrite(html, 1, html.count, result)
    }
}

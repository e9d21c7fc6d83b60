package import PraxisDiagnostics
internal import PraxisMarkdown

/// What a page of HTML that lies beside pages needs to look as it was meant: style sheets, scripts, pictures.
package enum PageParts {
    /// The files that it loads, as far as they are of the site, each once and in order. Linear.
    package static func files(of page: [UInt8], at path: SourcePath) -> [SourcePath] {
        var scanner = MarkupScanner(bytes: page)
        var seen: Set<SourcePath> = []
        var files: [SourcePath] = []
        while let tag = scanner.nextTag() {
            guard case .element(let name, let attributes) = tag, let key = keys[name.lowercased()] else { continue }
            func value(_ key: String) -> String? { attributes.first { $0.name.lowercased() == key }?.value }
            if key == "href", value("rel")?.lowercased().contains("stylesheet") != true { continue }
            guard let text = value(key), HTML.kind(ofAddress: text) == .relative else { continue }
            let address = RelativeAddress(text)
            guard !address.path.isEmpty, let file = address.file(from: path), file != path, seen.insert(file).inserted
            else { continue }
            files.append(file)
        }
        return files
    }

    /// By element, the attribute that says what it loads.
    private static let keys = [
        "link": "href", "script": "src", "img": "src", "source": "src", "video": "src", "audio": "src", "iframe": "src",
        "frame": "src", "embed": "src", "object": "data",
    ]
}

internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel
internal import PraxisTheme
internal import Synchronization

/// How long an edit takes until a preview has it; what is made stays in memory.
struct EditCost {
    private let folder: String
    private static let edits = 12
    /// The name of the theme that is edited, which is in the site's folder for that time.
    private static let theme = "bench"

    /// - Parameter folder: Of the site. It is edited, and left as it was.
    init(folder: String) {
        self.folder = folder
    }

    /// One kind of edit: what it does to a file, told by its number, below a page's folder or the site's.
    private struct Edit {
        let name: String
        /// The file that changes, given that page.
        let file: (_ page: URL) -> URL
        let change: (_ text: String, _ number: Int) -> String
    }

    private var themeFolder: URL { URL(filePath: folder).appending(path: "themes/\(Self.theme)") }

    private var kinds: [Edit] {
        let theme = themeFolder
        return [
            Edit(name: "a sentence of a text", file: { $0 }) { $0 + "\nOne more sentence, number \($1).\n" },
            Edit(name: "a page's title", file: { $0 }) { text, number in
                text.replacing("\ntitle: ", with: "\ntitle: Number \(number), ", maxReplacements: 1)
            },
            Edit(name: "a style sheet", file: { _ in theme.appending(path: "assets/more.css") }) {
                $0 + "/* Number \($1) */\n"
            },
            Edit(name: "a template", file: { _ in theme.appending(path: "templates/layouts/base.mustache") }) {
                $0 + "<!-- Number \($1) -->\n"
            },
        ]
    }

    /// Prints a table. A page is looked at, and it is the one that is edited.
    func run() async throws {
        let settings = URL(filePath: folder).appending(path: "content/site.yaml")
        let plain = try String(contentsOf: settings, encoding: .utf8)
        defer {
            try? plain.write(to: settings, atomically: false, encoding: .utf8)
            try? FileManager.default.removeItem(at: themeFolder)
            // Fails where the site has other themes.
            rmdir(themeFolder.deletingLastPathComponent().path)
        }
        try (plain + "\ntheme: \(Self.theme)\n").write(to: settings, atomically: false, encoding: .utf8)
        try write("name: \(Self.theme)\nextends: commons\n", to: themeFolder.appending(path: "theme.yaml"))
        try write("", to: themeFolder.appending(path: "assets/more.css"))
        let base = EmbeddedThemes.all.first?.files["templates/layouts/base.mustache"] ?? []
        try write(
            String(decoding: base, as: UTF8.self), to: themeFolder.appending(path: "templates/layouts/base.mustache"))

        let pages = try SitePages(in: folder)
        var preview = Preview(folder: folder)
        try await preview.build(after: .anything, looking: "/")
        print(
            "| edit of, median of \(Self.edits) | the page in sight, ms | all pages, ms | the search, ms | stages before |"
        )
        print("| --- | ---: | ---: | ---: | --- |")
        for kind in kinds {
            var times: [[Double]] = [[], [], []]
            var stages: [(name: String, times: [Double])] = []
            for number in 0..<Self.edits {
                let place = number * pages.files.count / Self.edits
                let file = kind.file(pages.files[place])
                let text = try String(contentsOf: file, encoding: .utf8)
                try write(kind.change(text, number), to: file)
                let outcome = try await preview.build(
                    after: FileChanges(paths: [path(of: file)]), looking: pages.addresses[place])
                for (part, seconds) in outcome.seconds.enumerated() { times[part].append(seconds) }
                for (place, stage) in outcome.stages.enumerated() {
                    if place == stages.count { stages.append((stage.name, [])) }
                    stages[place].times.append(stage.duration.seconds)
                }
                // So that the next look sees that the file has settled.
                try await Task.sleep(for: .milliseconds(150))
                try write(text, to: file)
                try await preview.build(after: FileChanges(paths: [path(of: file)]), looking: "/")
                try await Task.sleep(for: .milliseconds(150))
            }
            let figures = times.map { "\(rounded(median($0) * 1000))" }.joined(separator: " | ")
            let before = stages.prefix { $0.name != "pages" }
                .map { "\($0.name) \(Int((median($0.times) * 1000).rounded()))" }
            print("| \(kind.name) | \(figures) | \(before.joined(separator: ", ")) |")
        }
    }

    /// What a preview builds one after the other.
    private struct Preview {
        let files: DiskFiles
        let build = Build(BuildOptions(includesDrafts: true, writesHostFiles: false, isRepeated: true))
        var loaded: Build.Loaded?
        var rendered: Build.Rendered?
        var output = OutputTree()

        init(folder: String) {
            files = DiskFiles(root: folder)
        }

        /// Builds, and says how long it took until the page that is looked at was there, until all were, and until the search
        /// was.
        @discardableResult
        mutating func build(
            after changes: FileChanges, looking address: String
        ) async throws -> (seconds: [Double], stages: [Timings.Stage]) {
            let clock = ContinuousClock()
            let start = clock.now
            let moments = Mutex<[Double]>([])
            let site = try await build.load(files, after: loaded, changes: changes)
            let update = OutputUpdate(of: output)
            let made = try await build.render(site.renderable, into: update, after: rendered, first: [Route(address)]) {
                _ in
                // Handing it to readers is part of it.
                withExtendedLifetime(update.current) { moments.withLock { $0.append((clock.now - start).seconds) } }
            }
            output = try update.finish()
            (loaded, rendered) = (site, made)
            return (moments.withLock { $0 } + [(clock.now - start).seconds], made.timings.stages)
        }
    }

    private func write(_ text: String, to file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: false, encoding: .utf8)
    }

    private func path(of page: URL) -> SourcePath {
        SourcePath(String(page.path.dropFirst(URL(filePath: folder).path.count + 1)))
    }
}

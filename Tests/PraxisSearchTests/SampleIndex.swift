import Foundation
import PraxisBuild
import PraxisFiles
import PraxisModel

@testable import PraxisSearch

/// The index of the site in `content/`.
struct SampleIndex {
    let documents: [SearchDocument]
    let built: BuiltIndex

    /// Made once for all tests.
    static let shared = Task { try await SampleIndex() }

    private init() async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try await self.init(ofSiteIn: root.path)
    }

    /// The index of a site in a folder.
    init(ofSiteIn root: String) async throws {
        let build = Build(BuildOptions(today: .init("2026-11-23")))
        let site = try await build.load(DiskFiles(root: root)).site
        let builder = SearchIndexBuilder(site: site)
        documents = builder.subjects.map(builder.document(of:))
        built = BuiltIndex(documents, languages: site.settings.languages)
    }
}

import Foundation
import PraxisBuild
import PraxisFiles
import PraxisModel

@testable import PraxisSearch

/// The index of a site in a folder.
struct SiteIndex {
    let documents: [SearchDocument]
    let built: BuiltIndex

    /// That of the site in `content/`, made once for all tests.
    static let sample = Task {
        let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardized
        return try await SiteIndex(ofSiteIn: root.path)
    }

    init(ofSiteIn root: String) async throws {
        let build = Build(BuildOptions(today: .init("2026-11-23")))
        let site = try await build.load(DiskFiles(root: root)).site
        let builder = SearchIndexBuilder(site: site)
        documents = builder.subjects.map(builder.document(of:))
        built = BuiltIndex(documents, languages: site.settings.languages)
    }
}

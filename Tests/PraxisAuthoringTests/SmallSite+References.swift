import PraxisBuild
import PraxisDiagnostics
import PraxisModel
import PraxisTestSupport

extension SmallSite {
    /// Two communities, three people, and pages that speak of each other in every way; drafts are read as well.
    static var ofReferences: SmallSite {
        var site = SmallSite(hasCommunity: false)
        site.options.includesDrafts = true
        site["site.yaml"] =
            "title: Guild\nlanguage: en\nlanguages: [en, sv]\nnavigation:\n  - {title: Agile, url: /communities/agile/}\n"
        site["index.md"] = "Welcome. Read [the guide](communities/agile/guides/retrospective.md#why).\n"
        site["topics.yaml"] = "coaching: {label: Coaching}\n"
        site["people/anna-lind.md"] = page("name: Anna Lind")
        site["people/bo-ek.md"] = page("name: Bo Ek")
        site["people/cia-berg.md"] = page("name: Cia Berg")
        site["communities/agile/index.md"] = page(
            "title: Agile", "purpose: We learn.", "for: All", "owners: [anna-lind, bo-ek]", "join: chat")
        site["communities/data/index.md"] = page(
            "title: Data", "purpose: We learn.", "for: All", "owners: bo-ek", "join: chat", "related: [agile]")
        return site
    }

    /// The beginning of a PNG of one pixel, which is all that is looked at.
    static let pixel: [UInt8] =
        [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]

    /// What is wrong with its files, a line each.
    func findings() async throws -> [String] {
        try await mistakes().map { "\($0.location.path): \($0.message)" }
    }
}

/// A page of these fields, one to a line, and a text.
func page(_ fields: String..., text: String = "") -> String {
    "---\n\(fields.joined(separator: "\n"))\n---\n\(text)"
}

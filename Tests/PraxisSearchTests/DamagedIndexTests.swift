import Testing

@testable import PraxisSearch

struct DamagedIndexTests {
    private let index = BuiltIndex([.page("a/", "Alpha", "beta")])

    @Test func aMissingFileIsWhatReadingSays() throws {
        var broken = index
        broken.files = broken.files.filter { $0.key.hasSuffix("manifest.js") }
        let opened = try broken.opened()
        #expect(throws: BuiltIndex.Missing.self) { try opened.search("alpha") }
    }

    @Test func aFileThatIsSomethingElseIsNamed() throws {
        for name in index.files.keys where !name.hasSuffix("manifest.js") {
            var broken = index
            broken.files[name] = Array("<!DOCTYPE html><title>Not found</title>".utf8)
            let opened = try broken.opened()
            if (try? opened.search("alpha")) != nil { continue }
            #expect(throws: SearchIndexError.damaged(name)) { try opened.search("alpha") }
        }
        var broken = index
        broken.files["search/index/manifest.js"] = []
        #expect(throws: SearchIndexError.damaged("search/index/manifest.js")) { try broken.opened() }
    }

    @Test func anotherFormatIsRefused() throws {
        var other = index
        let manifest = String(decoding: try #require(other.files["search/index/manifest.js"]), as: UTF8.self)
        let parts = manifest.split(
            separator: "\"version\":\(IndexManifest.currentVersion)", omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        other.files["search/index/manifest.js"] = Array(parts.joined(separator: "\"version\":99").utf8)
        #expect(throws: SearchIndexError.otherFormat) { try other.opened() }
    }

    @Test(arguments: [
        ("\"averageLength\":", "\"averageLength\":1152921504606846976"), ("\"spelling\":[", "\"spelling\":[],\"x\":["),
        ("\"words\":{", "\"words\":{\"starts\":[],\"files\":[]},\"old\":{"), ("\"count\":", "\"count\":2147483647"),
    ])
    func aManifestThatSaysTheImpossibleIsRefused(from: String, to: String) throws {
        var broken = index
        let name = "search/index/manifest.js"
        let manifest = String(decoding: try #require(index.files[name]), as: UTF8.self)
        try #require(manifest.contains(from))
        let isNumber = from.hasSuffix(":")
        broken.files[name] = Array(manifest.replacing(from, with: isNumber ? "\(to),\"old\":" : to).utf8)
        #expect(throws: SearchIndexError.self) { try broken.opened().search("alphb ") }
    }

    @Test func bytesThatWereChangedNeverCrash() throws {
        for name in index.files.keys {
            let bytes = try #require(index.files[name])
            for place in stride(from: 0, to: bytes.count, by: 41) {
                var broken = index
                broken.files[name]?[place] ^= 0x15
                _ = try? broken.opened().search("alpha beta gamma")
            }
        }
    }
}

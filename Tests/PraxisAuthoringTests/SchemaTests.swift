import Foundation
import PraxisModel
import PraxisYAML
import Testing

@testable import PraxisAuthoring

@Suite struct SchemaTests {
    private func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test(arguments: KindDescriptions.kinds) func everyKindHasASchemaOfAllItsFields(_ kind: PageKind) throws {
        let schema = try object(Schema.json(for: kind, settings: .plain))
        let fields = KindDescriptions.description(of: kind, in: .plain).fields
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["additionalProperties"] as? Bool == false)
        let properties = try #require(schema["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(fields.map(\.key)))
        #expect((schema["required"] as? [String] ?? []) == fields.filter(\.isRequired).map(\.key))
    }

    @Test func wordsAreThoseOfTheSiteWithSpacesOrHyphens() throws {
        var settings = Settings.plain
        settings.levels = [Term("new"), Term("old hand")]
        let schema = try object(Schema.json(for: .resource, settings: settings))
        let level = try #require((schema["properties"] as? [String: [String: Any]])?["level"])
        #expect(level["enum"] as? [String] == ["new", "old hand", "old-hand"])
        #expect(level["description"] as? String == "for whom it is: a level of skill")
    }

    @Test func aStageOfTheSitesOwnIsAWordOfItsPagesAndSaysWhatItIsLike() throws {
        var settings = Settings.plain
        settings.stages = [Stage(Term("seed"), like: .forming), Stage(Term("ripe"))]
        let community = try object(Schema.json(for: .community, settings: settings))
        let stage = try #require((community["properties"] as? [String: [String: Any]])?["stage"])
        #expect(stage["enum"] as? [String] == ["seed", "ripe"])
        #expect(stage["description"] as? String == "where it is in its life; ripe if nothing is said")
        let text = String(decoding: Schema.settingsJSON(), as: UTF8.self)
        #expect(text.contains(#""enum": ["potential", "forming", "active", "sustaining", "closing"]"#))
    }

    @Test func settingsAndTopicsHaveSchemasToo() throws {
        let settings = try object(Schema.settingsJSON())
        #expect(settings["required"] as? [String] == ["title", "language"])
        let topics = try object(Schema.topicsJSON())
        #expect((topics["additionalProperties"] as? [String: Any])?["type"] as? String == "object")
    }
}

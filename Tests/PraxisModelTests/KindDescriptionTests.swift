import PraxisYAML
import Testing

@testable import PraxisModel

@Suite struct KindDescriptionTests {
    private func fields(of kind: PageKind) -> [FieldDescription] {
        KindDescriptions.description(of: kind, in: .plain).fields
    }

    /// The required fields of the table *Kinds*, as the content model marks them.
    @Test(arguments: [
        (PageKind.community, ["title", "purpose", "for"]), (.person, ["name"]),
        (.resource, ["title", "kind", "curator", "why"]), (.path, ["title", "curator", "items"]),
        (.event, ["title", "start", "host"]), (.post, ["title", "kind", "author", "date"]),
        (.question, ["title", "asked"]), (.guide, ["title"]), (.programme, ["title", "coordinator"]),
        (.session, ["title"]), (.opportunity, ["title", "kind", "host", "learning", "apply"]), (.page, []),
        (.topic, []),
    ])
    func whatAKindRequires(_ kind: PageKind, _ required: [String]) {
        #expect(fields(of: kind).filter(\.isRequired).map(\.key) == required)
    }

    @Test func everyKindHasTheCommonFields() {
        for kind in KindDescriptions.kinds {
            let keys = Set(fields(of: kind).map(\.key))
            for key in [
                "summary", "status", "show_from", "show_until", "topics", "circle", "way", "language", "aliases",
                "owners", "reviewed", "review_every", "featured", "extra",
            ] {
                #expect(keys.contains(key), "\(kind) has \(key)")
            }
        }
    }

    @Test func noFieldIsAskedForTwiceAndEachIsDocumented() {
        for kind in KindDescriptions.kinds {
            let keys = fields(of: kind).map(\.key)
            #expect(Set(keys).count == keys.count, "\(kind)")
            for field in fields(of: kind) {
                #expect(!field.documentation.isEmpty, "\(kind) \(field.key)")
                #expect(field.isRequired == (field.example != nil), "\(kind) \(field.key)")
            }
        }
    }

    @Test func theOtherNamesOfFieldsLeadToFields() {
        let keys = Set(KindDescriptions.kinds.flatMap { fields(of: $0).map(\.key) })
        for (name, meant) in OtherNames.fields {
            for key in meant { #expect(keys.contains(key), "\(name) → \(key)") }
        }
    }
}

import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

/// What is noted of a site's pages, and what it is compared with.
@Suite struct SiteReadsTests {
    private static let guide = "communities/guild/guides/listen.md"

    /// A site before and after its guide has changed.
    private func sites(_ change: (String) -> String) async throws -> (old: Site, new: Site, guide: PageID) {
        var site = SmallSite.withoutMistakes
        let old = try await site.load().site
        site[Self.guide] = site[Self.guide].map(change)
        return (old, try await site.load().site, try #require(old.pages.first { $0.kind == .guide }).id)
    }

    @Test(arguments: [
        ("\n\nBreathe again.", PageAspects.text), ("\n\n[Guild](../index.md)", PageAspects([.text, .links])),
    ])
    func aTextThatChangesIsNoFact(addition: String, aspects: PageAspects) async throws {
        let (old, new, guide) = try await sites { $0 + addition }
        #expect(new.changes(since: old) == SiteChanges(pages: [guide: aspects]))
    }

    @Test func theFirstSentenceIsAFact() async throws {
        let (old, new, guide) = try await sites { $0.replacing("Breathe.", with: "Listen.") }
        #expect(new.changes(since: old) == SiteChanges(pages: [guide: [.facts, .text]]))
    }

    @Test func aTopicChangesItsList() async throws {
        let (old, new, guide) = try await sites {
            $0.replacing("title: Listen", with: "title: Listen\ntopics: [feedback]")
        }
        let changes = SiteChanges(pages: [guide: [.facts, .text]], relations: [.topic(TopicID("feedback"))])
        #expect(new.changes(since: old) == changes)
        #expect(new.changes(since: new) == SiteChanges.none)
    }

    @Test func anotherAddressIsMoreThanAPage() async throws {
        var site = SmallSite.withoutMistakes
        let old = try await site.load().site
        site["communities/guild/guides/listen-well.md"] = site[Self.guide]
        site[Self.guide] = nil
        #expect(try await site.load().site.changes(since: old) == nil)
    }

    @Test func anAliasChangesWhichAddressesThereAre() async throws {
        let (old, new, guide) = try await sites {
            $0.replacing("title: Listen", with: "title: Listen\naliases: [/old/]")
        }
        #expect(new.changes(since: old) == SiteChanges(pages: [guide: [.facts, .text, .standing]]))
    }

    @Test func exchangingATextGivesTheSiteThatWasReadAnew() async throws {
        let (old, new, guide) = try await sites { $0 + "\n\n[Guild](../index.md)" }
        let text = Page.Text(document: new[guide].document, links: new[guide].links, lists: new[guide].lists)
        let exchanged = Site(old, exchanging: [guide: old[guide].exchanging(text)])
        #expect(exchanged.changes(since: new) == SiteChanges.none)
    }

    /// Every list is as it would be of a site that was read anew.
    @Test(arguments: [
        ("title: Listen", "title: Zeal"), ("title: Listen", "title: Action"),
        ("title: Listen", "title: Listen, really"),
        ("title: Listen", "title: Listen\ntopics: [coaching]"), ("title: Listen", "title: Listen\nstatus: archived"),
        ("title: Old", "title: Zebra"), ("status: archived\n", ""),
    ])
    func exchangingAPageGivesTheRelationsThatAreWorkedOutAnew(from: String, to: String) async throws {
        var site = SmallSite.withoutMistakes
        site[Self.guide] = site[Self.guide]?.replacing(
            "title: Listen", with: "title: Listen\ntopics: [feedback]")
        for name in ["Ask", "Mend", "Old", "Older"] {
            let isOld = name.hasPrefix("Old")
            site["communities/guild/guides/\(name.lowercased()).md"] =
                "---\ntitle: \(name)\ntopics: [feedback]\nowners: bo-ek\n\(isOld ? "status: archived\n" : "")---\n\nText.\n"
        }
        site["communities/guild/posts/p.md"] =
            "---\ntitle: P\nkind: story\nauthor: bo-ek\ndate: 2026-01-01\nfrom: [listen, ask]\n---\n\nText.\n"
        let old = try await site.load().site
        let source = try #require(old.pages.first { site.files[$0.source.rawValue]?.contains(from) == true }).source
        site.files[source.rawValue] = site.files[source.rawValue]?
            .replacing("topics: [feedback]\n", with: "").replacing(from, with: to)
        let new = try await site.load().site
        let page = try #require(new.pages.first { $0.source == source })
        #expect(new.changes(since: old) != SiteChanges.none)
        #expect(Site(old, exchanging: [page.id: page]).changes(since: new) == SiteChanges.none)
    }

    /// Something that is made of a site: its name, and what it reads of the guide.
    struct Maker: CustomTestStringConvertible {
        let testDescription: String
        let reads: PageAspects
        let make: @Sendable (Site, PageID) -> Void
    }

    @Test(arguments: [
        Maker(testDescription: "nothing", reads: []) { _, _ in },
        Maker(testDescription: "a title", reads: .facts) { site, guide in _ = site[guide].metadata.title },
        Maker(testDescription: "all titles", reads: .facts) { site, _ in _ = site.pages.map(\.metadata.title) },
        Maker(testDescription: "a text", reads: [.facts, .text]) { site, guide in _ = site[guide].document },
        Maker(testDescription: "all texts", reads: [.facts, .text]) { site, _ in _ = site.pages.map(\.document) },
        Maker(testDescription: "all links", reads: [.facts, .links]) { site, _ in _ = site.pages.map(\.links) },
        Maker(testDescription: "lists", reads: [.facts, .links]) { site, guide in _ = site[guide].lists },
        Maker(testDescription: "all standings", reads: .standing) { site, _ in _ = site.standings },
        Maker(testDescription: "others", reads: []) { site, guide in
            for page in 0..<guide.index { _ = site[PageID(page)].document }
        },
    ])
    func whatReadsOtherThingsThanHaveChangedIsTakenOver(maker: Maker) async throws {
        let site = try await SmallSite.withoutMistakes.load().site
        let guide = try #require(site.pages.first { $0.kind == .guide }).id
        let made = Remaking(site, notesReads: true).result { maker.make($0, guide) }
        for aspect in [PageAspects.facts, .links, .text, .standing] {
            let isKept = Remaking(site, changes: SiteChanges(pages: [guide: aspect])).kept(made)?.value != nil
            #expect(isKept == maker.reads.isDisjoint(with: aspect))
        }
        #expect(Remaking(site, changes: nil).kept(made)?.value == nil)
    }

    @Test func whatNobodyNotedIsMadeAgain() async throws {
        let site = try await SmallSite.withoutMistakes.load().site
        let made = Remaking(site).result { $0.pages.count }
        #expect(Remaking(site, changes: SiteChanges.none).kept(made)?.value == nil)
    }
}

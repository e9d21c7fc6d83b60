import PraxisPublish
import Testing

@Suite struct PlanTests {
    private func site(_ files: [String: String]) -> SiteListing {
        SiteListing(folder: "/", contents: files.mapValues { FileContent(of: Array($0.utf8)) })
    }

    private func record(_ files: [String: String]) -> PublicationRecord {
        PublicationRecord(certain: site(files).contents)
    }

    @Test func whatAPageNeedsComesFirstAndWhatNamesItAfter() {
        let plan = PublicationPlan(of: site(BuiltSite.after), record: record(BuiltSite.before), found: [:])
        #expect(
            plan.steps == [
                .delete(["note"]),
                .send(["a/photo.png", "b/b.css", "b/feed.atom", "search/index/2.js"]),
                .send(["b/index.html", "c/index.html", "note/index.html"]),
                .send(["a/index.html", "index.html"]),
                .send(["feed.atom", "search/index/manifest.js"]),
                .delete(["old/index.html", "old/only.css", "search/index/1.js"]),
            ])
    }

    @Test func theHomePageIsTheLastOfANewSite() {
        let plan = PublicationPlan(of: site(BuiltSite.before), record: PublicationRecord(), found: [:])
        #expect(plan.steps.last == .send(["index.html"]))
    }

    @Test func aCompressedTwinComesWithItsOriginal() {
        let old = ["index.html": "1", "index.html.gz": "1", "feed.atom.br": "1", "style.css.gz": "1"]
        let plan = PublicationPlan(of: site(old.mapValues { $0 + "2" }), record: record(old), found: [:])
        #expect(
            plan.steps == [.send(["style.css.gz"]), .send(["index.html", "index.html.gz"]), .send(["feed.atom.br"])])
    }

    @Test func whatIsNotCertainIsLookedAt() {
        let before = record(["a.html": "1", "b.html": "1"])
        let plan = PublicationPlan(of: site(["a.html": "2", "c.html": "1"]), record: before, found: [:])
        let intent = plan.intent(for: site(["a.html": "2", "c.html": "1"]), after: before, mark: "m")
        #expect(intent.certain.isEmpty)
        #expect(intent.possible["a.html"]?.count == 2)
        #expect(intent.paths == ["a.html", "b.html", "c.html"])
        let next = site(["a.html": "3", "d.html": "1"])
        #expect(PublicationPlan.unknown(in: next, to: intent) == ["a.html", "d.html"])
        let resumed = PublicationPlan(of: next, record: intent, found: ["a.html": .other, "d.html": .other])
        #expect(resumed.changed == ["a.html"])
        #expect(resumed.foreign == ["d.html"])
        #expect(resumed.deleted == ["b.html", "c.html"])
    }
}

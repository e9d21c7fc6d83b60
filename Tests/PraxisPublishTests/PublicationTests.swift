import PraxisPublish
import PraxisTestSupport
import Synchronization
import Testing

@Suite struct PublicationTests {
    private let foreign = ["CNAME": "communities.example", "a/notes.txt": "somebody's"]

    @discardableResult
    private func publish(
        _ files: [String: String], to host: any PublishingHost, comparing: Bool = false
    ) async throws -> PublicationPlan {
        let site = try BuiltSite(files)
        let publication = Publication(of: site.listing, to: host, title: "Guild", looksAtAll: comparing)
        return try await publication.carryOut(publication.prepare())
    }

    /// What is there besides the record.
    private func tree(_ host: FailingHost) -> [String: String] {
        host.files.filter { $0.key != PublicationRecord.name }
    }

    /// The files that a reader who begins at the home page cannot get.
    private func missing(from files: [String: String]) -> [String] {
        var seen: Set = ["index.html"]
        var pending = files["index.html"] == nil ? [] : ["index.html"]
        var missing: [String] = []
        while let path = pending.popLast() {
            guard let text = files[path] else {
                missing.append(path)
                continue
            }
            pending += BuiltSite.references(in: text).filter { seen.insert($0).inserted }
        }
        return missing
    }

    @Test func onlyTheDifferenceIsSent() async throws {
        let host = FailingHost(foreign)
        try await publish(BuiltSite.before, to: host)
        #expect(tree(host) == BuiltSite.before.merging(foreign) { first, _ in first })
        host.mend()
        let plan = try await publish(BuiltSite.after, to: host)
        #expect(tree(host) == BuiltSite.after.merging(foreign) { first, _ in first })
        #expect(
            plan.added == [
                "b/b.css", "b/feed.atom", "b/index.html", "c/index.html", "note/index.html", "search/index/2.js",
            ])
        #expect(
            plan.changed == ["a/index.html", "a/photo.png", "feed.atom", "index.html", "search/index/manifest.js"])
        #expect(plan.deleted == ["note", "old/index.html", "old/only.css", "search/index/1.js"])
        #expect(plan.kept == ["style.css"])
        #expect(
            host.changes.filter { $0 != PublicationRecord.name }.sorted()
                == (plan.added + plan.changed + plan.deleted).sorted())
    }

    @Test func aSiteThatIsThereAlreadyChangesNothing() async throws {
        let host = FailingHost(foreign)
        try await publish(BuiltSite.before, to: host)
        host.mend()
        #expect(try await publish(BuiltSite.before, to: host).isEmpty)
        #expect(host.changes == [])
    }

    /// From nothing, and from one site to another: cut off after any number of changes.
    @Test(arguments: [[:], BuiltSite.before])
    func cutOffAnywhereTheSiteWorksAndTheNextRunCompletesIt(_ start: [String: String]) async throws {
        var cuts = 0
        while true {
            let host = FailingHost(foreign)
            if !start.isEmpty { try await publish(start, to: host) }
            host.mend(patience: cuts)
            let isWhole: Bool
            do {
                try await publish(BuiltSite.after, to: host)
                isWhole = true
            } catch is PublishingFailure {
                isWhole = false
            }
            #expect(missing(from: host.files) == [], "after \(cuts) changes")
            #expect(host.files.filter { foreign[$0.key] != nil } == foreign, "after \(cuts) changes")
            if isWhole { break }
            host.mend()
            try await publish(BuiltSite.after, to: host)
            #expect(tree(host) == BuiltSite.after.merging(foreign) { first, _ in first }, "after \(cuts) changes")
            cuts += 1
        }
        #expect(cuts > 12)
    }

    /// The site changes between the run that was cut off and the one that completes it.
    @Test func whatACutRunLeftIsCleanedUpByAnotherSite() async throws {
        for patience in 0..<20 {
            let host = FailingHost(foreign)
            try await publish(BuiltSite.before, to: host)
            host.mend(patience: patience)
            _ = try? await publish(BuiltSite.after, to: host)
            host.mend()
            try await publish(BuiltSite.before, to: host)
            #expect(tree(host) == BuiltSite.before.merging(foreign) { first, _ in first }, "after \(patience) changes")
        }
    }

    @Test func aForeignFileInTheWayStopsEverything() async throws {
        let host = FailingHost(["a/index.html": "somebody's"])
        await #expect(throws: PublishingFailure.self) { try await publish(BuiltSite.before, to: host) }
        #expect(host.files == ["a/index.html": "somebody's"])
    }

    @Test func aForeignFileWithTheSameBytesIsTakenOver() async throws {
        let host = FailingHost(["style.css": "css"])
        let plan = try await publish(BuiltSite.before, to: host)
        #expect(plan.kept == ["style.css"])
        try await publish(["index.html": "alone"], to: host)
        #expect(tree(host) == ["index.html": "alone"])
    }

    @Test func aComparisonFindsWhatSomebodyChangedOrLost() async throws {
        let host = FailingHost()
        try await publish(BuiltSite.before, to: host)
        host.contents.withLock {
            $0.files["style.css"] = "edited"
            $0.files["a/photo.png"] = nil
        }
        #expect(try await publish(BuiltSite.before, to: host).isEmpty)
        let plan = try await publish(BuiltSite.before, to: host, comparing: true)
        #expect(plan.added == ["a/photo.png"])
        #expect(plan.changed == ["style.css"])
        #expect(tree(host) == BuiltSite.before)
    }

    @Test func twoAtATimeNoticeEachOtherAndLoseTrackOfNothing() async throws {
        let host = FailingHost()
        let one = try BuiltSite(BuiltSite.before)
        let other = try BuiltSite(BuiltSite.after)
        let first = Publication(of: one.listing, to: host, title: "")
        let second = Publication(of: other.listing, to: host, title: "")
        let prepared = try await second.prepare()
        _ = try await first.carryOut(first.prepare())
        await #expect(throws: PublishingFailure.self) { try await second.carryOut(prepared) }
        try await publish(BuiltSite.after, to: host)
        #expect(tree(host) == BuiltSite.after)
    }

    @Test func aRecordThatCannotBeReadIsNotIgnored() async throws {
        let host = FailingHost([PublicationRecord.name: "praxis published 1\ncomplete\n= 12 3 index.html\n"])
        await #expect(throws: PublishingFailure.damagedRecord) { try await publish(BuiltSite.before, to: host) }
    }

    @Test func aSiteThatIsBuiltAgainMeanwhileIsNotCalledPublished() async throws {
        let host = FailingHost()
        let site = try BuiltSite(BuiltSite.before)
        let publication = Publication(of: site.listing, to: host, title: "")
        let prepared = try await publication.prepare()
        try site.folder.write("other", to: "a/photo.png")
        await #expect(throws: PublishingFailure.self) { try await publication.carryOut(prepared) }
        try await publish(BuiltSite.before, to: host)
        #expect(tree(host) == BuiltSite.before)
    }
}

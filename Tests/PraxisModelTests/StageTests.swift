import PraxisBuild
import PraxisModel
import PraxisTestSupport
import Testing

@Suite struct StageTests {
    private func settings(_ stages: String) async throws -> Settings {
        var site = SmallSite(hasCommunity: false)
        site["site.yaml"]? += "\nstages: \(stages)\n"
        return try await site.load().site.settings
    }

    @Test func aStageIsLikeWhatItSaysElseItsNamesakeElseActive() async throws {
        let stages = try await settings(
            "[Forming, {id: thriving}, {id: asleep, like: closing}, {id: closing, like: active}]"
        )
        .stages
        #expect(stages.map(\.likeness) == [.forming, .active, .closing, .active])
    }

    @Test(arguments: [
        ("[potential, forming, active]", "active"), ("[seed, active, done]", "active"),
        ("[{id: seed, like: potential}, {id: ripe, like: active}, full]", "ripe"),
        ("[{id: seed, like: potential}, {id: kept, like: sustaining}]", "kept"),
        ("[{id: gone, like: closing}, {id: seed, like: potential}]", "seed"), ("[closing]", "closing"),
        ("[{id: active, like: closing}, {id: ripe, like: active}]", "ripe"),
    ])
    func aCommunityThatNamesNoStageIsInTheOneThatStandsForActive(_ stages: String, _ usual: String) async throws {
        #expect(try await settings(stages).usualStage.id == usual)
    }

    @Test func listsBeginWithWhatIsAtWorkAndKeepTheOrderOfTheSite() async throws {
        let own = "[{id: gone, like: closing}, {id: seed, like: forming}, {id: kept, like: sustaining}, ripe]"
        #expect(try await settings(own).stagesInLists.map(\.id) == ["kept", "ripe", "seed", "gone"])
    }

    @Test func aVocabularyHasEachWordOnce() async throws {
        #expect(try await settings("[ripe, Ripe, {id: ripe}]").stages.map(\.id) == ["ripe"])
    }
}

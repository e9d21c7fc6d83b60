import Foundation
import PraxisTestSupport
import Testing

@testable import PraxisFuzzing

struct CorpusTests {
    @Test(arguments: FuzzTarget.allCases)
    func everyInputOfTheCorpusIsReadWithoutAComplaint(_ target: FuzzTarget) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/Fuzz/\(target.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(files.count >= 5)
        for file in files {
            let complaints = target.complaints(about: Array(try Data(contentsOf: file)))
            #expect(complaints == [], "\(file.lastPathComponent)")
        }
    }
}

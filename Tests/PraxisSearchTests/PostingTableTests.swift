import Testing

@testable import PraxisSearch

struct PostingTableTests {
    private func posting(_ page: UInt32, _ weight: UInt16 = 4, _ places: WordPlaces = .sentence(0))
        -> InvertedIndex.Posting
    {
        .init(page: page, weight: weight, places: places)
    }

    @Test func listsFilledInTurnsStayApart() {
        var table = PostingTable(rooms: [2, 0, 3])
        for page: UInt32 in 0..<3 {
            if page < 2 { table.add(posting(page), to: 0) }
            table.add(posting(page), to: 2)
        }
        #expect(table.count == 3)
        #expect((0..<3).map { table[$0].map(\.page) } == [[0, 1], [], [0, 1, 2]])
        #expect((0..<3).map { table.count(of: $0) } == [2, 0, 3])
    }

    @Test func whatIsOfOnePageBecomesOnePosting() {
        var table = PostingTable(rooms: [4, 1])
        table.add(posting(0, 4, .title), to: 0)
        table.add(posting(0, 10, .heading), to: 0)
        table.add(posting(0), to: 1)
        table.add(posting(7, 65000), to: 0)
        table.add(posting(7, 1000), to: 0)
        #expect(table[0].map(\.page) == [0, 7])
        #expect(table[0].map(\.weight) == [14, .max])
        #expect(table[0].map(\.places) == [[.title, .heading], .sentence(0)])
        #expect(table.count(of: 1) == 1)
    }
}

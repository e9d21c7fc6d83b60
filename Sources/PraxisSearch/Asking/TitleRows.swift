/// Addresses and titles of some pages.
struct TitleRows {
    let numbers: [Int]
    let rowOfNumber: [Int: Int]
    let urls: [String]
    let titles: [String]
    let textStarts: [Int]
    let textFiles: [String]

    init?(_ data: IndexPieces.Titles) {
        guard let numbers = PackedNumbers.numbers(of: data.numbers) else { return nil }
        urls = data.urls.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        titles = data.titles.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard urls.count == numbers.count, titles.count == numbers.count,
            data.texts.starts.count == data.texts.files.count
        else { return nil }
        self.numbers = numbers
        rowOfNumber = Dictionary(numbers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        textStarts = data.texts.starts
        textFiles = data.texts.files
    }
}

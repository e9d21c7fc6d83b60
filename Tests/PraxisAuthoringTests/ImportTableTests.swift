import PraxisDiagnostics
import Testing

@testable import PraxisAuthoring

@Suite struct ImportTableTests {
    private func cells(_ text: String) throws -> [[String]] {
        let table = try ImportTable(csv: SourceText(path: SourcePath("table.csv"), text: text))
        return [table.header.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
    }

    @Test(arguments: [
        "title,url\nOne,https://example.org/1\n", "title;url\r\nOne;https://example.org/1\r\n",
        "title\turl\rOne\thttps://example.org/1", "\"title\",\"url\"\n\"One\",\"https://example.org/1\"",
        "sep=;\r\ntitle;url\nOne;https://example.org/1", "\n\ntitle, url\n,\n One , https://example.org/1\n\n",
        "\"title\"; \"url\"\n\"One\" ;\"https://example.org/1\"\n",
        "Our links 2026;\r\n;\r\ntitle;url\r\nOne;https://example.org/1\r\n",
    ])
    func aTableIsReadAsSpreadsheetProgramsWriteIt(_ text: String) throws {
        #expect(try cells(text) == [["title", "url"], ["One", "https://example.org/1"]])
    }

    @Test func quotedCellsHaveDelimitersQuotationMarksAndLines() throws {
        let text = "title;why\n\"A \"\"good\"\" one; really\";\"Line one\r\nline two\"\nFive 5\" disks;'=SUM(A1)\n"
        #expect(
            try cells(text) == [
                ["title", "why"], ["A \"good\" one; really", "Line one\r\nline two"], ["Five 5\" disks", "=SUM(A1)"],
            ])
    }

    @Test func whatStandsBehindAQuotationMarkIsKept() throws {
        #expect(try cells("title,why\n\"One\" more,two\n")[1] == ["One more", "two"])
    }

    @Test func rowsAreCountedAsOnAScreenAndCellsAsInTheFile() throws {
        let table = try ImportTable(
            csv: SourceText(path: SourcePath("table.csv"), text: "title,why\n\nOne,\"a\nb\"\nTwo,ö\nThree\n"))
        #expect(table.rows.map(\.number) == [3, 4, 5])
        #expect(table.rows[1].cells[1].range == SourceRange(line: 5, column: 5, length: 2))
        #expect(table.rows[2].cell(1) == nil)
    }

    @Test func aQuotationMarkWithoutItsSecondIsAnError() {
        let error = #expect(throws: UnclosedCell.self) { try cells("title,why\nOne,\"never closed\nTwo,x\n") }
        #expect(error?.range == SourceRange(line: 2, column: 5, length: 1))
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF] + Array("Åsa".utf8), "Åsa"), (Array("Åsa".utf8), "Åsa"),
            ([0xFF, 0xFE, 0xC5, 0x00, 0x73, 0x00, 0x61, 0x00], "Åsa"),
            ([0xFE, 0xFF, 0x00, 0xC5, 0x00, 0x73, 0x00, 0x61], "Åsa"),
            ([0xC5, 0x73, 0x61, 0x20, 0x80, 0x93], "Åsa €“"),
        ] as [([UInt8], String)])
    func textsOfAllEncodingsInUseAreRead(_ bytes: [UInt8], _ text: String) throws {
        let source = try TableText.source(SourcePath("table.csv"), bytes)
        #expect(String(decoding: source.bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [[0x4B, 0x8A, 0x72, 0x6C, 0x65, 0x6B], [0x66, 0x72, 0x86, 0x6E]] as [[UInt8]])
    func lettersOfOtherEncodingsBecomeNoSigns(_ bytes: [UInt8]) {
        let error = #expect(throws: AuthoringError.self) { try TableText.source(SourcePath("table.csv"), bytes) }
        #expect(error?.description == "table.csv is in an encoding that cannot be told for certain")
        #expect(error?.advice?.contains("UTF-8") == true)
    }

    @Test(arguments: [Array("PK\u{3}\u{4}…".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1], [0x61, 0x00, 0x62]] as [[UInt8]])
    func whatIsNoTextIsRefusedWithTheWayOut(_ bytes: [UInt8]) {
        let error = #expect(throws: AuthoringError.self) { try TableText.source(SourcePath("members.xlsx"), bytes) }
        #expect(error?.advice?.contains("CSV") == true)
    }
}

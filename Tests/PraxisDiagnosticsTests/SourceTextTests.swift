import PraxisDiagnostics
import Testing

@Suite struct SourceTextTests {
    @Test(arguments: ["", "a", "a\n", "\n", "\n\nb", "å\nbc\n\nd", "a\r\n\r\nb\r\n", "a\rb\n\r", "\r\n"])
    func linesAndPositionsAreThoseOfTheText(_ text: String) {
        let source = SourceText(path: SourcePath("a.md"), text: text)
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let shown = line.last == 0x0D ? line.dropLast() : line
            #expect(source.line(index + 1) == String(decoding: shown, as: UTF8.self))
        }
        for number in [-1, 0, lines.count + 1] { #expect(source.line(number) == nil) }

        var position = SourcePosition(line: 1, column: 1)
        for (offset, byte) in text.utf8.enumerated() {
            #expect(source.position(of: offset) == position)
            position =
                byte == 0x0A
                ? SourcePosition(line: position.line + 1, column: 1)
                : SourcePosition(line: position.line, column: position.column + 1)
        }
        #expect(source.position(of: text.utf8.count) == position)
        #expect(source.position(of: text.utf8.count + 5) == position)
    }
}

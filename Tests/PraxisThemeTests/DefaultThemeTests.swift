import PraxisDiagnostics
import Testing

@testable import PraxisTheme

struct DefaultThemeTests {
    @Test func theDefaultThemeIsWholeInEnglishAndSwedish() {
        let (theme, findings) = Theme.load("commons", languages: ["en", "sv"])
        #expect(findings.map { FindingTextFormat().text(for: $0) }.joined(separator: "\n") == "")
        #expect(theme.programs.count == PageTemplate.allCases.count)
    }
}

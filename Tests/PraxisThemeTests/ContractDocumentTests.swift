import Foundation
import Testing

@testable import PraxisTheme

struct ContractDocumentTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/theme-contract.md")

    /// Made again by `RECORD=1`, which then fails.
    @Test func theDocumentationSaysWhatTheProgramDoes() throws {
        let recorded = try? String(contentsOf: Self.file, encoding: .utf8)
        guard recorded != ContractDocument.text else { return }
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try FileManager.default.createDirectory(
                at: Self.file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try ContractDocument.text.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        Issue.record(
            "docs/theme-contract.md is not what the views say; run the tests with RECORD=1 and look at the change")
    }

    @Test func everyNameIsOfferedOnceAndEveryViewHasANameOfItsOwn() {
        var seen: [String: [String]] = [:]
        func visit(_ contract: ContractDescription) {
            let names = contract.fields.map(\.name)
            if let known = seen[contract.name] {
                #expect(known == names, "two views are called \(contract.name)")
                return
            }
            seen[contract.name] = names
            #expect(Set(names).count == names.count, "\(contract.name) offers a name twice")
            for reserved in ["t", "assets", "settings"] {
                #expect(!names.contains(reserved), "\(contract.name) offers \(reserved), which means something else")
            }
            for field in contract.fields {
                switch field.shape {
                case .view(let type), .views(let type): visit(type.description)
                default: break
                }
            }
        }
        visit(ShellView.description)
        for page in PageTemplate.allCases { visit(page.view.description) }
        #expect(seen.count > 80)
    }
}

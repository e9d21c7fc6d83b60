import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport

@testable import PraxisAuthoring

/// What suites of imports have in common.
protocol ImportSuite {}

extension ImportSuite {
    func imported(
        _ kind: String, _ table: String, into site: SmallSite = .ofReferences,
        _ change: (inout TableImport.Request) -> Void = { _ in }
    ) async throws -> (result: TableImport, site: SmallSite) {
        var request = TableImport.Request(
            kind: kind, table: SourceText(path: SourcePath("table.csv"), text: table))
        change(&request)
        let result = try TableImport(request, in: try await site.load().sources)
        var after = site
        try result.edits.apply(to: &after.files)
        return (result, after)
    }

    func said(_ result: TableImport) -> [String] {
        result.findings.map { finding in
            let place = finding.location.range.map { "\($0.start.line):\($0.start.column) " } ?? ""
            return "\(place)\(finding.severity.rawValue): \(finding.message)" + (finding.advice.map { "; \($0)" } ?? "")
        }
    }

    func refusal(
        _ kind: String, _ table: String, _ change: (inout TableImport.Request) -> Void = { _ in }
    ) async throws -> String? {
        var request = TableImport.Request(
            kind: kind, table: SourceText(path: SourcePath("table.csv"), text: table))
        change(&request)
        let sources = try await SmallSite.ofReferences.load().sources
        do throws(AuthoringError) {
            _ = try TableImport(request, in: sources)
            return nil
        } catch {
            return error.description + (error.advice.map { "; \($0)" } ?? "")
        }
    }
}

import Foundation
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import Testing

@testable import PraxisBuild

/// The site in `content/`, built as it stands.
struct SampleContentTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func build() async throws -> (loaded: Build.Loaded, tree: OutputTree) {
        let build = Build(BuildOptions(today: .init("2026-11-23")))
        let loaded = try await build.load(DiskFiles(root: Self.root.path))
        let collector = OutputCollector()
        _ = try await build.render(loaded.renderable, into: collector)
        return (loaded, collector.tree)
    }

    @Test func itHasNoErrors() async throws {
        let errors = try await build().loaded.findings.filter { $0.severity == .error }
        #expect(errors.map { FindingTextFormat().text(for: $0) } == [])
    }

    @Test func whatItsAuthorsMeantIsNotTakenForASlip() async throws {
        let slips = try await build().loaded.findings.filter { finding in
            ["markdown.", "yaml.", "files.", "field."].contains { finding.rule.id.hasPrefix($0) }
        }
        #expect(slips.map { FindingTextFormat().text(for: $0) } == [])
    }

    @Test func everyLinkOfEveryPageLeadsToAnOutput() async throws {
        let tree = try await build().tree
        var broken: [String] = []
        for path in tree.paths where path.rawValue.hasSuffix(".html") && path.rawValue != "404.html" {
            let page = String(decoding: try tree.bytes(at: path.rawValue) ?? [], as: UTF8.self)
            for address in Self.addresses(in: page) where !Self.leads(address, from: path.rawValue, in: tree) {
                broken.append("\(path): \(address)")
            }
        }
        #expect(broken == [])
    }

    @Test func noPageLeavesTheFolderOrAsksAThirdParty() async throws {
        let tree = try await build().tree
        var found: [String] = []
        for path in tree.paths where path.rawValue.hasSuffix(".html") {
            let page = String(decoding: try tree.bytes(at: path.rawValue) ?? [], as: UTF8.self)
            for match in page.matches(
                of: #/<(?:script|img|link|iframe|source|video|audio)\b[^>]*?(?:src|href)="(?:https?:)?//[^"]*"[^>]*>/#)
            {
                let tag = String(match.output)
                if !tag.contains("rel=\"canonical\""), !tag.contains("rel=\"alternate\"") {
                    found.append("\(path): \(tag)")
                }
            }
            if page.contains(" style=\"") || page.contains("<style") { found.append("\(path): inline style") }
            if page.contains(" onclick=")
                || page.firstMatch(of: #/<script(?![^>]*(src=|type="application/ld\+json"))/#) != nil
            {
                found.append("\(path): inline script")
            }
        }
        #expect(found == [])
    }

    /// Addresses in `href` and `src`, with entities undone, that lead within the site.
    private static func addresses(in page: String) -> Set<String> {
        let all = page.matches(of: #/ (?:href|src)="([^"]*)"/#).map {
            String($0.output.1).replacing("&amp;", with: "&")
        }
        return Set(all.filter { !$0.contains(":") && !$0.hasPrefix("//") && !$0.hasPrefix("#") && !$0.hasPrefix("&") })
    }

    private static func leads(_ address: String, from page: String, in tree: OutputTree) -> Bool {
        let path = address.prefix { $0 != "#" && $0 != "?" }
        if path.isEmpty { return true }
        guard !path.hasPrefix("/") else { return false }
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                if parts.isEmpty { return false }
                parts.removeLast()
            default: parts.append(String(part).removingPercentEncoding ?? String(part))
            }
        }
        let target = parts.joined(separator: "/")
        if path.hasSuffix("/") || path == "." || path == ".." {
            return tree[target.isEmpty ? "index.html" : "\(target)/index.html"] != nil
        }
        return tree[target] != nil
    }
}

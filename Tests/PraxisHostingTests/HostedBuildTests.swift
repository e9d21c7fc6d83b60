import CZlib
import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisHosting

@Suite struct HostedBuildTests {
    private func small(_ host: String, url: String = "https://guild.example/") -> SmallSite {
        var small = SmallSite()
        small["site.yaml"] = "title: Guild\nlanguage: en\nurl: \(url)\ntimezone: Europe/Stockholm\nhost: \(host)\n"
        small["about.md"] = "---\ntitle: About\naliases: [/help/]\n---\nUs.\n"
        return small
    }

    @Test func nothingIsWrittenForNoHost() async throws {
        let (without, none) = (try await SmallSite().build(), try await small("none").build())
        for tree in [without, none] {
            #expect(!tree.paths.contains { $0.rawValue.hasSuffix(".gz") || $0.rawValue.hasPrefix(".") })
        }
    }

    @Test func everyHashedNameIsKnownAndNothingElse() async throws {
        let tree = try await small("netlify, caddy, apache").build()
        let caddy = String(decoding: try #require(try tree.bytes(at: ".praxis-host/Caddyfile")), as: UTF8.self)
        let expression = try #require(caddy.firstMatch(of: /@praxis_unchanging path_regexp "(.*)"/)?.1)
        let regex = try Regex(String(expression))
        let apache = String(decoding: try #require(try tree.bytes(at: ".htaccess")), as: UTF8.self)
        let withTwins = try Regex(String(try #require(apache.firstMatch(of: /m#(.*)#"/)?.1)))
        let headers = String(decoding: try #require(try tree.bytes(at: "_headers")), as: UTF8.self)
        let paths = tree.paths.map(\.rawValue).filter { !$0.hasSuffix(".gz") }
        for path in paths {
            let isHashed =
                path.hasPrefix("assets/") || (path.hasPrefix("search/index/") && !path.hasSuffix("manifest.js"))
            #expect("/\(path)".contains(regex) == isHashed, "\(path)")
            for address in ["/\(path)", "/\(path).gz"] {
                #expect(address.contains(withTwins) == isHashed, "\(address)")
            }
            if path.hasPrefix("search/index/") { #expect(headers.contains("\n/\(path)\n") == isHashed, "\(path)") }
        }
        #expect(paths.contains { $0.hasPrefix("search/index/en-") })
        let folder = try #require(paths.first { $0.hasPrefix("assets/") }).split(separator: "/").prefix(2).joined(
            separator: "/")
        #expect(headers.contains("\n/\(folder)/*\n"))
    }

    @Test func twinsUnpackToTheSameBytesAndOnlyWhereTheySave() async throws {
        let tree = try await small("nginx").build()
        let twins = tree.paths.map(\.rawValue).filter { $0.hasSuffix(".gz") }
        #expect(twins.count > 20)
        for twin in twins {
            let packed = try #require(try tree.bytes(at: twin))
            let plain = try #require(try tree.bytes(at: String(twin.dropLast(3))))
            #expect(plain.count >= 1024 && packed.count < plain.count, "\(twin)")
            #expect(Self.unpacked(packed, count: plain.count) == plain, "\(twin)")
            // No time, no name, no system (RFC 1952, 2.3).
            #expect(Array(packed[3..<8]) == [0, 0, 0, 0, 0] && packed[9] == 255)
        }
        #expect(tree["help/index.html"] != nil)
    }

    @Test func twinsAreTheSameOnAnyNumberOfThreads() async throws {
        var site = small("nginx, apache")
        let one = try await site.build()
        site.options.threads = 4
        let four = try await site.build()
        #expect(one.paths == four.paths)
        for path in one.paths { #expect(try one.bytes(at: path.rawValue) == four.bytes(at: path.rawValue)) }
    }

    @Test func hostsThatPackBythemselvesGetNoTwins() async throws {
        let tree = try await small("netlify").build()
        #expect(!tree.paths.contains { $0.rawValue.hasSuffix(".gz") })
    }

    @Test func onGitLabPagesARuleTakesThePlaceOfAPage() async throws {
        let tree = try await small("gitlab-pages", url: "https://group.example/project/").build()
        #expect(tree["help/index.html"] == nil)
        #expect(try tree.bytes(at: "_redirects") == Array("/project/help/ /project/about/ 301\n".utf8))
        var preview = small("gitlab-pages")
        preview.options.writesHostFiles = false
        let shown = try await preview.build()
        #expect(shown["help/index.html"] != nil && shown["_redirects"] == nil)
    }

    @Test func anAuthorsFileCannotTakeThePlaceOfAPagesTwin() async throws {
        func site(_ host: String, with file: String) -> SmallSite {
            var site = small(host)
            site["site.yaml"]? += "\nfiles: about\n"
            site.files.set("content/about/\(file)", to: [1, 2, 3])
            return site
        }
        for (host, file) in [("nginx", "index.html.gz"), ("gitlab-pages", "index.html.br")] {
            await #expect(throws: OutputError.self) { _ = try await site(host, with: file).build() }
        }
        #expect(try await site("nginx", with: "data.tar.gz").build()["about/data.tar.gz"] != nil)
    }

    @Test func anUnknownHostIsToldWhatIsMeant() async throws {
        for (word, advice) in [
            ("github", "write github-pages"), ("ngnix", "did you mean nginx?"), ("CloudFront", "write s3"),
        ] {
            let findings = try await small(word).load().findings
            let finding = try #require(findings.first { $0.rule.id == "field.unknown-word" })
            #expect(finding.advice?.contains(advice) == true, "\(finding.advice ?? "")")
        }
    }

    @Test(
        arguments: [
            ("netlify, cloudflare", "https://x.example/", nil, "host.shared"),
            ("nginx", "https://x.example/a%20b/", nil, "host.path"),
            ("nginx", "https://x.example/a;b{/", nil, "host.path"),
            ("cloudflare", "https://x.example/", "_worker.js", "host.file"),
            ("azure", "https://x.example/", "guides/staticwebapp.config.json", "host.file"),
            ("nginx", "https://x.example/", "_worker.js", nil),
        ] as [(String, String, String?, String?)])
    func whatStandsInTheWayIsFound(_ host: String, _ url: String, _ file: String?, _ rule: String?) async throws {
        var site = small(host, url: url)
        if let file { site[file] = "x" }
        // What nothing uses is not published, and stands in nobody's way.
        #expect(try await !site.load().findings.contains { $0.rule.id == "host.file" })
        if let file { site["site.yaml"]? += "files: [\(file)]\n" }
        let found = try await site.load().findings.map(\.rule.id).filter { $0.hasPrefix("host.") }
        #expect(found == [rule].compactMap(\.self))
    }

    /// What zlib itself unpacks.
    private static func unpacked(_ packed: [UInt8], count: Int) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return []
        }
        defer { inflateEnd(&stream) }
        var (input, output) = (packed, [UInt8](repeating: 0, count: count))
        let ended = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
                return inflate(&stream, Z_FINISH)
            }
        }
        return ended == Z_STREAM_END && stream.avail_out == 0 ? output : []
    }
}

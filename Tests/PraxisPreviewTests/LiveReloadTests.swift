import PraxisDiagnostics
import PraxisFiles
import PraxisPreview
import PraxisTestSupport
import Testing

/// What an open page hears.
@Suite(.doesNotWaitForEver) struct LiveReloadTests {
    /// A page that a browser has open.
    private struct OpenPage {
        let client: RawClient

        init(_ path: String, in preview: PreviewFixture) throws {
            let page = try preview.get(path).text
            let address = try #require(page.firstMatch(of: /token=([a-z0-9]+)&amp;page=([a-z0-9]+)/))
            client = try RawClient(port: preview.port)
            let query = "token=\(address.output.1)&page=\(address.output.2)&path=\(path)"
            client.send("GET /-praxis/events?\(query) HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\r\n")
            #expect(client.receive(until: "\r\n\r\n").contains("text/event-stream"))
        }

        /// The next event, `name data`.
        func event() -> String {
            let text = client.receive(until: "}\n\n\r\n")
            let name = text.firstMatch(of: /event: (.*)\n/).map { String($0.output.1) } ?? "none"
            let data = text.firstMatch(of: /data: (.*)\n/).map { String($0.output.1) } ?? ""
            return data == "{}" ? name : "\(name) \(data)"
        }
    }

    private static let nothing = "problems {\"count\":0,\"problems\":[]}"

    private func finding(
        _ message: String = "no person “anna”", severity: Severity = .error, in path: String = "content/a.md"
    ) -> Finding {
        let source = SourceText(path: SourcePath(path), text: "title: A\nowners: [<b>anna</b>]\n")
        return Finding(
            Rule("reference.unknown", severity, ""), at: source.location(SourceRange(line: 2, column: 10, length: 11)),
            message, advice: "did you mean “anna-lind”?",
            notes: [Finding.Note("see", at: Location(path: SourcePath("people/anna-lind.md")))])
    }

    @Test func aPageThatChangedIsLoadedAgainAndOthersAreNot() async throws {
        try await PreviewFixture.run { preview in
            let home = try OpenPage("/", in: preview)
            let about = try OpenPage("/about/", in: preview)
            #expect(home.event() == Self.nothing)
            #expect(about.event() == Self.nothing)
            await preview.server.publish(try PreviewFixture.output(["index.html": "<p>New"]))
            #expect(home.event() == "reload")
            await preview.server.publish(try PreviewFixture.output(["about/index.html": "<p>New too"]))
            #expect(about.event() == "reload")
        }
    }

    @Test func aChangedStyleIsExchangedWithoutLoadingThePage() async throws {
        try await PreviewFixture.run { preview in
            let home = try OpenPage("/", in: preview)
            #expect(home.event() == Self.nothing)
            await preview.server.publish(
                try PreviewFixture.output(["assets/style.css": "body { color: navy }", "data.json": "[]"]))
            #expect(home.event() == "styles")
        }
    }

    @Test(arguments: ["logo.svg", "assets/app.js"])
    func anImageOrScriptThatChangedLoadsThePage(path: String) async throws {
        try await PreviewFixture.run { preview in
            let home = try OpenPage("/", in: preview)
            #expect(home.event() == Self.nothing)
            await preview.server.publish(try PreviewFixture.output([path: "x"]))
            #expect(home.event() == "reload")
        }
    }

    @Test func aMissingPageIsLoadedWhenItComes() async throws {
        try await PreviewFixture.run { preview in
            let page = try OpenPage("/later/", in: preview)
            #expect(page.event() == Self.nothing)
            await preview.server.publish(try PreviewFixture.output(["later/index.html": "<p>Here"]))
            #expect(page.event() == "reload")
        }
    }

    @Test func aPageThatChangedBeforeItListenedIsLoadedAgain() async throws {
        try await PreviewFixture.run { preview in
            let page = try preview.get("/").text
            let address = try #require(page.firstMatch(of: /token=([a-z0-9]+)&amp;page=([a-z0-9]+)/))
            await preview.server.publish(try PreviewFixture.output(["index.html": "<p>New"]))
            let client = try RawClient(port: preview.port)
            let query = "token=\(address.output.1)&page=\(address.output.2)&path=%2F"
            client.send("GET /-praxis/events?\(query) HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\r\n")
            #expect(client.receive(until: "reload").contains("event: reload"))
        }
    }

    @Test func anErrorIsShownOverTheLastGoodPageAndLeavesWhenMended() async throws {
        try await PreviewFixture.run { preview in
            let home = try OpenPage("/", in: preview)
            #expect(home.event() == Self.nothing)
            await preview.server.publish(findings: [finding(), finding("advice", severity: .advice)])
            let expected =
                #"problems {"count":1,"name":"NAME","own":0,"problems":[{"advice":"did you mean “anna-lind”?","excerpt":{"after":"]","before":"owners: [","line":2,"marked":"<b>anna</b>"},"message":"no person “anna”","notes":[{"message":"see","place":"people/anna-lind.md"}],"place":"content/a.md:2:10","rule":"reference.unknown"}]}"#
            let event = home.event()
            #expect(event.replacing(/"name":"[a-z0-9]+-1"/, with: #""name":"NAME""#) == expected)
            #expect(try preview.get("/").text.contains("<h1>Home</h1>"))
            #expect(try OpenPage("/about/", in: preview).event() == event)
            await preview.server.publish(try PreviewFixture.output(["about/index.html": "<p>Mended"]))
            #expect(home.event() == Self.nothing)
        }
    }

    @Test func aPageIsToldOfItsOwnErrorsFirst() async throws {
        try await PreviewFixture.run { preview in
            func places(_ event: String) -> [String] {
                event.matches(of: /"place":"content\/([a-z]+)/).map { String($0.1) }
            }
            let pages = try [OpenPage("/", in: preview), OpenPage("/about/", in: preview)]
            for page in pages { #expect(page.event() == Self.nothing) }
            let findings = (0..<30).map { finding("\($0)", in: "content/a.md") } + [finding(in: "content/home.md")]
            await preview.server.publish(findings: findings) { address in
                address == "/" ? SourcePath("content/home.md") : nil
            }
            let (home, about) = (pages[0].event(), pages[1].event())
            #expect(places(home).prefix(2) == ["home", "a"] && places(home).count == 20)
            #expect(home.contains(#""count":31"#) && home.contains(#""own":1,"#))
            #expect(Set(places(about)) == ["a"] && about.contains(#""own":0,"#))
            let name = try #require(home.firstMatch(of: /"name":"[^"]+"/)).output
            #expect(about.contains(name))
            // Whoever comes later hears the same, and the same errors keep their name.
            await preview.server.publish(findings: findings)
            #expect(try OpenPage("/", in: preview).event() == home)
            await preview.server.publish(findings: Array(findings.dropFirst()))
            #expect(!pages[0].event().contains(name))
        }
    }

    @Test func theStatusIsToldToPagesThatStayAndToThoseThatAreLoadedAgain() async throws {
        try await PreviewFixture.run { preview in
            let home = try OpenPage("/", in: preview)
            #expect(home.event() == Self.nothing)
            await preview.server.publish(
                try PreviewFixture.output(["about/index.html": "<p>New"]), status: "about.md: no errors, \"0.04 s\"")
            #expect(home.event() == #"status {"text":"about.md: no errors, \"0.04 s\""}"#)
            let about = try OpenPage("/about/", in: preview)
            #expect(about.event() == Self.nothing)
            #expect(about.event().hasPrefix("status "))
        }
    }

    @Test func whatIsOpenIsInSight() async throws {
        try await PreviewFixture.run { preview in
            #expect(await preview.server.pagesInSight.isEmpty)
            let pages = try [OpenPage("/", in: preview), OpenPage("/about/", in: preview)]
            for page in pages { #expect(page.event() == Self.nothing) }
            #expect(await preview.server.pagesInSight == ["/", "/about/"])
        }
    }

    @Test func manyErrorsAreCountedAndTheFirstAreShown() async throws {
        try await PreviewFixture.run { preview in
            let home = try OpenPage("/", in: preview)
            #expect(home.event() == Self.nothing)
            await preview.server.publish(findings: (0..<50).map { finding("problem \($0)") })
            let event = home.event()
            #expect(event.contains("\"count\":50"))
            #expect(event.matches(of: /"message":"problem/).count == 20)
        }
    }

    @Test func whatHasNotTheTokenHearsNothing() async throws {
        try await PreviewFixture.run { preview in
            for query in ["", "?token=", "?token=guess&path=/&page=x", "?path=/", "?token=%00&path=/"] {
                let response = try preview.get("/-praxis/events\(query)")
                #expect(response.status == 403)
            }
        }
    }

    @Test func thereAreOnlySoManyListeners() async throws {
        try await PreviewFixture.run { preview in
            let first = try OpenPage("/", in: preview)
            #expect(first.event() == Self.nothing)
            let others = try (0..<200).map { _ in try OpenPage("/about/", in: preview) }
            #expect(first.client.receiveAll().isEmpty)
            withExtendedLifetime(others) {}
        }
    }
}

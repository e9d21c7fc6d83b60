import PraxisFiles
import PraxisPreview
import PraxisTestSupport
import Testing

@Suite(.doesNotWaitForEver) struct ServingTests {
    @Test func aFolderAnswersWithItsIndex() async throws {
        try await PreviewFixture.run { preview in
            let home = try preview.get("/")
            #expect(home.status == 200)
            #expect(home.text.contains("<h1>Home</h1>"))
            #expect(home.fields["content-type"] == "text/html; charset=utf-8")
            #expect(try preview.get("/about/").text.contains("About"))
        }
    }

    @Test func aFolderWithoutItsSlashIsSentToIt() async throws {
        try await PreviewFixture.run { preview in
            let response = try preview.get("/about?topic=a%20b")
            #expect(response.status == 307)
            #expect(response.fields["location"] == "/about/?topic=a%20b")
            #expect(try preview.get("/assets").status == 404)
        }
    }

    @Test func everyAnswerForbidsGuessingAndForeignUse() async throws {
        try await PreviewFixture.run { preview in
            for path in ["/", "/nothing", "/assets/style.css", "/../x", "/-praxis/reload.js", "/-praxis/events"] {
                let response = try preview.get(path)
                #expect(response.fields["x-content-type-options"] == "nosniff")
                #expect(response.fields["cross-origin-resource-policy"] == "same-origin")
                #expect(!response.fields.keys.contains { $0.hasPrefix("access-control") })
                #expect(response.fields["server"] == nil)
            }
        }
    }

    @Test func everyAnswerSaysWhatHostsSay() async throws {
        let fields = [("Content-Security-Policy", "default-src 'self'"), ("Referrer-Policy", "no-referrer")]
        let configuration = PreviewConfiguration(port: 0, hostFields: fields)
        try await PreviewFixture.run(configuration) { preview in
            for path in ["/", "/nothing", "/about", "/assets/style.css", "/-praxis/reload.js"] {
                let response = try preview.get(path)
                #expect(response.fields["content-security-policy"] == "default-src 'self'", "\(path)")
                #expect(response.fields["referrer-policy"] == "no-referrer", "\(path)")
            }
            let tag = try #require(try preview.get("/").fields["etag"])
            let unchanged = try preview.get("/", ["If-None-Match": tag])
            #expect(unchanged.status == 304)
            #expect(unchanged.fields["content-security-policy"] == "default-src 'self'")
        }
    }

    @Test(arguments: [
        ("/assets/style.css", "text/css; charset=utf-8"), ("/data.json", "application/json"),
        ("/feed.atom", "application/atom+xml"), ("/a%20b/%C3%A5.txt", "text/plain; charset=utf-8"),
        ("/media/video.mp4", "video/mp4"), ("/-praxis/preview.css", "text/css; charset=utf-8"),
        ("/-praxis/reload.js", "text/javascript; charset=utf-8"),
    ])
    func aFileHasTheTypeOfItsEnding(path: String, type: String) async throws {
        try await PreviewFixture.run { preview in
            let response = try preview.get(path)
            #expect(response.status == 200)
            #expect(response.fields["content-type"] == type)
            #expect(!response.text.contains("reload.js?token"))
        }
    }

    @Test func aPageThatIsNotThereShowsTheSitesOwn() async throws {
        try await PreviewFixture.run { preview in
            let page = try preview.get("/no/such/page", ["Accept": "text/html,*/*;q=0.8"])
            #expect(page.status == 404)
            #expect(page.text.hasPrefix("<p>Nothing here</p><script src="))
            let image = try preview.get("/no/such.png", ["Accept": "image/png"])
            #expect(image.status == 404)
            #expect(image.text == "There is no such page.\n")
        }
        try await PreviewFixture.run(output: PreviewFixture.output(["404.html": nil])) { preview in
            let response = try preview.get("/no/such/page")
            #expect(response.text == "There is no such page.\n")
        }
    }

    @Test func aPageGetsTheScriptByAddressOnly() async throws {
        try await PreviewFixture.run { preview in
            let home = try preview.get("/").text
            let parts = home.split(separator: "\"", omittingEmptySubsequences: false)
            #expect(home.hasPrefix("<!doctype html><html><body><h1>Home</h1><script src=\"/-praxis/reload.js?token="))
            #expect(home.hasSuffix("\" defer></script></body></html>"))
            #expect(parts.count == 3)
            #expect(try preview.get("/about/").text.hasPrefix("<p>About<script src="))
        }
    }

    @Test func whatABrowserHasIsNotSentAgain() async throws {
        try await PreviewFixture.run { preview in
            for path in ["/", "/letters.txt", "/media/video.mp4"] {
                let tag = try #require(preview.get(path).fields["etag"])
                for field in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                    let again = try preview.get(path, ["If-None-Match": field])
                    #expect(again.status == 304)
                    #expect(again.body.isEmpty)
                    #expect(again.fields["etag"] == tag)
                }
                #expect(try preview.get(path, ["If-None-Match": "\"x\""]).status == 200)
            }
        }
    }

    @Test func aPageOfAnotherProcessIsSentAgain() async throws {
        var tags = Set<String>()
        for _ in 0..<2 {
            try await PreviewFixture.run { preview in tags.insert(try #require(preview.get("/").fields["etag"])) }
        }
        #expect(tags.count == 2)
    }

    @Test(
        arguments: [
            ("bytes=0-2", 206, "abc", "bytes 0-2/10"), ("bytes=8-", 206, "ij", "bytes 8-9/10"),
            ("bytes=-3", 206, "hij", "bytes 7-9/10"), ("bytes=-99", 206, "abcdefghij", "bytes 0-9/10"),
            ("bytes=5-999999999999999999999999", 206, "fghij", "bytes 5-9/10"), ("bytes=9-9", 206, "j", "bytes 9-9/10"),
            ("bytes=10-", 416, nil, "bytes */10"), ("bytes=-0", 416, nil, "bytes */10"),
            ("bytes=99999999999999999999-", 416, nil, "bytes */10"),
            ("bytes=3-1", 200, "abcdefghij", nil), ("bytes=-", 200, "abcdefghij", nil),
            ("bytes=a-b", 200, "abcdefghij", nil),
            ("bytes=0-1,3-4", 200, "abcdefghij", nil), ("bytes=--1", 200, "abcdefghij", nil),
            ("items=0-1", 200, "abcdefghij", nil), ("bytes=1-2-3", 200, "abcdefghij", nil),
            ("", 200, "abcdefghij", nil),
        ] as [(String, Int, String?, String?)])
    func aPartOfAFileIsSentWhenItIsAskedForRightly(
        field: String, status: Int, text: String?, range: String?
    ) async throws {
        try await PreviewFixture.run { preview in
            let response = try preview.get("/letters.txt", ["Range": field])
            #expect(response.status == status)
            #expect(response.fields["content-range"] == range)
            if let text { #expect(response.text == text) }
            #expect(response.fields["content-length"] == "\(response.body.count)")
        }
    }

    @Test func aPartIsOfTheVersionThatTheAskerHas() async throws {
        try await PreviewFixture.run { preview in
            let tag = try #require(preview.get("/letters.txt").fields["etag"])
            #expect(try preview.get("/letters.txt", ["Range": "bytes=0-1", "If-Range": tag]).status == 206)
            #expect(try preview.get("/letters.txt", ["Range": "bytes=0-1", "If-Range": "\"old\""]).status == 200)
            #expect(try preview.get("/empty.txt", ["Range": "bytes=0-"]).status == 416)
            #expect(try preview.get("/media/video.mp4", ["Range": "bytes=2-5"]).text == "long")
        }
    }

    @Test func aRequestForTheHeadHasTheLengthAndNoBody() async throws {
        try await PreviewFixture.run { preview in
            let whole = try preview.get("/")
            let head = try preview.get("/", method: "HEAD")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.fields["content-length"] == "\(whole.body.count)")
            #expect(head.fields["etag"] == whole.fields["etag"])
        }
    }

    @Test func severalRequestsMayUseOneConnection() async throws {
        try await PreviewFixture.run { preview in
            let client = try RawClient(port: preview.port)
            let request = "GET /letters.txt HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\r\n"
            client.send(request + request)
            for _ in 0..<2 { #expect(client.receive(until: "abcdefghij").contains("200 OK")) }
            client.send(request)
            #expect(client.receive(until: "abcdefghij").contains("200 OK"))
        }
    }

    @Test func aSiteIsShownAsSoonAsItIsPublished() async throws {
        try await PreviewFixture.run { preview in
            await preview.server.publish(
                try PreviewFixture.output(["index.html": "<p>New", "new.txt": "new", "letters.txt": nil]))
            #expect(try preview.get("/").text.hasPrefix("<p>New"))
            #expect(try preview.get("/new.txt").text == "new")
            #expect(try preview.get("/letters.txt").status == 404)
        }
    }

    @Test func aPortThatIsTakenIsSaidSo() async throws {
        try await PreviewFixture.run { preview in
            let second = PreviewServer(PreviewConfiguration(port: preview.port))
            await #expect(throws: PreviewError.portTaken(preview.port)) { try await second.start() }
        }
    }

    @Test(arguments: ["192.0.2.1", "no.such.host.invalid"])
    func anAddressThatIsNotThisMachinesIsSaidSo(host: String) async throws {
        let server = PreviewServer(PreviewConfiguration(host: host, port: 0))
        await #expect { try await server.start() } throws: { "\($0)".hasPrefix("cannot listen on \(host), port 0: ") }
    }

    @Test func thePreviewSaysWhereItListens() async throws {
        let server = PreviewServer(PreviewConfiguration(port: 0))
        let address = try await server.start()
        #expect(address.isLoopback)
        #expect(address.description == "http://localhost:\(address.port)/")
        await server.stop()
        #expect(throws: RawClient.Refused.self) { try RawClient(port: address.port) }
    }
}

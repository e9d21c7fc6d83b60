import NIOCore
import PraxisPreview
import PraxisTestSupport
import Testing

/// Requests that nobody who only wants to read a page would send. None of them gets a file that the build did not put
/// out, none ends the server, and none makes it say that the fault is its own.
@Suite(.doesNotWaitForEver) struct HostileRequestTests {
    /// Paths of request lines, as they stand there.
    private static let paths = [
        "/../secret.txt", "/../../../../etc/passwd", "/./../secret.txt", "/media/../../secret.txt",
        "/%2e%2e/secret.txt", "/%2E%2E/%2E%2E/etc/passwd", "/.%2e/secret.txt", "/%2e./secret.txt",
        "/%2e%2e%2fsecret.txt", "/media%2f..%2f..%2fsecret.txt", "/..%2fsecret.txt", "/%252e%252e/secret.txt",
        "/%252e%252e%252fsecret.txt", "/..%c0%afsecret.txt", "/%c0%ae%c0%ae/secret.txt",
        "/%e0%80%ae%e0%80%ae/secret.txt",
        "/%uff0e%uff0e/secret.txt", "/..\\secret.txt", "/..%5csecret.txt", "/%5c..%5csecret.txt",
        "/media\\..\\secret.txt",
        "/secret.txt", "/content/secret.txt", "//etc/passwd", "///etc/passwd", "/etc/passwd", "/%2fetc%2fpasswd",
        "/index.html%00.txt", "/%00", "/letters.txt%00", "/letters.txt%20", "/letters.txt.", "/letters.txt::$DATA",
        "/LETTERS.TXT", "/letters.txt/", "/letters.txt/..", "/letters.txt;x=1", "/%", "/%2", "/%zz", "/%-1",
        "/file:///etc/passwd", "/c:/windows/win.ini", "/~root/.ssh/id_rsa", "/.git/config", "/.praxis-output",
        "/.env", "/-praxis/", "/-praxis/../secret.txt", "/-praxis/events", "/-praxis/events?token=",
        "/-praxis/events?token=x&page=y&path=/", "/proc/self/environ", "/a%0d%0aSet-Cookie:x=1", "/%0aabout",
        "/about%0d%0aLocation:%20http://evil.example", "/a#b", "/media/video.mp4/../../secret.txt", "/\u{7F}",
    ]

    @Test(arguments: paths)
    func aPathThatIsNoPagesIsRefused(path: String) async throws {
        try await PreviewFixture.run { preview in
            let response = try preview.get(path)
            #expect((400..<500).contains(response.status), "\(path) → \(response.status)")
            #expect(!response.text.contains(PreviewFixture.secret))
            #expect(!response.text.contains("root:"))
            #expect(response.fields["set-cookie"] == nil)
            #expect(response.fields["location"] == nil)
            #expect(try preview.get("/letters.txt").text == "abcdefghij")
        }
    }

    @Test(arguments: [
        ("evil.example", 421), ("evil.example:PORT", 421), ("localhost.evil.example:PORT", 421), ("localhost:1", 421),
        ("localhost", 421), ("localhost.:PORT", 421), ("127.0.0.1.evil.example:PORT", 421), ("127.1:PORT", 421),
        ("2130706433:PORT", 421), ("0.0.0.0:PORT", 421), ("[::ffff:127.0.0.1]:PORT", 421), ("", 421),
        ("localhost:PORT@evil", 421),
        ("LOCALHOST:PORT", 200), ("127.0.0.1:PORT", 200), ("[::1]:PORT", 200),
    ])
    func aNameThatIsNotThePreviewsOwnIsRefused(host: String, status: Int) async throws {
        try await PreviewFixture.run { preview in
            let host = host.replacing("PORT", with: "\(preview.port)")
            let response = try preview.get("/", ["Host": host])
            #expect(response.status == status)
        }
    }

    @Test(arguments: [
        "http://evil.example", "null", "https://localhost:PORT", "http://localhost", "http://localhost:1",
        "http://localhost:PORT.evil.example", "file://", "", "http://127.0.0.1:PORT",
        "http://localhost:PORT http://evil.example",
    ])
    func aForeignOriginIsRefused(origin: String) async throws {
        try await PreviewFixture.run { preview in
            let origin = origin.replacing("PORT", with: "\(preview.port)")
            let foreign = try preview.get("/", ["Origin": origin])
            #expect(foreign.status == 403)
            let own = try preview.get("/", ["Origin": "http://localhost:\(preview.port)"])
            #expect(own.status == 200)
        }
    }

    @Test(arguments: [
        (["cross-site", "no-cors", "image"], 403), (["cross-site", "no-cors", "script"], 403),
        (["same-site", "no-cors", "style"], 403), (["cross-site", "cors", "empty"], 403),
        (["cross-site", "navigate", "iframe"], 403), (["cross-site", "navigate", "embed"], 403),
        (["cross-site", "websocket", "websocket"], 403), (["cross-site", "navigate", "document"], 200),
        (["same-origin", "no-cors", "script"], 200), (["none", "navigate", "document"], 200),
    ])
    func whatAPageOfAnotherSiteFetchesIsRefused(from: [String], status: Int) async throws {
        try await PreviewFixture.run { preview in
            let fields = ["Sec-Fetch-Site": from[0], "Sec-Fetch-Mode": from[1], "Sec-Fetch-Dest": from[2]]
            let response = try preview.get("/", fields)
            #expect(response.status == status)
        }
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "PURGE"])
    func aMethodThatDoesNotReadIsRefused(method: String) async throws {
        try await PreviewFixture.run { preview in
            let target = method == "CONNECT" ? "localhost:\(preview.port)" : "/"
            let response = try preview.get(target, method: method)
            #expect(response.status == 405)
            #expect(response.fields["allow"] == "GET, HEAD")
        }
    }

    /// Whole requests, with the statuses that may answer them; none is that the server may hang up in silence.
    @Test(arguments: [
        ("GET / HTTP/1.1\r\n\r\n", [400]),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\n\r\n", [400]),
        ("GET / HTTP/1.0\r\n\r\n", [400]),
        ("GET http://localhost:PORT/ HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", [400]),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", [400]),
        ("GET * HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", [400]),
        ("GET secret.txt HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", [400]),
        ("GET / HTTP/9.9\r\nHost: localhost:PORT\r\n\r\n", [400, 505]),
        ("GET / HTTP/2.0\r\nHost: localhost:PORT\r\n\r\n", [400, 505]),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400, 405, 505]),
        ("GET /\r\n\r\n", [400]),
        ("GOT / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", [400]),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}", [400]),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 5\r\n\r\nhello", [400]),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: -1\r\n\r\n", [400]),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", [400]),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", [400]),
        (
            "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
            [400]
        ),
        ("POST / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 99999999999\r\n\r\n", [405]),
        ("GET / HTTP/1.1\r\nHost : localhost:PORT\r\n\r\n", [400]),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nX: a\r\n b\r\n\r\n", [400, 200]),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nX: \u{0}\r\n\r\n", [400]),
        ("GET / HTTP/1.1\r\n: localhost\r\n\r\n", [400]),
        ("GET /\u{0} HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", [400]),
        ("GET /\u{E5} HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", [400]),
        ("GET / x HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", [400]),
    ])
    func aRequestThatIsNotWellFormedIsRefused(request: String, statuses: [Int]) async throws {
        try await PreviewFixture.run(PreviewConfiguration(port: 0, patience: .seconds(2))) { preview in
            let text = request.replacing("PORT", with: "\(preview.port)")
            let closing = text.replacing("\r\n\r\n", with: "\r\nConnection: close\r\n\r\n", maxReplacements: 1)
            let response = try preview.answer(to: closing)
            #expect(response.map { statuses.contains($0.status) } ?? true, "\(response?.status ?? 0)")
            #expect(response?.status != 200 || statuses.contains(200))
            #expect(try preview.get("/letters.txt").text == "abcdefghij")
        }
    }

    @Test func anUpgradeIsIgnored() async throws {
        try await PreviewFixture.run { preview in
            let fields = [
                "Upgrade": "websocket", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13",
            ]
            let response = try preview.get("/letters.txt", fields)
            #expect(response.text == "abcdefghij")
        }
    }

    @Test(arguments: [
        "X: " + String(repeating: "a", count: 17_000),
        String(repeating: "X: " + String(repeating: "a", count: 1_000) + "\r\n", count: 17) + "Y: 1",
        String(repeating: "X: 1\r\n", count: 2_000) + "Y: 1",
        "Cookie: " + String(repeating: "a=b; ", count: 200_000),
    ])
    func aHeadThatIsTooLongIsRefused(fields: String) async throws {
        try await PreviewFixture.run { preview in
            let request = "GET / HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\(fields)\r\n\r\n"
            let response = try preview.answer(to: request)
            #expect(response.map { [400, 431].contains($0.status) } ?? true)
            #expect(try preview.get("/letters.txt").status == 200)
        }
    }

    @Test func anAddressThatIsTooLongIsRefused() async throws {
        try await PreviewFixture.run { preview in
            let request =
                "GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\r\n"
            let response = try preview.answer(to: request)
            #expect(response.map { [400, 414, 431].contains($0.status) } ?? true)
            #expect(try preview.get("/letters.txt").status == 200)
        }
    }

    @Test(arguments: ["", "GET / HTTP/1.1\r\nHost: loc", "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nX: y\r\n"])
    func aRequestThatDoesNotArriveIsHungUpOn(start: String) async throws {
        try await PreviewFixture.run(PreviewConfiguration(port: 0, patience: .milliseconds(500))) { preview in
            let client = try RawClient(port: preview.port)
            client.send(start.replacing("PORT", with: "\(preview.port)"))
            #expect(client.receiveAll().isEmpty)
        }
    }

    @Test func aConnectionThatIsNoLongerUsedIsHungUpOn() async throws {
        try await PreviewFixture.run(PreviewConfiguration(port: 0, patience: .milliseconds(500))) { preview in
            let client = try RawClient(port: preview.port)
            client.send("GET /letters.txt HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\r\n")
            #expect(RawResponse(client.receiveAll())?.text == "abcdefghij")
        }
    }

    @Test func fiveHundredIdleConnectionsKeepNobodyWaiting() async throws {
        try await PreviewFixture.run { preview in
            let idle = try (0..<500).map { _ in try RawClient(port: preview.port) }
            #expect(try preview.get("/letters.txt").text == "abcdefghij")
            withExtendedLifetime(idle) {}
        }
    }

    @Test func moreConnectionsThanAreAllowedAreRefusedAndLaterOnesAreNot() async throws {
        try await PreviewFixture.run(PreviewConfiguration(port: 0, connectionLimit: 3)) { preview in
            var idle = try (0..<3).map { _ in try RawClient(port: preview.port) }
            // An answer shows that the server knows of the connection.
            for client in idle {
                client.send("GET /letters.txt HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\r\n")
                _ = client.receive(until: "abcdefghij")
            }
            #expect(try RawClient(port: preview.port).receiveAll().isEmpty)
            idle.removeAll()
            var status = 0
            while status != 200 {
                let client = try RawClient(port: preview.port)
                client.send("GET / HTTP/1.1\r\nHost: localhost:\(preview.port)\r\nConnection: close\r\n\r\n")
                status = RawResponse(client.receiveAll())?.status ?? 0
            }
        }
    }
}

import NIOCore
import PraxisDiagnostics
import PraxisFiles
import PraxisPreview
import PraxisTestSupport
import Testing

/// A small site and a server that shows it.
struct PreviewFixture {
    let server: PreviewServer
    let port: Int
    /// Keeps the folder that a file of the site is copied from.
    private let folder: TemporaryFolder

    static let home = "<!doctype html><html><body><h1>Home</h1></body></html>"
    static let secret = "SECRET: nobody may read this"

    static func output(_ changes: [String: String?] = [:]) throws -> OutputTree {
        var files: [String: String] = [
            "index.html": home, "about/index.html": "<p>About", "404.html": "<p>Nothing here</p></BODY>",
            "assets/style.css": "body { color: teal }", "data.json": "{}", "a b/å.txt": "odd", "feed.atom": "<feed/>",
            "letters.txt": "abcdefghij", "empty.txt": "",
        ]
        for (path, text) in changes { files[path] = text }
        var tree = OutputTree()
        for (path, text) in files { try tree.add(.bytes(Array(text.utf8)), at: OutputPath(path)) }
        return tree
    }

    /// Runs a body with a server that shows the small site, then stops it.
    static func run(
        _ configuration: PreviewConfiguration = PreviewConfiguration(port: 0), output: OutputTree? = nil,
        _ body: (PreviewFixture) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        try folder.write("a long video", to: "content/video.mp4")
        try folder.write(secret, to: "content/secret.txt")
        try folder.write(secret, to: "secret.txt")
        let files = try ContentTree(of: DiskFiles(root: folder.path))
        var tree = try output ?? self.output()
        let video = try #require(files[SourcePath("content/video.mp4")])
        try tree.add(.file(video, of: files), at: OutputPath("media/video.mp4"))
        let server = PreviewServer(configuration)
        await server.publish(tree)
        let address = try await server.start()
        let fixture = PreviewFixture(server: server, port: address.port, folder: folder)
        do {
            try await body(fixture)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// What the server answers to exactly these bytes, once it has hung up.
    func answer(to text: String) throws -> RawResponse? {
        let client = try RawClient(port: port)
        client.send(text)
        return RawResponse(client.receiveAll())
    }

    /// What the server answers to a well-formed request.
    func get(_ path: String, method: String = "GET", _ fields: [String: String] = [:]) throws -> RawResponse {
        var text =
            "\(method) \(path) HTTP/1.1\r\nHost: \(fields["Host"] ?? "localhost:\(port)")\r\nConnection: close\r\n"
        for (name, value) in fields where name != "Host" { text += "\(name): \(value)\r\n" }
        return try #require(try answer(to: text + "\r\n"))
    }
}

import Foundation
import PraxisPublish
import PraxisTestSupport
import Testing

/// The hosts that another program reaches, here a folder of this machine.
@Suite struct ProgramHostTests {
    private let target: TemporaryFolder

    init() throws {
        target = try TemporaryFolder()
    }

    private func publish(_ files: [String: String], to host: some PublishingHost) async throws {
        let site = try BuiltSite(files)
        let publication = Publication(of: site.listing, to: host, title: "Guild")
        _ = try await publication.carryOut(publication.prepare())
    }

    private func files() throws -> [String: String] {
        try target.tree().filter { !$0.key.hasSuffix("/") && $0.key != PublicationRecord.name }
    }

    private var rsync: RsyncHost { RsyncHost(target.path, port: nil, in: target.path, remoteShell: nil) }

    private var rclone: RcloneHost { RcloneHost(target.path, in: target.path, environment: [:]) }

    @Test(.enabled(if: isInstalled("rsync")))
    func rsyncReadsTheRecordThatItWrote() async throws {
        try await publish(BuiltSite.before, to: rsync)
        try await publish(["index.html": "alone"], to: rsync)
        #expect(try files() == ["index.html": "alone"])
    }

    @Test(.enabled(if: isInstalled("rclone")))
    func rcloneReadsTheRecordThatItWrote() async throws {
        try await publish(BuiltSite.before, to: rclone)
        try await publish(["index.html": "alone"], to: rclone)
        #expect(try files() == ["index.html": "alone"])
    }

    @Test(.enabled(if: isInstalled("rsync")), arguments: [true, false])
    func aRecordThatRsyncCannotReadIsNotTakenForNone(isLink: Bool) async throws {
        let place = "\(target.path)/\(PublicationRecord.name)"
        if isLink {
            try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "nowhere")
        } else {
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
        }
        await #expect(throws: PublishingFailure.damagedRecord) { try await publish(BuiltSite.before, to: rsync) }
        #expect(target.text(of: "index.html") == nil)
    }

    @Test(.enabled(if: isInstalled("rclone")))
    func aRecordThatRcloneCannotReadIsNotTakenForNone() async throws {
        try FileManager.default.createDirectory(
            atPath: "\(target.path)/\(PublicationRecord.name)", withIntermediateDirectories: false)
        await #expect(throws: PublishingFailure.self) { try await publish(BuiltSite.before, to: rclone) }
        #expect(target.text(of: "index.html") == nil)
    }
}

private func isInstalled(_ program: String) -> Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
}

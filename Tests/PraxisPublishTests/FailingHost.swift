import Foundation
import PraxisPublish
import Synchronization

/// A host in memory that stops working after a number of changes to single files.
final class FailingHost: StepwiseHost {
    struct Contents {
        var files: [String: String]
        /// How many changes it still takes; `nil` for any number.
        var patience: Int?
        /// Every path that was sent or deleted, in order.
        var changes: [String] = []
    }

    let contents: Mutex<Contents>

    init(_ files: [String: String] = [:], patience: Int? = nil) {
        contents = Mutex(Contents(files: files, patience: patience))
    }

    var files: [String: String] { contents.withLock { $0.files } }
    var changes: [String] { contents.withLock { $0.changes } }

    /// Makes it work again, or for a number of changes.
    func mend(patience: Int? = nil) {
        contents.withLock {
            $0.patience = patience
            $0.changes = []
        }
    }

    func record() async throws(PublishingFailure) -> [UInt8]? {
        files[PublicationRecord.name].map { Array($0.utf8) }
    }

    func find(_ paths: [String], of site: SiteListing) async throws(PublishingFailure) -> [String: Found] {
        var found: [String: Found] = [:]
        for path in paths {
            found[path] = files[path].map { FileContent(of: Array($0.utf8)) == site.contents[path] ? .same : .other }
        }
        return found
    }

    func send(_ paths: [String], from folder: String) async throws(PublishingFailure) {
        // Any order will do, so it is not the one that comes naturally.
        for path in paths.reversed() {
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
                throw PublishingFailure("has not got \(path)", advice: "")
            }
            try change(path) { $0[path] = String(decoding: bytes, as: UTF8.self) }
        }
    }

    func delete(_ paths: [String], emptying folders: [String]) async throws(PublishingFailure) {
        for path in paths { try change(path) { $0[path] = nil } }
    }

    private func change(_ path: String, _ body: (inout [String: String]) -> Void) throws(PublishingFailure) {
        let isPatient = contents.withLock { contents in
            if contents.patience == 0 { return false }
            contents.patience? -= 1
            contents.changes.append(path)
            body(&contents.files)
            return true
        }
        guard isPatient else { throw PublishingFailure("is gone", advice: "") }
    }
}

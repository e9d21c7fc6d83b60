internal import PraxisFiles

/// A folder on this machine, or on a share that is mounted here.
package struct FolderHost: StepwiseHost {
    private let folder: SharedFolder

    /// A folder by its absolute path; it is made if it is not there.
    package init(at path: String) {
        folder = SharedFolder(at: path)
    }

    package func record() async throws(PublishingFailure) -> [UInt8]? {
        do {
            switch try folder.item(at: PublicationRecord.name) {
            case .file(let bytes): return bytes
            case .nothing: return nil
            case .other: throw PublishingFailure.damagedRecord
            }
        } catch let failure as PublishingFailure {
            throw failure
        } catch {
            throw Self.failure("cannot be read", error)
        }
    }

    package func find(_ paths: [String], of site: SiteListing) async throws(PublishingFailure) -> [String: Found] {
        var found: [String: Found] = [:]
        for path in paths {
            do {
                switch try folder.item(at: path) {
                case .nothing: found[path] = .nothing
                case .file(let bytes): found[path] = FileContent(of: bytes) == site.contents[path] ? .same : .other
                case .other: found[path] = .other
                }
            } catch {
                throw Self.failure("holds \(path), which cannot be read", error)
            }
        }
        return found
    }

    package func send(_ paths: [String], from source: String) async throws(PublishingFailure) {
        for path in paths {
            do {
                try folder.put("\(source)/\(path)", at: path)
            } catch {
                throw Self.failure("cannot take \(path)", error)
            }
        }
    }

    package func delete(_ paths: [String], emptying folders: [String]) async throws(PublishingFailure) {
        for path in paths {
            do {
                try folder.remove(path)
            } catch {
                throw Self.failure("does not let go of \(path)", error)
            }
        }
    }

    private static func failure(_ message: String, _ error: any Error) -> PublishingFailure {
        PublishingFailure(
            "\(message): \(error)", advice: "mend that and publish again; what is there already will not be sent twice")
    }
}

import Foundation

/// The public data sets, beside the package or where `PRAXIS_SHARED` says; someone who has only the package has none.
enum ConformanceData {
    /// Where a file or folder of them is, if it is there.
    static func url(_ name: String, in folder: String = "conformance") -> URL? {
        let shared =
            ProcessInfo.processInfo.environment["PRAXIS_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
        let url = shared.appendingPathComponent(folder).appendingPathComponent(name)
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }

    /// Whether a file is there: what a suite is enabled by.
    static func has(_ name: String) -> Bool { url(name) != nil }

    /// Decodes a file.
    static func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
        guard let url = url(name) else { throw CocoaError(.fileNoSuchFile) }
        return try JSONDecoder().decode(type, from: Data(contentsOf: url))
    }

    /// One example of a specification.
    struct Example: Decodable {
        let example: Int
        let section: String
        let source: String?
        let markdown: String
        let html: String
    }
}

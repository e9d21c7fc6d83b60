package import PraxisDiagnostics

/// Why a site's folder, or a file in it, cannot be read at all.
package enum FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The site's folder lacks a folder that no site can do without.
    case missingFolder(SourcePath, site: String)
    /// A file cannot be opened or read.
    case unreadable(SourcePath, SystemError)
    /// What is to be read as a file is a folder, a link, a device.
    case notAFile(SourcePath)
    /// A file is longer than its reader takes; both in bytes.
    case tooLarge(SourcePath, size: Int, limit: Int)

    /// What is the case and what to do, for a person at a terminal.
    package var description: String {
        switch self {
        case .missingFolder(let folder, let site):
            "\"\(site)\" has no folder \"\(folder)\", so it is not a site's folder; name one with --site DIR, "
                + "or make one with \"praxis init DIR\""
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason)"
        case .notAFile(let path):
            "\(path) is not a file"
        case .tooLarge(let path, let size, let limit):
            "\(path) has \(size.inMegabytes); at most \(limit.inMegabytes) are read"
        }
    }
}

extension Int {
    /// A number of bytes as a person says it, with one digit after the point: `4.2 MB`.
    var inMegabytes: String {
        let tenths = (self &+ 50_000) / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}

internal import Foundation
internal import PraxisBytes
internal import PraxisDiagnostics
internal import PraxisFiles

/// Where the record of a site's last build is kept for the next run: one file for each site and output folder, in a folder of
/// the user's, out of reach of those who only write content. It may be deleted at any time.
///
/// A record that is damaged, of another version, or gone is as good as none: the next build makes everything.
package struct BuildCache: Sendable {
    private let file: URL

    /// Records that no build has used for so many days are deleted.
    private static let daysKept = 30

    /// - Parameters:
    ///   - folder: Of all records.
    ///   - site: The site's folder, absolute.
    ///   - output: The output folder, absolute.
    package init(in folder: String, forSiteIn site: String, output: String) {
        let name = Fingerprint(of: [site, output]).hexadecimal
        file = URL(fileURLWithPath: folder).appendingPathComponent("\(name).build")
    }

    /// The user's folder for caches, in it one of ours (specifications.freedesktop.org/basedir-spec); `nil` where there is
    /// none.
    package static var usualFolder: String? {
        FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first
            .map { $0.appendingPathComponent("praxis").path }
    }

    /// The last build's record; `nil` where there is none to be used.
    package var record: BuildRecord? { (try? Data(contentsOf: file)).flatMap { BuildRecord(Array($0)) } }

    /// Keeps a build's record. Throws what Foundation throws when it cannot be written, and then leaves the old one.
    package func keep(_ record: BuildRecord) throws {
        let folder = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(record.bytes).write(to: file, options: .atomic)
        let oldest = Date(timeIntervalSinceNow: Double(-Self.daysKept * 86_400))
        let others = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.contentModificationDateKey])
        for other in others where other.pathExtension == file.pathExtension {
            let modified = try? other.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            if let modified, modified < oldest { try? FileManager.default.removeItem(at: other) }
        }
    }
}

/// What an earlier run of the program left.
package struct EarlierRun: Sendable {
    let record: BuildRecord
    /// The bytes that the output folder has at a path.
    let output: @Sendable (String) -> [UInt8]?

    package init(_ record: BuildRecord, output: @escaping @Sendable (String) -> [UInt8]?) {
        self.record = record
        self.output = output
    }

    /// - Parameter folder: Where that run built to.
    package init(_ record: BuildRecord, in folder: String) {
        let files = DiskFiles(root: folder)
        self.init(record) { try? files.bytes(of: SourcePath($0), limit: .max) }
    }
}

/// The program that runs, since another one may make something else of the same site.
enum RunningProgram {
    /// Of the size of its file and when that was written, which tells two builds of it apart; `nil` where that is not known.
    static let fingerprint: Fingerprint? = Bundle.main.executablePath
        .flatMap { try? FileManager.default.attributesOfItem(atPath: $0) }
        .flatMap { attributes in
            guard let size = attributes[.size] as? Int, let written = attributes[.modificationDate] as? Date else {
                return nil
            }
            return Fingerprint(combining: [Fingerprint(of: size), Fingerprint(of: written.timeIntervalSince1970)])
        }
}

internal import Foundation
internal import PraxisBytes
internal import PraxisDiagnostics
internal import PraxisFiles

/// Where what the next run may take over of a site's last build is kept: two files for each site and output folder, in a folder
/// of the user's, out of reach of those who only write content. They may be deleted at any time.
///
/// A file that is damaged, of another version, or gone is as good as none: the next build makes everything.
package struct BuildCache: Sendable {
    private let recordFile: URL
    private let finishedFile: URL

    /// Records that no build has used for so many days are deleted.
    private static let daysKept = 30
    private static let recordEnding = "build"
    private static let finishedEnding = "finished"

    /// - Parameters:
    ///   - folder: Of all records.
    ///   - site: The site's folder, absolute.
    ///   - output: The output folder, absolute.
    package init(in folder: String, forSiteIn site: String, output: String) {
        let name = Fingerprint(of: [site, output]).hexadecimal
        let place = URL(fileURLWithPath: folder).appendingPathComponent(name)
        recordFile = place.appendingPathExtension(Self.recordEnding)
        finishedFile = place.appendingPathExtension(Self.finishedEnding)
    }

    /// The user's folder for caches, in it one of ours (specifications.freedesktop.org/basedir-spec); `nil` where there is
    /// none.
    package static var usualFolder: String? {
        FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first
            .map { $0.appendingPathComponent("praxis").path }
    }

    /// The last build's record; `nil` where there is none to be used.
    package var record: BuildRecord? { (try? Data(contentsOf: recordFile)).flatMap { BuildRecord(Array($0)) } }

    /// What tells whether the last build would come out the same; `nil` where there is nothing to be used.
    package var finished: FinishedBuild? {
        (try? Data(contentsOf: finishedFile)).flatMap { FinishedBuild(Array($0)) }
    }

    /// Keeps what a build left. Throws what Foundation throws when it cannot be written.
    package func keep(_ record: BuildRecord, _ finished: FinishedBuild?) throws {
        let folder = recordFile.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(record.bytes).write(to: recordFile, options: .atomic)
        // What an earlier build left is still true of the files that it was made of and made, but of no use.
        if let finished { try Data(finished.bytes).write(to: finishedFile, options: .atomic) }
        let oldest = Date(timeIntervalSinceNow: Double(-Self.daysKept * 86_400))
        let others = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.contentModificationDateKey])
        for other in others where [Self.recordEnding, Self.finishedEnding].contains(other.pathExtension) {
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

package import PraxisBytes
import PraxisDiagnostics

/// What tells whether all that a build left in an output folder is still there as it was: the list that is kept in the folder,
/// and of each file on it the stamp.
///
/// What others put there besides counts no more than it does for a build that has nothing to write.
package struct OutputState: Equatable, Sendable {
    /// What the fingerprints are made with, so that nobody can make up files that pass for ours.
    package let secret: UInt64
    /// Of the list's bytes.
    package let list: Fingerprint
    /// Of all files.
    package let files: Fingerprint
    /// How many files are on the list.
    package let count: Int
    /// The places in the list, ascending, of files that had been written just before somebody looked: another change at once
    /// might not show in their stamps, so they are told by their bytes.
    package let toldByBytes: [Int]

    package init(secret: UInt64, list: Fingerprint, files: Fingerprint, count: Int, toldByBytes: [Int]) {
        self.secret = secret
        self.list = list
        self.files = files
        self.count = count
        self.toldByBytes = toldByBytes
    }

    /// How many bytes may have to be read to tell files by them; of more there is no state until they have been left alone.
    private static let bytesLimit = 32 << 20

    /// Looks at an output folder; `nil` where it is not as it was left, or where that could not be told later.
    ///
    /// - Parameter stamps: What files were like when they had their bytes. Whatever was done to one since may have been somebody
    ///   else, unless it has only got another name.
    static func of(_ folder: String, leftWith stamps: [String: FileStamp], threads: Int) async -> OutputState? {
        let moment = FileStamp.now
        let secret = UInt64.random(in: .min ... .max)
        guard let list = list(in: folder), let lines = OutputManifest.lines(of: list),
            let look = await Look.at(
                lines, in: folder, secret: secret, threads: threads,
                { path, _, stamp in
                    guard let left = stamps[path], stamp.hasBytes(of: left) else { return .isAnother }
                    return stamp.hasSettledBytes(at: moment) ? .byStamp : .byBytes
                })
        else { return nil }
        return OutputState(
            secret: secret, list: Fingerprint(ofBytes: list, secret: secret), files: look.sum.fingerprint,
            count: lines.count, toldByBytes: look.toldByBytes.sorted())
    }

    /// Whether the folder is as it was, no build into it is going on or was cut off, and the next could write there.
    package func holds(in folder: String, threads: Int) async -> Bool {
        guard let folder = try? Folder.resolved(folder), Folder.isWritable(folder),
            !Folder.holds(WorkFolder.beside(folder).path), !Folder.holds(WorkFolder.inside(folder).path),
            let list = Self.list(in: folder), Fingerprint(ofBytes: list, secret: secret) == self.list,
            let lines = OutputManifest.lines(of: list)
        else { return false }
        let toldByBytes = Set(toldByBytes)
        let look = await Look.at(lines, in: folder, secret: secret, threads: threads) { _, place, _ in
            toldByBytes.contains(place) ? .byBytes : .byStamp
        }
        return look?.sum.fingerprint == files
    }

    private static func list(in folder: String) -> [UInt8]? {
        try? DiskFiles(root: folder).bytes(of: SourcePath(OutputManifest.name), limit: .max)
    }

    /// How a file is told from others.
    private enum Telling {
        case byStamp, byBytes
        /// It is not the file that should be there.
        case isAnother
    }

    /// Says how to tell a file, of its path, its place in the list, and its stamp.
    private typealias Rule = @Sendable (String, Int, FileStamp) -> Telling

    /// One look at some of the files.
    private struct Look: Sendable {
        var sum: StampSum
        var toldByBytes: [Int] = []
        private var bytesRead = 0

        /// Looks at all files of a list on several threads; `nil` where one is not there, or is no file.
        static func at(
            _ lines: ArraySlice<ArraySlice<UInt8>>, in folder: String, secret: UInt64, threads: Int,
            _ rule: @escaping Rule
        ) async -> Look? {
            let size = max(256, (lines.count + threads - 1) / max(1, threads))
            return await withTaskGroup(of: Look?.self) { group in
                for start in stride(from: lines.startIndex, to: lines.endIndex, by: size) {
                    group.addTask {
                        let places = start..<min(start + size, lines.endIndex)
                        return Look(at: places, of: lines, in: folder, secret: secret, rule)
                    }
                }
                return await group.reduce(Look(secret: secret)) { whole, part in
                    guard var whole, let part else { return nil }
                    whole.sum.add(part.sum)
                    whole.toldByBytes += part.toldByBytes
                    return whole
                }
            }
        }

        private init(secret: UInt64) { sum = StampSum(secret: secret) }

        private init?(
            at places: Range<Int>, of lines: ArraySlice<ArraySlice<UInt8>>, in folder: String, secret: UInt64,
            _ rule: Rule
        ) {
            self.init(secret: secret)
            let files = DiskFiles(root: folder)
            for place in places {
                let path = String(decoding: lines[place], as: UTF8.self)
                guard let status = try? FileStatus(of: "\(folder)/\(path)"), status.kind == .file else { return nil }
                switch rule(path, place, status.stamp) {
                case .isAnother: return nil
                case .byStamp: sum.add(lines[place]) { status.stamp.append(to: &$0) }
                case .byBytes:
                    bytesRead += status.stamp.size
                    guard bytesRead <= OutputState.bytesLimit,
                        let bytes = try? files.bytes(of: SourcePath(path), limit: OutputState.bytesLimit)
                    else { return nil }
                    sum.add(lines[place]) { $0 += bytes }
                    toldByBytes.append(place)
                }
            }
        }
    }
}

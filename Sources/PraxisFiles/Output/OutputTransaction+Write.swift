package import PraxisDiagnostics
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension OutputTransaction {
    package func write(_ bytes: [UInt8], to path: OutputPath, from origin: SourcePath?) throws(OutputError) {
        try claim(path, from: origin)
        if let stamp = stamp(of: path, ifItHas: bytes) { return note(path, stamp, isKept: true) }
        do {
            let file = try created(path)
            try file.write(bytes)
            note(path, try file.status().stamp, isKept: false)
        } catch {
            throw .cannotWrite("\(folder)/\(path)", error)
        }
    }

    package func copy(_ entry: FileEntry, of tree: ContentTree, to path: OutputPath) throws(OutputError) {
        // A file that memory has room for is compared with what is there, like any other.
        if entry.stamp.size <= 8 << 20 {
            let bytes: [UInt8]
            do { bytes = try tree.bytes(of: entry) } catch { throw .cannotRead(error) }
            return try write(bytes, to: path, from: entry.path)
        }
        try claim(path, from: entry.path)
        do {
            let file = try created(path)
            var failure: SystemError?
            try tree.read(entry) { piece in
                guard failure == nil else { return }
                do throws(SystemError) { try file.write(piece) } catch { failure = error }
            }
            if let failure { throw failure }
            note(path, try file.status().stamp, isKept: false)
        } catch let error as FileError {
            throw .cannotRead(error)
        } catch {
            throw .cannotWrite("\(folder)/\(path)", (error as? SystemError) ?? SystemError(code: EIO))
        }
    }

    private func claim(_ path: OutputPath, from origin: SourcePath?) throws(OutputError) {
        try progress.withLock { progress throws(OutputError) in
            precondition(progress.lock != nil, "a file for a build that has ended")
            try progress.index.claim(path, from: origin)
        }
    }

    private func note(_ path: OutputPath, _ stamp: FileStamp, isKept: Bool) {
        progress.withLock { progress in
            progress.stamps[path.rawValue] = stamp
            if isKept { progress.kept.append(path.rawValue) } else { progress.staged.append(path.rawValue) }
        }
    }

    /// A new, empty file in the stage, with its folders.
    private func created(_ path: OutputPath) throws(SystemError) -> FileDescriptor {
        let place = "\(home.stage)/\(path)"
        return try Folder.makingFolder(of: place) { () throws(SystemError) in try FileDescriptor(creating: place) }
    }

    /// The stamp of the file that the output folder has at a path, if Praxis wrote it and it has these very bytes. It is taken
    /// before they are read, so that it is not that of a later change.
    private func stamp(of path: OutputPath, ifItHas bytes: [UInt8]) -> FileStamp? {
        guard let old, old.paths.contains(path.rawValue),
            let file = try? FileDescriptor(opening: "\(folder)/\(path)", flags: O_RDONLY | O_NOFOLLOW),
            let status = try? file.status(), status.kind == .file, status.stamp.size == bytes.count
        else { return nil }
        let isSame = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            bytes.withUnsafeBytes { bytes in
                var offset = 0
                while let count = try? file.read(into: buffer), count > 0 {
                    guard offset + count <= bytes.count, let piece = buffer.baseAddress,
                        let expected = bytes.baseAddress, memcmp(piece, expected + offset, count) == 0
                    else { return false }
                    offset += count
                }
                return offset == bytes.count
            }
        }
        return isSame ? status.stamp : nil
    }
}

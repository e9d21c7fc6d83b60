#if os(Linux)
import PraxisDiagnostics
#if canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// Notices changes by what Linux tells about each folder (inotify(7)).
///
/// One watch a folder; folders that come are watched, and what was put into them before the watch stood is reported
/// with them. Saving by writing another file and renaming it is seen as what it is: the name has new bytes.
struct InotifySource: ChangeSource {
    /// Closes the system's queue when nobody uses it any more.
    private final class Queue: Sendable {
        let file: FileDescriptor

        init() throws(SystemError) {
            file = try FileDescriptor(owning: inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)))
        }
    }

    private let queue: Queue
    private let files: DiskFiles
    private let folders: [SourcePath]
    /// The folder of each watch; the site's own is empty.
    private var watched: [Int32: SourcePath] = [:]

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR | IN_DONT_FOLLOW
            | IN_EXCL_UNLINK)

    /// The number by which the system's queue is waited for.
    var descriptor: Int32 { queue.file.number }

    /// Begins to watch. Throws where the system has no more watches to give.
    init(files: DiskFiles, folders: [SourcePath]) throws(SystemError) {
        self.files = files
        self.folders = folders
        queue = try Queue()
        var changes = FileChanges()
        try watch(SourcePath(""))
        for folder in folders { try add(folder, &changes) }
    }

    mutating func changes() throws(SystemError) -> FileChanges {
        var changes = FileChanges()
        let events = try self.events()
        for event in events { try take(event, &changes) }
        return changes
    }

    // MARK: Watches

    private mutating func watch(_ folder: SourcePath) throws(SystemError) {
        let watch = inotify_add_watch(descriptor, files.location(of: folder), Self.mask)
        if watch >= 0 {
            watched[watch] = folder
            return
        }
        // What is no folder, is gone again or may not be read cannot be watched; that is for the next reading to say.
        let error = SystemError.last
        if error.code == ENOSPC || error.code == ENOMEM { throw error }
    }

    /// Watches a folder and all in it, and reports what is there.
    private mutating func add(_ folder: SourcePath, _ changes: inout FileChanges) throws(SystemError) {
        try watch(folder)
        changes.paths.insert(folder)
        for item in (try? Folder.items(of: files.location(of: folder))) ?? [] where !Leftover.isLeftover(item.name) {
            let path = folder.appending(item.name)
            if item.kind == .folder { try add(path, &changes) } else { changes.paths.insert(path) }
        }
    }

    /// Forgets a folder that has gone, and all that was in it.
    private mutating func remove(_ folder: SourcePath) {
        let inside = "\(folder)/"
        for (watch, path) in watched where path == folder || path.rawValue.hasPrefix(inside) {
            watched[watch] = nil
            _ = inotify_rm_watch(descriptor, watch)
        }
    }

    // MARK: Events

    private struct Event {
        let watch: Int32
        let mask: UInt32
        let name: String

        func has(_ flags: Int...) -> Bool { flags.contains { mask & UInt32($0) != 0 } }
    }

    private mutating func take(_ event: Event, _ changes: inout FileChanges) throws(SystemError) {
        if event.has(Int(IN_Q_OVERFLOW)) { changes.mayBeMore = true }
        if event.has(Int(IN_IGNORED)) { watched[event.watch] = nil }
        guard let folder = watched[event.watch], !event.name.isEmpty, !Leftover.isLeftover(event.name) else { return }
        let path = folder.appending(event.name)
        // Of the site's own folder, only the folders that belong to the site matter.
        if folder.rawValue.isEmpty, !folders.contains(path) { return }
        if event.has(Int(IN_ISDIR)) {
            if event.has(Int(IN_MOVED_FROM), Int(IN_DELETE)) { remove(path) }
            if event.has(Int(IN_MOVED_TO), Int(IN_CREATE)) { try add(path, &changes) }
            // The times of a folder that stays are not news.
            if event.has(Int(IN_CREATE), Int(IN_DELETE), Int(IN_MOVED_FROM), Int(IN_MOVED_TO)) {
                changes.paths.insert(path)
            }
        } else {
            changes.paths.insert(path)
        }
    }

    private func events() throws(SystemError) -> [Event] {
        var events = [Event]()
        var failure: SystemError?
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            do throws(SystemError) {
                while case let count = try queue.file.read(into: buffer), count > 0 {
                    Self.parse(UnsafeRawBufferPointer(rebasing: buffer[..<count]), &events)
                }
            } catch {
                if error.code != EAGAIN { failure = error }
            }
        }
        if let failure { throw failure }
        return events
    }

    /// Events lie one behind the other: watch, mask, cookie, length of the name, the name filled up with NUL.
    private static func parse(_ bytes: UnsafeRawBufferPointer, _ events: inout [Event]) {
        let head = 16
        var offset = 0
        while offset + head <= bytes.count {
            let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
            let name = bytes[(offset + head)..<min(offset + head + length, bytes.count)].prefix { $0 != 0 }
            events.append(
                Event(
                    watch: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
                    mask: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
                    name: String(decoding: name, as: UTF8.self)))
            offset += head + length
        }
    }
}
#endif

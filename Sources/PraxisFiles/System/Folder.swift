#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The calls that change or list folders. Paths are the system's: absolute, or relative to the current folder.
enum Folder {
    /// A name in a folder: text, or bytes that are no UTF-8, repaired for showing.
    struct Item {
        let name: String
        let isText: Bool
        let kind: FileStatus.Kind
        /// Present when it was asked for.
        let stamp: FileStamp?
    }

    /// What is directly in a folder, in no order; what vanishes meanwhile is left out.
    static func items(of path: String, withStamps: Bool = false) throws(SystemError) -> [Item] {
        guard let stream = opendir(path) else { throw SystemError.last }
        defer { closedir(stream) }
        let descriptor = dirfd(stream)
        var items = [Item]()
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw SystemError.last }
                return items
            }
            let kind = withStamps ? nil : FileStatus.Kind(entry.pointee.d_type)
            let item = withUnsafePointer(to: &entry.pointee.d_name) { field in
                let name = UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self)
                return Self.item(name, kind, in: descriptor)
            }
            if let item { items.append(item) }
        }
    }

    private static func item(
        _ name: UnsafePointer<CChar>, _ kind: FileStatus.Kind?, in folder: Int32
    ) -> Item? {
        let length = strlen(name)
        if name[0] == 0x2E, length == 1 || (length == 2 && name[1] == 0x2E) { return nil }
        let text = String(validatingCString: name)
        let shown = text ?? String(cString: name)
        if let kind { return Item(name: shown, isText: text != nil, kind: kind, stamp: nil) }
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        let known = FileStatus(status)
        return Item(name: shown, isText: text != nil, kind: known.kind, stamp: known.stamp)
    }

    /// Makes one folder; its parent must be there.
    static func make(_ path: String) throws(SystemError) {
        guard mkdir(path, 0o777) == 0 else { throw SystemError.last }
    }

    /// Makes a folder and those above it that are missing; others may be making the same ones at the same time.
    static func makeAll(_ path: String) throws(SystemError) {
        do {
            try makeUnlessThere(path)
        } catch {
            guard error.code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
                throw error
            }
            try makeAll(String(path[..<slash]))
            // Tried once more only: some places, /proc among them, say the same for ever.
            try makeUnlessThere(path)
        }
    }

    private static func makeUnlessThere(_ path: String) throws(SystemError) {
        do {
            try make(path)
        } catch {
            guard error.code == EEXIST else { throw error }
            guard try FileStatus(following: path).kind == .folder else { throw SystemError(code: ENOTDIR) }
        }
    }

    /// Removes a folder, which must be empty.
    static func removeEmpty(_ path: String) throws(SystemError) {
        guard rmdir(path) == 0 else { throw SystemError.last }
    }

    /// Removes a file, or a link but not what it leads to.
    static func removeFile(_ path: String) throws(SystemError) {
        guard unlink(path) == 0 else { throw SystemError.last }
    }

    /// Removes whatever a path names, with all that is in it, following no link. Nothing there is fine.
    static func removeAll(_ path: String) throws(SystemError) {
        let status: FileStatus
        do {
            status = try FileStatus(of: path)
        } catch {
            if error.code == ENOENT { return }
            throw error
        }
        guard status.kind == .folder else { return try removeFile(path) }
        for item in try items(of: path) {
            try removeAll("\(path)/\(item.name)")
        }
        try removeEmpty(path)
    }

    /// Gives a thing another place on the same file system, replacing a file that is there.
    static func move(_ path: String, to destination: String) throws(SystemError) {
        guard rename(path, destination) == 0 else { throw SystemError.last }
    }

    /// Gives a file a second name on the same file system.
    static func link(_ path: String, to destination: String) throws(SystemError) {
        #if canImport(Glibc)
        let result = Glibc.link(path, destination)
        #elseif canImport(Musl)
        let result = Musl.link(path, destination)
        #else
        let result = Darwin.link(path, destination)
        #endif
        guard result == 0 else { throw SystemError.last }
    }

    /// Copies a file's bytes to a new file.
    static func copy(_ path: String, to destination: String) throws(SystemError) {
        let source = try FileDescriptor(opening: path, flags: O_RDONLY | O_NOFOLLOW)
        let copy = try FileDescriptor(creating: destination)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var failure: SystemError?
        buffer.withUnsafeMutableBytes { buffer in
            do throws(SystemError) {
                while case let count = try source.read(into: buffer), count > 0 {
                    try copy.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Runs a call that puts something at a path, and again once the path's folder is made if that was missing.
    static func makingFolder<Result: ~Copyable>(
        of path: String, _ call: () throws(SystemError) -> Result
    ) throws(SystemError) -> Result {
        do {
            return try call()
        } catch {
            guard error.code == ENOENT, let slash = path.lastIndex(of: "/") else { throw error }
            try makeAll(String(path[..<slash]))
            return try call()
        }
    }

    /// Whether something is at a path, a link that leads nowhere included.
    static func holds(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Sets who may do what.
    static func setPermissions(_ permissions: UInt32, of path: String) throws(SystemError) {
        guard chmod(path, mode_t(permissions)) == 0 else { throw SystemError.last }
    }

    /// The path with all links resolved.
    static func resolved(_ path: String) throws(SystemError) -> String {
        guard let text = realpath(path, nil) else { throw SystemError.last }
        defer { free(text) }
        return String(cString: text)
    }

    /// Where a link leads, as it is written; bytes that are no UTF-8 are repaired.
    static func target(ofLink path: String) throws(SystemError) -> String {
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            let length = buffer.withMemoryRebound(to: CChar.self) { text in
                text.baseAddress.map { readlink(path, $0, text.count) } ?? 0
            }
            if length < 0 { failure = SystemError.last }
            count = max(0, length)
        }
        if let failure { throw failure }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether this process may make and remove things in a folder.
    static func isWritable(_ path: String) -> Bool {
        access(path, W_OK | X_OK) == 0
    }
}

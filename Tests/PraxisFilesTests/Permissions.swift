import Foundation

/// What tests need of the system that the product does not.
enum Permissions {
    /// Sets who may do what with a file or folder.
    static func set(_ permissions: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }

    /// Puts a link where a file was.
    static func replace(_ path: String, withLinkTo target: String) throws {
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }

    /// Makes an empty file whose name may be any bytes; `false` where the file system does not take them.
    static func makeFile(_ path: [UInt8]) -> Bool {
        let file = (path + [0]).withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { name in name.baseAddress.map { fopen($0, "w") } ?? nil }
        }
        guard let file else { return false }
        return fclose(file) == 0
    }

    /// Puts a link at a path.
    static func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }

    /// Runs a body with no more rights than a stranger has, since everything is permitted to root.
    static func asNobody<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
        try await withTaskExecutorPreference(Stranger()) { try await body() }
    }
}

/// Runs each job on a thread that is nobody in particular.
///
/// On Linux the system keeps the user that files are opened as for each thread (setfsuid(2)), and takes the rights of
/// root over files from a thread that is somebody else. Whoever is not root already is left as is.
private final class Stranger: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        Thread.detachNewThread {
            if geteuid() == 0, let symbol = dlsym(nil, "setfsuid") {
                typealias Call = @convention(c) (UInt32) -> Int32
                _ = unsafeBitCast(symbol, to: Call.self)(65_534)
            }
            job.runSynchronously(on: self.asUnownedTaskExecutor())
        }
    }
}

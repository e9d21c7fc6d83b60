/// Runs the same short system calls for many paths on several threads: the kernel works on each while the other waits.
enum InParallel {
    /// Runs a body for each path, neighbours on one thread; throws what the first to fail threw, when all have ended.
    static func run<Failure: Error>(
        _ paths: [String], threads: Int, _ body: @escaping @Sendable (String) throws(Failure) -> Void
    ) async throws(Failure) {
        let size = max(256, (paths.count + threads - 1) / max(1, threads))
        let failure = await withTaskGroup(of: Failure?.self) { group in
            for start in stride(from: 0, to: paths.count, by: size) {
                group.addTask {
                    do throws(Failure) {
                        for path in paths[start..<min(start + size, paths.count)] { try body(path) }
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(nil) { $0 ?? $1 }
        }
        if let failure { throw failure }
    }
}

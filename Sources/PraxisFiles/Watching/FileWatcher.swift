import Dispatch
package import PraxisDiagnostics

/// Tells what changes in a site's folder while somebody works in it.
///
/// ```swift
/// let watcher = FileWatcher(DiskFiles(root: site))
/// build()
/// for await changes in watcher.changes { rebuild(changes) }
/// ```
///
/// Nothing that changes after the watcher is made is missed. Changes that follow each other closely come as one.
package final class FileWatcher: Sendable {
    /// How changes are noticed.
    package enum Method: Sendable {
        /// By what the system tells; where it cannot, by looking.
        case system
        /// By looking again and again.
        case polling
    }

    /// The changes, each batch once, until the watcher is stopped or let go.
    package let changes: AsyncStream<FileChanges>

    private let stopping: WakePipe?
    private let continuation: AsyncStream<FileChanges>.Continuation

    /// Begins to watch folders of a site, which need not be there yet.
    ///
    /// `settling` is how long nothing must happen before changes are told; `interval` how often the polling method
    /// looks.
    package init(
        _ files: DiskFiles, folders: [SourcePath] = [SourcePath("content"), SourcePath("themes")],
        method: Method = .system, settling: Duration = .milliseconds(15), interval: Duration = .milliseconds(300)
    ) {
        (changes, continuation) = AsyncStream.makeStream()
        stopping = try? WakePipe()
        guard let stopping else {
            continuation.finish()
            return
        }
        var polling = Watch(
            source: PollingSource(files: files, folders: folders), fallback: nil, descriptor: nil, interval: interval,
            settling: settling)
        #if os(Linux)
        if case .system = method, let source = try? InotifySource(files: files, folders: folders) {
            polling.source = source
            polling.descriptor = source.descriptor
            polling.fallback = { PollingSource(files: files, folders: folders) }
        }
        #endif
        continuation.onTermination = { _ in stopping.wake() }
        let (watch, continuation) = (polling, continuation)
        // A thread of its own: it waits in the system most of the time.
        DispatchQueue(label: "praxis.watching").async { watch.run(until: stopping, telling: continuation) }
    }

    deinit {
        stop()
    }

    /// Ends the changes.
    package func stop() {
        stopping?.wake()
        continuation.finish()
    }
}

/// What the watching thread does.
private struct Watch: Sendable {
    var source: any ChangeSource
    /// What to go on with when the source no longer works.
    var fallback: (@Sendable () -> any ChangeSource)?
    /// What becomes readable when something has changed; without it, one has to look.
    var descriptor: Int32?
    let interval: Duration
    let settling: Duration

    /// Even while changes never cease, those that have come are told after this time.
    private static let patience = Duration.milliseconds(250)

    consuming func run(until stopping: WakePipe, telling continuation: AsyncStream<FileChanges>.Continuation) {
        var pending = FileChanges()
        var since = ContinuousClock.now
        while true {
            let time = pending.isEmpty ? (descriptor == nil ? interval : nil) : settling
            if stopping.wait(orReadable: descriptor, atMost: time) { return }
            let new = look()
            if !new.isEmpty {
                if pending.isEmpty { since = .now }
                pending.merge(new)
            }
            if !pending.isEmpty, new.isEmpty || .now - since > Self.patience {
                continuation.yield(pending)
                pending = FileChanges()
            }
        }
    }

    private mutating func look() -> FileChanges {
        do {
            return try source.changes()
        } catch {
            // The system has no more watches to give: from here on, look at everything again and again.
            if let fallback { source = fallback() }
            (fallback, descriptor) = (nil, nil)
            return FileChanges(mayBeMore: true)
        }
    }
}

import FoundationEssentials
import NIOCore
import NIOHTTP1
import PraxisDiagnostics
import PraxisFiles
import Synchronization

/// What a preview shows at this moment, and the pages that listen to changes of it.
final class PreviewSite: Sendable {
    private struct State {
        var output = OutputTree()
        var problems = ProblemList([], name: "")
        /// How many lists of problems there have been.
        var lists = 0
        var sourceOfPage: @Sendable (String) -> SourcePath? = { _ in nil }
        var status: Status?
        var guardian: RequestGuard?
        var listeners: [Listener] = []
        var connections = 0
    }

    /// What pages say for a moment of the last change.
    private struct Status {
        let message: String
        let time: ContinuousClock.Instant

        /// - Parameter text: One line.
        init(_ text: String) {
            message = (try? JSONEncoder().encode(["text": text])).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
            time = .now
        }

        /// Whether a page that is loaded now still says it.
        var isNew: Bool { ContinuousClock.now - time < .seconds(5) }
    }

    /// A page that is open in a browser.
    private struct Listener {
        let channel: any Channel
        let path: String
        /// What the browser has of the page; `nil` when it has none.
        let tag: String?
    }

    /// The word that pages of this process know, and no other site's.
    let token: String
    let configuration: PreviewConfiguration
    private let state = Mutex(State())

    /// More pages than this are not listened to at once; the one that has listened longest goes first.
    private static let listenerLimit = 200

    init(_ configuration: PreviewConfiguration) {
        self.configuration = configuration
        var generator = SystemRandomNumberGenerator()
        token = (0..<2).map { _ in String(UInt64.random(in: .min ... .max, using: &generator), radix: 36) }.joined()
    }

    /// What answers requests now; a request is answered from one site even if another comes meanwhile.
    var responder: Responder {
        responder(for: state.withLock { $0.output })
    }

    private func responder(for output: OutputTree) -> Responder {
        Responder(output: output, token: token, fields: configuration.hostFields)
    }

    /// Who may ask; `nil` before the preview knows where it listens.
    var guardian: RequestGuard? {
        get { state.withLock { $0.guardian } }
        set { state.withLock { $0.guardian = newValue } }
    }

    /// Counts a connection in, unless there are too many.
    func admitConnection() -> Bool {
        state.withLock { state in
            guard state.connections < configuration.connectionLimit else { return false }
            state.connections += 1
            return true
        }
    }

    /// Counts a connection out.
    func dropConnection() {
        state.withLock { $0.connections -= 1 }
    }

    // MARK: Changes

    /// Shows another site, or the same with other problems, and tells the pages that it concerns.
    ///
    /// - Parameter sourceOfPage: The file that a page is made of, by its address from the site's root; `nil` where that is as it was.
    func publish(
        _ output: OutputTree?, _ findings: [Finding], status text: String?,
        sourceOfPage: (@Sendable (String) -> SourcePath?)?
    ) {
        let status = text.map(Status.init)
        let (old, new, listeners, isNews, problems, source) = state.withLock { state in
            let old = state.output
            let problems = ProblemList(findings, name: "\(token)-\(state.lists + 1)")
            let isNews = !state.problems.isSame(as: problems)
            if isNews {
                state.problems = problems
                state.lists += 1
            }
            if let output { state.output = output }
            if let sourceOfPage { state.sourceOfPage = sourceOfPage }
            if let status { state.status = status }
            return (old, state.output, state.listeners, isNews, state.problems, state.sourceOfPage)
        }
        let change = output == nil ? AssetChange() : AssetChange(from: old, to: new)
        let responder = responder(for: new)
        for listener in listeners {
            if change.affectsPages || isStale(listener, responder) {
                send("reload", "{}", to: listener.channel)
            } else {
                if change.affectsStyle { send("styles", "{}", to: listener.channel) }
                if isNews {
                    send("problems", problems.message(toPageOf: source("/\(listener.path)")), to: listener.channel)
                }
                if let status { send("status", status.message, to: listener.channel) }
            }
        }
    }

    private func isStale(_ listener: Listener, _ responder: Responder) -> Bool {
        Self.name(responder.tag(ofPageAt: listener.path)) != listener.tag
    }

    private static func name(_ tag: EntityTag?) -> String? {
        tag.map { String($0.description.dropFirst().dropLast()) }
    }

    // MARK: Listeners

    /// The paths of the pages that are open and in sight, as browsers name them.
    var pathsInSight: Set<String> { state.withLock { Set($0.listeners.map(\.path)) } }

    /// Lets a page listen that has been answered with the head of an event stream, and tells it what it has missed.
    func listen(_ channel: any Channel, path: String, tag: String?) {
        let listener = Listener(channel: channel, path: path, tag: tag)
        let (problems, source, output, status, surplus) = state.withLock { state in
            state.listeners.append(listener)
            let surplus = state.listeners.count > Self.listenerLimit ? state.listeners.removeFirst() : nil
            return (state.problems, state.sourceOfPage, state.output, state.status, surplus)
        }
        surplus?.channel.close(promise: nil)
        channel.closeFuture.whenComplete { [weak self] _ in
            self?.state.withLock { state in state.listeners.removeAll { $0.channel === channel } }
        }
        if isStale(listener, responder(for: output)) {
            send("reload", "{}", to: channel)
        } else {
            send("problems", problems.message(toPageOf: source("/\(path)")), to: channel)
            if let status, status.isNew { send("status", status.message, to: channel) }
        }
    }

    /// One event (HTML Standard, 9.2.6); the data has no line end.
    private func send(_ event: String, _ data: String, to channel: any Channel) {
        guard channel.isWritable else {
            // A browser that fetches nothing any more would make the queue grow for ever.
            channel.close(promise: nil)
            return
        }
        let buffer = channel.allocator.buffer(string: "event: \(event)\ndata: \(data)\n\n")
        channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(buffer)), promise: nil)
    }
}

import NIOCore
import NIOHTTP1

/// Speaks HTTP on one connection: takes requests one after the other, answers each, and hangs up on whoever is too slow.
final class PreviewHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// What the connection is doing.
    private enum State {
        /// Waiting for a request, or for the rest of one.
        case reading(HTTPRequestHead?)
        case answering
        /// Telling a page of changes until either side hangs up.
        case streaming
        case closing
    }

    private let site: PreviewSite
    private var state = State.reading(nil)
    private var deadline: Scheduled<Void>?

    init(_ site: PreviewSite) {
        self.site = site
    }

    func handlerAdded(context: ChannelHandlerContext) {
        hangUp(in: site.configuration.patience, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .reading(let request) = state else { return }
        switch Self.unwrapInboundIn(data) {
        case .head(let head):
            // What is refused is refused before its body comes, and the body is never waited for.
            if let status = site.guardian?.refusal(of: head) ?? (site.guardian == nil ? .serviceUnavailable : nil) {
                answer(.refusal(status), keepAlive: false, version: head.version, context)
            } else {
                state = .reading(head)
            }
        case .body: return
        case .end:
            guard let request else { return }
            serve(request, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard case .reading = state, let error = error as? HTTPParserError else {
            context.close(promise: nil)
            return
        }
        let status: HTTPResponseStatus = error == .headerOverflow ? .requestHeaderFieldsTooLarge : .badRequest
        answer(.refusal(status), keepAlive: false, version: .http1_1, context)
    }

    // MARK: Answering

    private func serve(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard let target = RequestTarget(request.uri) else {
            return answer(.refusal(.badRequest), keepAlive: false, version: request.version, context)
        }
        if target.path == PreviewAssets.events { return stream(request, target, context) }
        let response = site.responder.response(to: request, target)
        let keepAlive = request.isKeepAlive && request.version == .http1_1
        answer(response, keepAlive: keepAlive, version: request.version, context)
    }

    private func answer(
        _ response: PreviewResponse, keepAlive: Bool, version: HTTPVersion, _ context: ChannelHandlerContext
    ) {
        state = keepAlive ? .answering : .closing
        hangUp(in: site.configuration.responsePatience, context)
        var headers = response.headers
        if !keepAlive { headers.add(name: "Connection", value: "close") }
        let head = HTTPResponseHead(version: version, status: response.status, headers: headers)
        context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
        if !response.body.isEmpty {
            let buffer = context.channel.allocator.buffer(bytes: response.body)
            context.write(Self.wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        }
        let written = context.writeAndFlush(Self.wrapOutboundOut(.end(nil)))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        written.whenComplete { _ in
            let (handler, context) = bound.value
            handler.finish(keepAlive: keepAlive, context)
        }
    }

    private func finish(keepAlive: Bool, _ context: ChannelHandlerContext) {
        guard keepAlive else { return context.close(promise: nil) }
        state = .reading(nil)
        hangUp(in: site.configuration.patience, context)
    }

    /// Begins to tell a page of changes, if it is one of ours.
    private func stream(_ request: HTTPRequestHead, _ target: RequestTarget, _ context: ChannelHandlerContext) {
        guard request.method == .GET, target.field("token") == site.token,
            let page = target.field("path").flatMap({ RequestTarget($0) })
        else { return answer(.refusal(.forbidden), keepAlive: false, version: request.version, context) }
        state = .streaming
        deadline?.cancel()
        var headers = PreviewResponse.common
        headers.replaceOrAdd(name: "Cache-Control", value: "no-store")
        headers.add(name: "Content-Type", value: "text/event-stream")
        let head = HTTPResponseHead(version: request.version, status: .ok, headers: headers)
        context.writeAndFlush(Self.wrapOutboundOut(.head(head)), promise: nil)
        site.listen(context.channel, path: page.path, tag: target.field("page"))
    }

    private func hangUp(in time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}

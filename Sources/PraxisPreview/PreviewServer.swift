import NIOCore
import NIOHTTP1
import NIOPosix
package import PraxisDiagnostics
package import PraxisFiles

/// Shows a site in a browser while somebody writes it.
///
/// ```swift
/// let server = PreviewServer(PreviewConfiguration(port: 0))
/// await server.publish(output)
/// let address = try await server.start()
/// // after each rebuild:
/// await server.publish(output, findings: findings)   // a site that could be built
/// await server.publish(findings: findings)           // or what kept it from being built
/// ```
///
/// It answers from the output that it was handed last and reads nothing else. Pages that are open load themselves again
/// when they, or what they show, changed.
package actor PreviewServer {
    private enum State {
        case idle
        case running(group: MultiThreadedEventLoopGroup, address: PreviewAddress)
    }

    private let site: PreviewSite
    private var state = State.idle

    /// The most that the head of a request may have, in bytes.
    private static let headLimit = 16 << 10

    package init(_ configuration: PreviewConfiguration = PreviewConfiguration()) {
        site = PreviewSite(configuration)
    }

    /// Begins to listen and returns where. Throws a ``PreviewError`` when the port cannot be had.
    package func start() async throws(PreviewError) -> PreviewAddress {
        if case .running(_, let address) = state { return address }
        let (site, configuration) = (site, site.configuration)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 512)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try Self.prepare(channel, site) }
            }
        do {
            let channel = try await bootstrap.bind(host: configuration.host, port: configuration.port).get()
            let bound = channel.localAddress
            let address = PreviewAddress(
                host: bound?.ipAddress ?? configuration.host, port: bound?.port ?? configuration.port)
            site.guardian = RequestGuard(address: address, otherNames: configuration.otherNames)
            state = .running(group: group, address: address)
            return address
        } catch {
            try? await group.shutdownGracefully()
            throw Self.error(for: error, configuration)
        }
    }

    /// Shows a site that has been built, and the problems in it, if any; of these, a page shows first those of its own file.
    ///
    /// - Parameters:
    ///   - status: What changed and how it went, in a line that pages show for a moment.
    ///   - sourceOfPage: The file that a page is made of, by its address from the site's root; `nil` where that is as it was.
    package func publish(
        _ output: OutputTree, findings: [Finding] = [], status: String? = nil,
        sourceOfPage: (@Sendable (String) -> SourcePath?)? = nil
    ) {
        site.publish(output, findings, status: status, sourceOfPage: sourceOfPage)
    }

    /// Shows problems over the site that was shown last; none of them takes the overlay away.
    package func publish(
        findings: [Finding], status: String? = nil, sourceOfPage: (@Sendable (String) -> SourcePath?)? = nil
    ) {
        site.publish(nil, findings, status: status, sourceOfPage: sourceOfPage)
    }

    /// The addresses of the pages that somebody has before them, from the site's root: `/guides/`.
    package var pagesInSight: Set<String> { Set(site.pathsInSight.map { "/\($0)" }) }

    /// Hangs up on everybody and stops to listen.
    package func stop() async {
        guard case .running(let group, _) = state else { return }
        state = .idle
        site.guardian = nil
        try? await group.shutdownGracefully()
    }

    private static func prepare(_ channel: any Channel, _ site: PreviewSite) throws {
        guard site.admitConnection() else { return channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in site.dropConnection() }
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = headLimit
        limits.maxHeaderListSize = headLimit
        limits.maxHeaderFieldCount = 100
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: true, withErrorHandling: false, withEncoderConfiguration: .init(),
            withDecoderLimitConfiguration: limits)
        try pipeline.addHandler(PreviewHandler(site))
    }

    private static func error(for error: any Error, _ configuration: PreviewConfiguration) -> PreviewError {
        let (host, port) = (configuration.host, configuration.port)
        guard let error = error as? IOError else {
            return .cannotListen(host, port, reason: "there is no such address")
        }
        return switch SystemError(code: error.errnoCode) {
        case .addressInUse: .portTaken(port)
        case .permissionDenied where port < 1024: .portReserved(port)
        case let reason: .cannotListen(host, port, reason: reason.description)
        }
    }
}

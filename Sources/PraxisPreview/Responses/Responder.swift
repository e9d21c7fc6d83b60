import NIOHTTP1
import PraxisFiles

/// Answers requests from what a build has put out. It looks paths up in the build's own list and nowhere else, so no
/// request can name another file.
struct Responder: Sendable {
    let output: OutputTree
    /// The word that lets a page listen to changes.
    let token: String
    /// What every answer has besides.
    let fields: [(name: String, value: String)]

    /// The answer to a request that may be answered.
    func response(to request: HTTPRequestHead, _ target: RequestTarget) -> PreviewResponse {
        var response: PreviewResponse
        if let own = PreviewAssets.response(at: target.path) {
            response = own
        } else if let page = page(at: target.path) {
            response = answer(request, page, .ok)
        } else if !target.path.isEmpty, !target.path.hasSuffix("/"), page(at: target.path + "/") != nil {
            response = redirect(to: target)
        } else {
            response = missing(request)
        }
        for (name, value) in fields { response.headers.replaceOrAdd(name: name, value: value) }
        if request.method == .HEAD { response.body = [] }
        return response
    }

    // MARK: Finding

    /// A file of the output, with what is needed to answer for it.
    private struct Page {
        let type: String
        let content: OutputTree.Content

        /// Whether the preview's script is put into it.
        var isHTML: Bool { type.hasPrefix("text/html") }
    }

    /// The file that a path stands for: itself, or the index of the folder that it names with a slash at its end.
    private func page(at path: String) -> Page? {
        let name = path.isEmpty || path.hasSuffix("/") ? "\(path)index.html" : path
        guard let content = output[name] else { return nil }
        let file = name.split(separator: "/").last ?? ""
        let ending = file.lastIndex(of: ".").map { file[file.index(after: $0)...] } ?? ""
        return Page(type: ContentType.of(extension: ending), content: content)
    }

    /// The tag of the page that a browser sees at a path, the page for missing ones included; `nil` where there is none.
    func tag(ofPageAt path: String) -> EntityTag? {
        (page(at: path) ?? page(at: "404.html")).map { tag(of: $0) }
    }

    /// A page that another process of the preview sent has another tag, since it has another token in it.
    private func tag(of page: Page) -> EntityTag {
        let tag =
            switch page.content {
            case .bytes(let bytes): EntityTag(of: bytes)
            case .file(let entry, _): EntityTag(of: entry.stamp)
            }
        return page.isHTML ? tag.mixed(with: token) : tag
    }

    // MARK: Answering

    private func answer(_ request: HTTPRequestHead, _ page: Page, _ status: HTTPResponseStatus) -> PreviewResponse {
        let tag = tag(of: page)
        if status == .ok, request.headers["if-none-match"].contains(where: tag.isNamed(in:)) {
            var response = PreviewResponse(.notModified, type: page.type, body: [])
            response.headers.remove(name: "Content-Length")
            response.headers.add(name: "ETag", value: tag.description)
            return response
        }
        let bytes: [UInt8]
        switch page.content {
        case .bytes(let known): bytes = known
        case .file(let entry, let tree):
            guard let read = try? tree.bytes(of: entry) else {
                return PreviewResponse(.notFound, text: "\(entry.path) can no longer be read.")
            }
            bytes = read
        }
        let body = page.isHTML ? ScriptInjection.injected(into: bytes, token: token, tag: tag) : bytes
        var response = part(of: body, request, page.type, tag, status)
        response.headers.add(name: "ETag", value: tag.description)
        return response
    }

    private func part(
        of body: [UInt8], _ request: HTTPRequestHead, _ type: String, _ tag: EntityTag, _ status: HTTPResponseStatus
    ) -> PreviewResponse {
        var response: PreviewResponse
        // A range is of the version that the asker has, if it says which (RFC 9110, 13.1.5).
        let isSame = request.headers.first(name: "if-range").map { $0 == tag.description } ?? true
        let field = status == .ok && request.method == .GET && isSame ? request.headers.first(name: "range") : nil
        switch ByteRange(field, of: body.count) {
        case .whole:
            response = PreviewResponse(status, type: type, body: body[...])
        case .part(let range):
            response = PreviewResponse(.partialContent, type: type, body: body[range])
            let value = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(body.count)"
            response.headers.add(name: "Content-Range", value: value)
        case .none:
            response = PreviewResponse(.rangeNotSatisfiable, text: "The file is shorter than that.")
            response.headers.add(name: "Content-Range", value: "bytes */\(body.count)")
        }
        response.headers.add(name: "Accept-Ranges", value: "bytes")
        return response
    }

    /// To the same path with a slash, so that relative links on the page lead where they should.
    private func redirect(to target: RequestTarget) -> PreviewResponse {
        var response = PreviewResponse(.temporaryRedirect, text: "This page's address ends with a slash.")
        let query = target.query.isEmpty ? "" : "?\(target.query)"
        response.headers.add(name: "Location", value: "\(target.rawPath)/\(query)")
        return response
    }

    /// The site's own page for missing ones, for whoever reads pages.
    private func missing(_ request: HTTPRequestHead) -> PreviewResponse {
        let accepted = request.headers["accept"]
        let readsPages = accepted.isEmpty || accepted.contains { $0.contains("text/html") || $0.contains("*/*") }
        guard readsPages, let page = page(at: "404.html") else { return .refusal(.notFound) }
        return answer(request, page, .notFound)
    }
}

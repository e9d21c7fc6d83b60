import NIOHTTP1

/// An answer to a request: status, header fields, and the bytes that follow.
struct PreviewResponse {
    var status: HTTPResponseStatus
    var headers: HTTPHeaders
    /// Empty for a request of the header only, whose length field still tells that of the whole.
    var body: ArraySlice<UInt8>

    /// An answer with what every answer has: its type and length, no guessing of another type, no use by other sites.
    init(_ status: HTTPResponseStatus, type: String, body: ArraySlice<UInt8>) {
        self.status = status
        self.body = body
        headers = Self.common
        headers.add(name: "Content-Type", value: type)
        headers.add(name: "Content-Length", value: String(body.count))
    }

    /// A plain sentence as an answer.
    init(_ status: HTTPResponseStatus, text: String) {
        self.init(status, type: ContentType.of(extension: "txt"), body: Array("\(text)\n".utf8)[...])
    }

    /// The fields of every answer. What is stored is asked for again each time, so a page is never older than its build.
    static let common: HTTPHeaders = [
        "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "same-origin", "Cache-Control": "no-cache",
    ]

    /// The answer to a request that is not served.
    static func refusal(_ status: HTTPResponseStatus) -> PreviewResponse {
        let text =
            switch status {
            case .methodNotAllowed: "A preview is only read: GET or HEAD."
            case .misdirectedRequest:
                "This preview does not go by that name. Use the address that praxis serve printed."
            case .forbidden: "A preview answers only its own pages."
            case .requestHeaderFieldsTooLarge: "The request is too long."
            case .notFound: "There is no such page."
            default: "This request is not one for a preview."
            }
        var response = PreviewResponse(status, text: text)
        if status == .methodNotAllowed { response.headers.add(name: "Allow", value: "GET, HEAD") }
        return response
    }
}

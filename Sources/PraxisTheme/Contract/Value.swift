/// What a field of a view holds, when a template asks for it.
package enum Value: Sendable {
    /// Nothing: a section over it is left out, and nothing is written for it.
    case absent
    case text(String)
    case html(HTML)
    case flag(Bool)
    case view(any ViewReading)
    case views([any ViewReading])
    case texts([String])

    /// A text, or nothing where it is empty.
    init(_ text: String?) {
        if let text, !text.isEmpty { self = .text(text) } else { self = .absent }
    }

    /// Markup, or nothing where it is empty.
    init(_ html: HTML?) {
        if let html, !html.isEmpty { self = .html(html) } else { self = .absent }
    }
}

/// A view whose fields are read by their number.
package protocol ViewReading: AnyObject, Sendable {
    /// The value of a field, by its place in the contract. Constant, apart from what the field's own reading costs.
    func value(at field: Int) -> Value
}

/// A view on the renderer's stack.
final class BoxedView<Content: View>: ViewReading {
    private let content: Content
    private let readings: [@Sendable (Content) -> Value]

    init(_ content: Content) {
        self.content = content
        readings = Content.contract.readings
    }

    func value(at field: Int) -> Value { readings[field](content) }
}

/// What a field of a view holds, when a template asks for it.
package enum Value: Sendable {
    /// Nothing: a section over it is left out, and nothing is written for it.
    case absent
    case text(String)
    case html(HTML)
    case flag(Bool)
    case view(BoxedView)
    case views([BoxedView])
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
package struct BoxedView: Sendable {
    private let content: any AnyObject & Sendable
    private let readings: [@Sendable (any AnyObject & Sendable) -> Value]

    init<Content: View>(_ content: ViewContent<Content>) {
        self.content = content
        readings = Content.contract.readings
    }

    /// The value of a field, by its place in the contract. Constant, apart from what the field's own reading costs.
    package func value(at field: Int) -> Value { readings[field](content) }
}

/// Holds a view while its fields are read, so that none of the others is copied for that.
final class ViewContent<Content: View>: Sendable {
    let view: Content

    init(_ view: Content) {
        self.view = view
    }
}

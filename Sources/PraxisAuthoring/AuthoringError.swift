/// Why something cannot be done for an author: what is the case, and what to do instead.
package struct AuthoringError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A sentence without its full stop.
    package let description: String
    package let advice: String?

    package init(_ description: String, advice: String? = nil) {
        self.description = description
        self.advice = advice
    }
}

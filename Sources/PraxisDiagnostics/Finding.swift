/// A problem in content or theme: which rule, where, what is wrong, and what to do.
///
/// `message` starts with the specific thing and says what is the case, without a full stop; `advice` says what to write
/// instead and stands beside the marked text.
package struct Finding: Hashable, Sendable {
    package let rule: Rule
    /// The rule's own severity, or what site.yaml made of it.
    package var severity: Severity
    package let location: Location
    package let message: String
    package let advice: String?
    package let notes: [Note]
    /// The field of front matter that it is about, if it is about one, within others behind points: `title`, `contact.email`. A
    /// field that is not there is one that is missed, or that a name near it means.
    package var field: String?

    package init(
        _ rule: Rule, at location: Location, _ message: String, advice: String? = nil, notes: [Note] = [],
        field: String? = nil
    ) {
        self.rule = rule
        self.severity = rule.severity
        self.location = location
        self.message = message
        self.advice = advice
        self.notes = notes
        self.field = field
    }

    /// Another place that belongs to a finding: the first of two equal keys, the other file at the same address.
    package struct Note: Hashable, Sendable {
        package let message: String
        package let location: Location

        package init(_ message: String, at location: Location) {
            self.message = message
            self.location = location
        }
    }
}

extension Finding: Comparable {
    /// By file, then place, then rule and text, so that one run prints what another did.
    package static func < (left: Finding, right: Finding) -> Bool {
        if left.location != right.location, left.location < right.location || right.location < left.location {
            return left.location < right.location
        }
        return (left.rule.id, left.message) < (right.rule.id, right.message)
    }
}

/// How much a finding matters.
package enum Severity: String, Sendable, Hashable, CaseIterable, Encodable {
    /// The site would be wrong: a build for release stops.
    case error
    /// The site builds; somebody should look at this.
    case advice
}

/// A kind of finding: the rule that a piece of content breaks.
///
/// Each target declares its rules beside the code that reports them and lists them in a catalogue, from which the
/// handbook's table is made.
package struct Rule: Hashable, Sendable {
    /// The name by which settings and waivers speak of it: `reference.unknown`.
    package let id: String
    /// What it is unless site.yaml says otherwise.
    package let severity: Severity
    /// The rule itself, one plain sentence.
    package let summary: String

    package init(_ id: String, _ severity: Severity, _ summary: String) {
        self.id = id
        self.severity = severity
        self.summary = summary
    }
}

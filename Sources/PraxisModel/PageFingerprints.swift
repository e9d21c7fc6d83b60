package import PraxisBytes
internal import PraxisMarkdown

/// What tells whether a page is as it was in an earlier run.
package struct PageFingerprints: Equatable, Sendable {
    package var facts: Fingerprint
    package var links: Fingerprint
    package var text: Fingerprint

    package init(facts: Fingerprint, links: Fingerprint, text: Fingerprint) {
        self.facts = facts
        self.links = links
        self.text = text
    }

    /// In what the page is not as it was.
    package func differences(from old: PageFingerprints) -> PageAspects {
        var aspects: PageAspects = []
        if facts != old.facts { aspects.formUnion([.facts, .standing]) }
        if links != old.links { aspects.insert(.links) }
        if text != old.text { aspects.insert(.text) }
        return aspects
    }
}

extension Page {
    /// Linear in the length of the page.
    package var fingerprints: PageFingerprints {
        PageFingerprints(
            facts: Fingerprint(of: facts),
            links: Fingerprint(combining: [Fingerprint(of: links), Fingerprint(of: lists)]),
            text: document.fingerprint)
    }
}

import PraxisDiagnostics

extension YAMLDocument {
    /// This document with another's fields in place of its own of the same name, as a translation lies over its original.
    ///
    /// Places are those of the files that the fields come from; findings about it would mix the two and are left out.
    package func overlaid(with other: YAMLDocument) -> YAMLDocument {
        guard let own = root?.fields, let new = other.root?.fields else { return self }
        let names = Set(new.map(\.key.value))
        let fields = own.filter { !names.contains($0.key.value) } + new
        return YAMLDocument(
            source: source, root: YAMLNode(.mapping(fields), at: opening), opening: opening, findings: [])
    }

    init(source: SourceText, root: YAMLNode?, opening: SourceRange, findings: [Finding]) {
        self.source = source
        self.root = root
        self.opening = opening
        self.findings = findings
        mayHoldComments = false
    }
}

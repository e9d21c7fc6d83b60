internal import PraxisDiagnostics

extension MarkdownDocument {
    /// Where in the file the fields of a sheet stand, in order: what is between the brackets of a box, the underscores of a
    /// blank or of a ruled line. Code and addresses have none. Linear, and quadratic in the number of blanks, of which those
    /// after `mostBlanks` are left as they are.
    ///
    /// - Parameter offset: The byte of the file at which the body starts.
    package func fields(bodyStartingAt offset: Int) -> [Range<Int>] {
        var fields = blanks(bodyStartingAt: offset)
        for node in tree.nodes {
            let start = Int(node.source.lowerBound)
            if node.kind == .paragraph, node.flags.contains(.task) {
                fields.append(start + 1..<start + 2)
            } else if node.flags.contains(.ruled) {
                let line = source.bytes[start..<Int(node.source.upperBound)]
                fields.append(start..<start + line.prefix { $0 == UInt8(ascii: "_") }.count)
            }
        }
        return fields.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The runs of underscores that are blanks. libcmark does not say where in a file a text stands, so the body is read once
    /// more with each run of a length of its own, by which a blank tells which of them it is.
    private func blanks(bodyStartingAt offset: Int) -> [Range<Int>] {
        guard contains(.blank) else { return [] }
        let runs = Self.runs(in: source.bytes, from: offset).prefix(Self.mostBlanks)
        var numbered = Array(source.bytes[..<offset])
        var end = offset
        for (number, run) in runs.enumerated() {
            numbered += source.bytes[end..<run.lowerBound]
            numbered += repeatElement(UInt8(ascii: "_"), count: Self.shortestBlank + number)
            end = run.upperBound
        }
        numbered += source.bytes[end...]
        let text = SourceText(path: source.path, bytes: numbered)
        var findings: [Finding] = []
        let copy = MarkdownDocument(parsing: text, bodyStartingAt: offset, dialect: dialect, findings: &findings)
        var fields: [Range<Int>] = []
        var linkEnd = 0
        for (index, node) in copy.tree.nodes.enumerated() {
            if node.kind == .link { linkEnd = max(linkEnd, Int(node.end)) }
            let number = node.text.count - Self.shortestBlank
            if node.kind == .blank, index >= linkEnd, runs.indices.contains(number) { fields.append(runs[number]) }
        }
        return fields
    }

    private static let shortestBlank = 4
    private static let mostBlanks = 1000

    /// The runs of as many underscores as a blank has.
    private static func runs(in bytes: [UInt8], from start: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = start
        while let begin = bytes[index...].firstIndex(of: UInt8(ascii: "_")) {
            index = bytes[begin...].firstIndex { $0 != UInt8(ascii: "_") } ?? bytes.endIndex
            if index - begin >= shortestBlank { runs.append(begin..<index) }
        }
        return runs
    }
}

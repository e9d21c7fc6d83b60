/// A case of pathological.json: an input that has made Markdown readers slow or crash.
package struct PathologicalInput: Decodable, CustomStringConvertible, Sendable {
    package let name: String
    let parts: [Part]
    /// How many bytes the whole of it has.
    package let bytes: Int

    package var description: String { name }

    /// A piece of the input; the three forms are told apart by their keys.
    struct Part: Decodable, Sendable {
        let text: String?
        let `repeat`: Int?
        let generator: String?
        let before: String?
        let step: String?
        let after: String?
        let from: Int?
        let to: Int?
        let prefix: String?
        let buckets: UInt32?
        let keys: Int?

        /// Adds as much of it as makes up a share of its bytes.
        func append(_ share: Double, to input: inout String) {
            func part(_ count: Int) -> Int { Int(Double(count) * share) }
            switch generator {
            // Each step of a ladder is longer than the last.
            case "ladder": appendLadder(to: (to ?? 0) * Int(1000 * share.squareRoot()) / 1000, of: &input)
            case "colliding-references": appendReferences(part(keys ?? 0), to: &input)
            default: for _ in 0..<(`repeat`.map(part) ?? 1) { input += text ?? "" }
            }
        }

        private func appendLadder(to last: Int, of input: inout String) {
            for count in (from ?? 0)...max(from ?? 0, last) {
                input += before ?? ""
                for _ in 0..<count { input += step ?? "" }
                input += after ?? ""
            }
        }

        private func appendReferences(_ keys: Int, to input: inout String) {
            var labels: [String] = []
            var candidate = 0
            while labels.count < keys {
                let label = "\(prefix ?? "")\(candidate)"
                let hash = label.utf8.reduce(UInt32(0)) { UInt32($1) &+ $0 &* 64 &+ $0 &* 65536 &- $0 }
                if hash % (buckets ?? 1) == 0 { labels.append(label) }
                candidate += 1
            }
            for label in labels.dropFirst() { input += "[\(label)]: /url\n\n[\(labels[0])]\n\n" }
        }
    }

    /// The whole input.
    package var text: String { text(1) }

    /// An input of the same kind with a share of its bytes, which may be more than 1.
    package func text(_ share: Double) -> String {
        var text = ""
        for part in parts { part.append(share, to: &text) }
        return text
    }

    /// Whether there is such a thing as a larger one.
    package var canGrow: Bool { parts.contains { $0.repeat != nil || $0.generator != nil } }
}

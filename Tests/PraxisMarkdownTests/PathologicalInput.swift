/// A case of pathological.json: an input that has made Markdown readers slow or crash.
struct PathologicalInput: Decodable, CustomStringConvertible, Sendable {
    let name: String
    let parts: [Part]
    let bytes: Int

    var description: String { name }

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

        func append(to input: inout String) {
            switch generator {
            case "ladder": appendLadder(to: &input)
            case "colliding-references": appendReferences(to: &input)
            default: for _ in 0..<(`repeat` ?? 1) { input += text ?? "" }
            }
        }

        private func appendLadder(to input: inout String) {
            for count in (from ?? 0)...(to ?? 0) {
                input += before ?? ""
                for _ in 0..<count { input += step ?? "" }
                input += after ?? ""
            }
        }

        private func appendReferences(to input: inout String) {
            var labels: [String] = []
            var candidate = 0
            while labels.count < keys ?? 0 {
                let label = "\(prefix ?? "")\(candidate)"
                let hash = label.utf8.reduce(UInt32(0)) { UInt32($1) &+ $0 &* 64 &+ $0 &* 65536 &- $0 }
                if hash % (buckets ?? 1) == 0 { labels.append(label) }
                candidate += 1
            }
            for label in labels.dropFirst() { input += "[\(label)]: /url\n\n[\(labels[0])]\n\n" }
        }
    }

    /// The whole input.
    var text: String {
        var text = ""
        for part in parts { part.append(to: &text) }
        return text
    }
}

internal import FoundationEssentials

/// JSON with its keys in order, so that the same site gives the same bytes.
enum HostJSON {
    /// A value as a host's file has it.
    static func text(_ value: some Encodable) -> String {
        text(value, JSONEncoder())
    }

    /// A value as Amazon's services have it: their names are those of its properties, with a capital, and people read it.
    static func amazonText(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .prettyPrinted
        encoder.keyEncodingStrategy = .custom { path in
            let name = path.last?.stringValue ?? ""
            return Key(stringValue: name.prefix(1).uppercased() + name.dropFirst())
        }
        return text(value, encoder)
    }

    private static func text(_ value: some Encodable, _ encoder: JSONEncoder) -> String {
        encoder.outputFormatting.formUnion([.sortedKeys, .withoutEscapingSlashes])
        // A value of ours always encodes.
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("a value of ours that JSON cannot express: \(type(of: value))")
        }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) { nil }
    }
}

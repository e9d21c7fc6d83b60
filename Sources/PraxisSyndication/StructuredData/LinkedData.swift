/// A node of JSON-LD, or a value in one.
enum LinkedData: Encodable {
    case text(String)
    case number(Int)
    case list([LinkedData])
    /// A node of a schema.org type. Properties that are `nil` are left out.
    case node(String, [String: LinkedData?])

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .number(let number):
            var container = encoder.singleValueContainer()
            try container.encode(number)
        case .list(let list):
            var container = encoder.singleValueContainer()
            try container.encode(list)
        case .node(let type, let properties):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(type, forKey: Key("@type"))
            for (name, value) in properties {
                if let value { try container.encode(value, forKey: Key(name)) }
            }
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}

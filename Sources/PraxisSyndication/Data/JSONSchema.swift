/// Parts of a JSON Schema (2020-12), each of which says what it describes.
enum JSONSchema {
    /// The address of this version.
    static let version: JSONValue = "https://json-schema.org/draft/2020-12/schema"

    /// An object with these properties and no others.
    static func object(
        _ properties: [(name: String, schema: JSONValue)], required: [String], _ description: String
    ) -> JSONValue {
        [
            "type": "object", "description": .text(description), "additionalProperties": false,
            "required": .list(required.map { .text($0) }),
            "properties": .object(Dictionary(properties, uniquingKeysWith: { first, _ in first })),
        ]
    }

    /// A text.
    static func text(_ description: String, pattern: String? = nil) -> JSONValue {
        var schema: [String: JSONValue] = ["type": "string", "description": .text(description)]
        if let pattern { schema["pattern"] = .text(pattern) }
        return .object(schema)
    }

    /// One of some words.
    static func words(_ words: [String], _ description: String) -> JSONValue {
        var seen: Set<String> = []
        let each = words.filter { seen.insert($0).inserted }
        return ["enum": .list(each.map { .text($0) }), "description": .text(description)]
    }

    /// A number of things, none or more.
    static func count(_ description: String, upTo most: Int? = nil) -> JSONValue {
        var schema: [String: JSONValue] = ["type": "integer", "minimum": 0, "description": .text(description)]
        if let most { schema["maximum"] = .number(most) }
        return .object(schema)
    }

    /// A day.
    static func day(_ description: String) -> JSONValue {
        text(description, pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    }

    /// A time of the clock on a day.
    static func time(_ description: String) -> JSONValue {
        text(description, pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$")
    }
}

internal import PraxisMarkdown

/// A node of JSON-LD, or a value in one.
enum LinkedData {
    case text(String)
    case number(Int)
    case list([LinkedData])
    /// A node of a schema.org type.
    case node(String, Properties)

    /// What a node says: each property once. Those that are `nil` are left out.
    struct Properties: ExpressibleByDictionaryLiteral {
        fileprivate var members: [(name: String, value: LinkedData)]

        init(dictionaryLiteral members: (String, LinkedData?)...) {
            self.members = members.compactMap { name, value in value.map { (name, $0) } }
        }

        static func + (left: Properties, right: Properties) -> Properties {
            var sum = left
            sum.members += right.members
            return sum
        }
    }

    /// Its JSON, keys in order, safe inside a script element. There is one on nearly every page, so it is written without
    /// the detour of an encoder.
    var json: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): Self.append(text, to: &bytes)
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .list(let list):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in list.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                item.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .node(let type, let properties):
            // `@` comes before every letter, and only `@context` before `@type`.
            var members = properties.members + [("@type", .text(type))]
            members.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.append(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// A string as RFC 8259 has it, with `<` escaped too and without mail addresses.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in MailAddresses.leftOut(of: text).utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "<"), 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

internal import FoundationEssentials

/// JSON for a value, with its keys in order, so that the same site gives the same bytes.
///
/// `<` is written as `\u003c`, so that the text may stand in a script element of a page. A value of ours always encodes.
func jsonBytes(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
        preconditionFailure("a value of ours that JSON cannot express: \(type(of: value))")
    }
    let bytes = [UInt8](data)
    let parts = bytes.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    return parts.count == 1 ? bytes : Array(parts.joined(separator: "\\u003c".utf8))
}

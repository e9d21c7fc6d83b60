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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count)
    for byte in data {
        if byte == UInt8(ascii: "<") { bytes.append(contentsOf: "\\u003c".utf8) } else { bytes.append(byte) }
    }
    return bytes
}

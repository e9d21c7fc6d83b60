/// Bytes that are the same for equal values and different for different values of one type, in no form that could be read
/// again.
enum CanonicalBytes {
    /// Linear in the size of the value.
    static func bytes(of value: some Encodable) -> [UInt8] {
        let sink = ByteSink()
        sink.add(value)
        return sink.bytes
    }
}

/// What is written before each part, so that no two values run into each other.
private enum Mark: UInt8 {
    case start, end, key, none, whole, number, text, truth
}

/// Collects the bytes of one value; its parts are written one after another, each whole before the next.
private final class ByteSink {
    private(set) var bytes: [UInt8] = []

    func add<Value: Encodable>(_ value: Value) {
        mark(.start)
        // Bytes are many, and an array of anything else may look like them when it is empty.
        if Value.self == [UInt8].self, let data = value as? [UInt8] {
            Varints.append(data.count, to: &bytes)
            bytes += data
        } else if let parts = value as? any Unordered {
            for part in parts.canonicalParts.sorted(by: { $0.lexicographicallyPrecedes($1) }) { bytes += part }
        } else {
            // Nothing here throws, and no type of ours does.
            do { try value.encode(to: ByteEncoder(sink: self)) } catch { preconditionFailure("\(error)") }
        }
        mark(.end)
    }

    func mark(_ mark: Mark) { bytes.append(mark.rawValue) }

    func add(text: String, as mark: Mark = .text) {
        self.mark(mark)
        var text = text
        text.withUTF8 { utf8 in
            Varints.append(utf8.count, to: &bytes)
            bytes += utf8
        }
    }

    func add(whole number: some BinaryInteger) {
        mark(.whole)
        Varints.appendSigned(Int(truncatingIfNeeded: number), to: &bytes)
    }

    func add(number: Double) {
        mark(.number)
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
        }
    }

    func add(truth: Bool) {
        mark(.truth)
        bytes.append(truth ? 1 : 0)
    }
}

/// A collection whose order says nothing.
private protocol Unordered {
    /// The bytes of each element, in any order.
    var canonicalParts: [[UInt8]] { get }
}

extension Set: Unordered where Element: Encodable {
    fileprivate var canonicalParts: [[UInt8]] { map { CanonicalBytes.bytes(of: $0) } }
}

extension Dictionary: Unordered where Key: Encodable, Value: Encodable {
    fileprivate var canonicalParts: [[UInt8]] {
        map { CanonicalBytes.bytes(of: $0.key) + CanonicalBytes.bytes(of: $0.value) }
    }
}

private struct ByteEncoder: Encoder {
    let sink: ByteSink

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(KeyedBytes<Key>(sink: sink))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { ListedBytes(sink: sink) }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleBytes(sink: sink) }
}

private struct KeyedBytes<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: ByteSink

    var codingPath: [any CodingKey] { [] }

    private func add(_ key: Key) { sink.add(text: key.stringValue, as: .key) }

    mutating func encodeNil(forKey key: Key) {
        add(key)
        sink.mark(.none)
    }

    mutating func encode(_ value: Bool, forKey key: Key) {
        add(key)
        sink.add(truth: value)
    }

    mutating func encode(_ value: String, forKey key: Key) {
        add(key)
        sink.add(text: value)
    }

    mutating func encode(_ value: Int, forKey key: Key) {
        add(key)
        sink.add(whole: value)
    }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) {
        add(key)
        sink.add(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        add(key)
        return KeyedEncodingContainer(KeyedBytes<Nested>(sink: sink))
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        add(key)
        return ListedBytes(sink: sink)
    }

    mutating func superEncoder() -> any Encoder { ByteEncoder(sink: sink) }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        add(key)
        return ByteEncoder(sink: sink)
    }
}

private struct ListedBytes: UnkeyedEncodingContainer {
    let sink: ByteSink
    private(set) var count = 0

    init(sink: ByteSink) {
        self.sink = sink
    }

    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() {
        count += 1
        sink.mark(.none)
    }

    mutating func encode<T: Encodable>(_ value: T) {
        count += 1
        sink.add(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        count += 1
        return KeyedEncodingContainer(KeyedBytes<Nested>(sink: sink))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        count += 1
        return ListedBytes(sink: sink)
    }

    mutating func superEncoder() -> any Encoder { ByteEncoder(sink: sink) }
}

/// Where every value of the standard library's own types ends up.
private struct SingleBytes: SingleValueEncodingContainer {
    let sink: ByteSink

    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { sink.mark(.none) }
    mutating func encode(_ value: Bool) { sink.add(truth: value) }
    mutating func encode(_ value: String) { sink.add(text: value) }
    mutating func encode(_ value: Double) { sink.add(number: value) }
    mutating func encode(_ value: Float) { sink.add(number: Double(value)) }
    mutating func encode(_ value: Int) { sink.add(whole: value) }
    mutating func encode(_ value: Int8) { sink.add(whole: value) }
    mutating func encode(_ value: Int16) { sink.add(whole: value) }
    mutating func encode(_ value: Int32) { sink.add(whole: value) }
    mutating func encode(_ value: Int64) { sink.add(whole: value) }
    mutating func encode(_ value: UInt) { sink.add(whole: value) }
    mutating func encode(_ value: UInt8) { sink.add(whole: value) }
    mutating func encode(_ value: UInt16) { sink.add(whole: value) }
    mutating func encode(_ value: UInt32) { sink.add(whole: value) }
    mutating func encode(_ value: UInt64) { sink.add(whole: value) }
    mutating func encode<T: Encodable>(_ value: T) { sink.add(value) }
}

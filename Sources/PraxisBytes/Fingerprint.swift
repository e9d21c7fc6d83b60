/// What tells a value from others that it may be compared with when it is gone, in another run of the program: a checksum of
/// all that the value encodes. Equal values have equal fingerprints; different values may have by chance alone.
///
/// What to take in is derived by the compiler, as equality is: a new property of a type is in its fingerprints at once. The
/// order of sets and dictionaries does not count.
package struct Fingerprint: Hashable, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// Sixteen digits.
    package var hexadecimal: String {
        let digits = String(rawValue, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Linear in the size of the value.
    package init(of value: some Encodable) {
        rawValue = StableHash.value(of: CanonicalBytes.bytes(of: value))
    }

    /// Of some bytes. Linear.
    package init(ofBytes bytes: [UInt8]) {
        rawValue = StableHash.value(of: bytes)
    }

    /// Of some bytes that somebody may have made up who does not know the secret. Linear.
    package init(ofBytes bytes: [UInt8], secret: UInt64) {
        var hash = StableHash(secret: secret)
        hash.combine(bytes)
        rawValue = hash.value
    }

    /// Of several things together, in their order.
    package init(combining fingerprints: [Fingerprint]) {
        self.init(
            ofBytes: fingerprints.flatMap { fingerprint in
                (0..<8).map { UInt8(truncatingIfNeeded: fingerprint.rawValue >> ($0 * 8)) }
            })
    }
}

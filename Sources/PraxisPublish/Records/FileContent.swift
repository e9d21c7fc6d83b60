/// What is in a file, as far as telling two versions apart goes: its SHA-256 (FIPS 180-4) and its size.
package struct FileContent: Hashable, Sendable {
    /// 64 hexadecimal digits.
    package let checksum: String
    /// Bytes.
    package let size: Int

    package init(checksum: String, size: Int) {
        self.checksum = checksum
        self.size = size
    }

    /// Linear.
    package init(of bytes: [UInt8]) {
        self.init(checksum: SHA256.checksum(of: bytes), size: bytes.count)
    }
}

import CArena

/// The bytes of a text at which something may begin that `SourceScan` looks for: see `praxis_notable_bytes`.
enum NotableBytes {
    private static let width = Int(praxis_notable_width)

    /// Visits each of them, and some that stand where a block begins or ends, in order.
    @inline(__always)
    static func forEach(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, visit: (Int) -> Void) {
        guard let base = bytes.baseAddress, bytes.count >= width else {
            return padded(bytes).withUnsafeBufferPointer { block in
                guard let base = block.baseAddress else { return }
                let bits = praxis_notable_bytes(base) & (1 << UInt64(bytes.count) - 1)
                visitBits(of: bits & .max << UInt64(start), at: 0, visit)
            }
        }
        var index = start
        while index < bytes.count {
            // The last block begins before the index.
            let block = min(index, bytes.count - width)
            let bits = praxis_notable_bytes(base + block) & .max << UInt64(index - block)
            visitBits(of: bits, at: block, visit)
            index = block + width
        }
    }

    @inline(__always)
    private static func visitBits(of word: UInt64, at block: Int, _ visit: (Int) -> Void) {
        var bits = word
        while bits != 0 {
            visit(block &+ bits.trailingZeroBitCount)
            bits &= bits &- 1
        }
    }

    private static func padded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        Array(bytes) + repeatElement(0, count: width - bytes.count)
    }
}

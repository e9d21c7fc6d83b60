internal import CZlib

/// Compression as browsers read it (RFC 1952), by zlib.
package enum Gzip {
    /// The compressed form of some bytes: the same for the same bytes, with no time, name or system in it. Linear.
    package static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        // 16 beyond the largest window asks for gzip's frame.
        let started = deflateInit2_(
            &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(started == Z_OK, "zlib refuses parameters of ours or has no memory: \(started)")
        defer { deflateEnd(&stream) }
        var header = gz_header()
        header.os = 255
        var input = bytes
        return withUnsafeMutablePointer(to: &header) { header in
            // zlib keeps the pointer until the header is written, which is within this closure.
            deflateSetHeader(&stream, header)
            let bound = Int(deflateBound(&stream, UInt(input.count)))
            return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                input.withUnsafeMutableBufferPointer { input in
                    stream.next_in = input.baseAddress
                    stream.avail_in = UInt32(input.count)
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(bound)
                    let ended = deflate(&stream, Z_FINISH)
                    precondition(ended == Z_STREAM_END, "zlib's own bound is too small: \(ended)")
                }
                count = bound - Int(stream.avail_out)
            }
        }
    }

    /// The compressed twin of a file; `nil` for what is too small or saves nothing.
    package static func twin(of bytes: [UInt8]) -> [UInt8]? {
        guard (smallest...largest).contains(bytes.count) else { return nil }
        let twin = compressed(bytes)
        return twin.count < bytes.count ? twin : nil
    }

    /// Below this, what is sent around a file is more than what is saved.
    static let smallest = 1_024
    /// No text of a site is larger; zlib counts in 32 bits.
    static let largest = 1 << 30
}

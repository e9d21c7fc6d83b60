extension [String] {
    /// The texts one after another, each with a byte behind it, as programs take lists of paths.
    func joined(eachWith end: UInt8) -> [UInt8] {
        reduce(into: []) { bytes, path in
            bytes += path.utf8
            bytes.append(end)
        }
    }
}

/// Turns the lines and columns that libcmark counts into bytes of the file.
struct LineMap {
    /// Where the first column of each line is; below 0 where a made-up line begins with more than the file's has.
    let starts: [Int32]
    /// Where the text ends.
    let end: Int

    /// The bytes from one place up to and with another; lines and columns from 1.
    func range(_ startLine: Int32, _ startColumn: Int32, _ endLine: Int32, _ endColumn: Int32) -> Range<UInt32> {
        let start = min(max(0, offset(startLine, startColumn)), end)
        let stop = min(max(start, offset(endLine, endColumn) + 1), end)
        return UInt32(start)..<UInt32(stop)
    }

    private func offset(_ line: Int32, _ column: Int32) -> Int {
        let index = Int(line) - 1
        guard index >= 0, index < starts.count else { return index < 0 ? 0 : end }
        return Int(starts[index]) + Int(column) - 1
    }
}

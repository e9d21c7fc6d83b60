/// Whole numbers in few steps: exact below 32, then eight steps an octave, so that small changes of large numbers change
/// nothing in an index. The client's `valueOf` is the same.
enum Scale {
    /// The step that a number is on, at most 120 for 16 bits.
    static func step(of number: Int) -> UInt8 {
        guard number >= 32 else { return UInt8(max(0, number)) }
        let octave = Int.bitWidth - 1 - number.leadingZeroBitCount
        return UInt8(min(255, 32 + (octave - 5) * 8 + (number >> (octave - 3) & 7)))
    }

    /// The binary logarithm of a number, rounded down; of 0 that of 1.
    static func octave(of number: Int) -> Int {
        Int.bitWidth - 1 - max(1, number).leadingZeroBitCount
    }

    /// The half octave that a number is in: twice its binary logarithm, rounded down to whole and half octaves.
    static func halfOctave(of number: Int) -> Int {
        let octave = octave(of: number)
        return octave * 2 + (max(1, number) * 2 >= 3 << octave ? 1 : 0)
    }

    /// About the middle of a half octave.
    static func length(of halfOctave: Int) -> Int {
        ((halfOctave % 2 == 0 ? 5 : 7) << (halfOctave / 2)) / 4
    }

    /// The least number on a step.
    static func value(of step: Int) -> Int {
        guard step >= 32 else { return step }
        return (8 + (step - 32) % 8) << ((step - 32) / 8 + 2)
    }
}

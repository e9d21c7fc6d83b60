/// How likely bits are, learned from those that came before. The client's `Bits` is the same.
struct BitModels: ~Copyable {
    /// By model the chance of a zero in 65536ths, and in the low byte how many bits it has seen, up to a limit.
    ///
    /// Every bit of an index is a look at one of these, so they are the models' own memory and no array, which would ask
    /// each time whether it is shared. Nobody but `code` sees it.
    private let states: UnsafeMutableBufferPointer<UInt32>

    /// So many bits count for the speed of learning; after them it stays as it is.
    private static let mostSeen: UInt32 = 30

    /// How far a bit moves a chance, in 32768ths, after so many others: as far as if all counted alike.
    @inline(__always)
    private static func rate(after seen: UInt32) -> UInt32 { 65536 / (2 * seen + 3) }

    init(count: Int) {
        states = .allocate(capacity: count)
        states.initialize(repeating: 32768 << 8)
    }

    deinit { states.deallocate() }

    var count: Int { states.count }

    /// - Parameter model: Below `count`, which is not looked at again for each bit.
    @inline(__always)
    mutating func code(_ bit: Int, at model: Int, with coder: inout some BitCoder) -> Int {
        assert(states.indices.contains(model))
        let state = states[model]
        let chance = state >> 8
        let seen = state & 0xFF
        let bit = coder.code(bit, chance: chance)
        // Most models have long seen enough, and a division takes longer than all the rest.
        let rate = seen == Self.mostSeen ? Self.rate(after: Self.mostSeen) : Self.rate(after: seen)
        let moved =
            bit == 0 ? chance &+ ((65536 &- chance) &* rate) >> 15 : chance &- (chance &* rate) >> 15
        states[model] = moved << 8 | min(seen + 1, Self.mostSeen)
        return bit
    }
}

/// How likely numbers are, by context: first how many bits they have, then the bits, the highest first. (Elias's gamma code,
/// with models.) The client's `Numbers` is the same.
struct NumberModels: ~Copyable {
    private var models: BitModels

    /// So many of the highest bits are learned; the others are as likely 0 as 1.
    private static let depth = 4
    /// The most bits of a number and 1.
    private static let mostOctaves = 31
    /// The largest number that can be written.
    static let most = 1 << mostOctaves - 2

    init(contexts: Int = 1) {
        models = BitModels(count: contexts << (5 + Self.depth))
    }

    /// - Parameter number: 0 to `most`.
    mutating func code(_ number: Int, context: Int = 0, with coder: inout some BitCoder) -> Int {
        // A context has 32 octaves of 16 models: one for the octave, and 15 for the bits, since no more than four are learned.
        precondition(context >= 0 && (context + 1) << (5 + Self.depth) <= models.count)
        let value = number + 1
        let wanted = Int.bitWidth - 1 - value.leadingZeroBitCount
        var model = context << (5 + Self.depth)
        var octave = 0
        while octave < Self.mostOctaves, models.code(octave < wanted ? 1 : 0, at: model, with: &coder) == 1 {
            octave += 1
            model += 1 << Self.depth
        }
        var result = 1
        var place = octave - 1
        while place >= 0 {
            let bit = value >> place & 1
            let coded =
                result < 1 << Self.depth
                ? models.code(bit, at: model + result, with: &coder) : coder.code(bit, chance: 32768)
            result = result << 1 | coded
            place -= 1
        }
        return result - 1
    }
}

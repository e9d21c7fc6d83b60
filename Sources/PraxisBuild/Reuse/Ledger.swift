/// What an earlier build made, each thing under its key, for a later build to take over.
struct Ledger<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let keys: [Key]
    let values: [Value]

    /// - Parameters:
    ///   - keys: Each once.
    ///   - values: As many, in the order of the keys.
    init(_ keys: [Key], _ values: [Value]) {
        precondition(keys.count == values.count)
        self.keys = keys
        self.values = values
    }

    /// With nothing in it.
    static var empty: Ledger { Ledger([], []) }

    /// What can be taken over of it, for each of some keys, in their order.
    ///
    /// Linear. Most builds ask with the keys of the one before, and then nothing is looked up.
    ///
    /// - Parameter keep: Says what becomes of a thing, given the place of its key; `nil` where it has to be made again.
    func kept(for wanted: [Key], _ keep: (Value, Int) -> Value?) -> [Value?] {
        if wanted == keys { return values.indices.map { keep(values[$0], $0) } }
        let places = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
        return wanted.indices.map { place in places[wanted[place]].flatMap { keep(values[$0], place) } }
    }
}

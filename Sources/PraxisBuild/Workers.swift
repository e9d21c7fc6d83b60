/// So many threads' worth of work at a time, with results in the order of their inputs.
struct Workers: Sendable {
    /// At least 1.
    let count: Int

    init(_ count: Int) {
        self.count = max(1, count)
    }

    /// Applies a function to every element, in slices small enough that no worker waits long for another.
    func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ transform: @escaping @Sendable (Input) throws -> Output
    ) async throws -> [Output] {
        guard count > 1, inputs.count > 1 else { return try inputs.map(transform) }
        let slice = max(1, inputs.count / (count * 16))
        let starts = Array(stride(from: 0, to: inputs.count, by: slice))
        var results = [[Output]?](repeating: nil, count: starts.count)
        try await withThrowingTaskGroup(of: (Int, [Output]).self) { group in
            var next = 0
            func startNext() {
                guard next < starts.count else { return }
                let index = next
                next += 1
                let range = starts[index]..<min(starts[index] + slice, inputs.count)
                group.addTask { (index, try inputs[range].map(transform)) }
            }
            for _ in 0..<count { startNext() }
            while let (index, outputs) = try await group.next() {
                results[index] = outputs
                startNext()
            }
        }
        return results.flatMap { $0 ?? [] }
    }

    /// The same for a function that cannot fail.
    func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output
    ) async -> [Output] {
        let throwing: @Sendable (Input) throws -> Output = transform
        do { return try await map(inputs, throwing) } catch { preconditionFailure("nothing here throws: \(error)") }
    }

    /// What is known, with a function's results in the places of what is not.
    func filling<Output: Sendable>(
        _ known: [Output?], _ make: @escaping @Sendable (Int) throws -> Output
    ) async throws -> [Output] {
        let made = try await map(known.indices.filter { known[$0] == nil }, make)
        var next = made.makeIterator()
        return known.compactMap { $0 ?? next.next() }
    }

    /// The same for a function that cannot fail.
    func filling<Output: Sendable>(
        _ known: [Output?], _ make: @escaping @Sendable (Int) -> Output
    ) async -> [Output] {
        let made = await map(known.indices.filter { known[$0] == nil }, make)
        var next = made.makeIterator()
        return known.compactMap { $0 ?? next.next() }
    }
}

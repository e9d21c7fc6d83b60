import Foundation
import Synchronization

/// Several threads that run one body, each with its number.
final class Threads: Sendable {
    private let done = DispatchGroup()
    private let failure = Mutex<(any Error)?>(nil)

    init(count: Int, _ body: @escaping @Sendable (Int) throws -> Void) {
        for number in 0..<count {
            DispatchQueue.global().async(group: done) {
                do { try body(number) } catch { self.failure.withLock { $0 = error } }
            }
        }
    }

    /// Waits for all of them; throws what one of them threw.
    func wait() throws {
        done.wait()
        if let error = failure.withLock({ $0 }) { throw error }
    }
}

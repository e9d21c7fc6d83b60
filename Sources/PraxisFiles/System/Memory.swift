import CMemory

/// The memory that the program holds.
package enum Memory {
    /// Gives what is free back to the system, for a program that goes on after a burst of work. Linear in what is free.
    package static func giveBack() { praxis_give_memory_back() }

    /// The most bytes that the process may ask for, as `ulimit -v` sets it; `nil` without a limit.
    package static var limit: UInt64? {
        let limit = praxis_memory_limit()
        return limit == .max ? nil : limit
    }

    /// Has the process say a message, and exit with a code, when it is ended because of what it did. There is no other way to
    /// say anything once there is no memory left.
    package static func sayWhenEnded(_ message: String, exitCode: Int32) { praxis_say_when_ended(message, exitCode) }
}

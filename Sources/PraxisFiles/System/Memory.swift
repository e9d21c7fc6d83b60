import CMalloc

/// The memory that the program holds.
package enum Memory {
    /// Gives what is free back to the system, for a program that goes on after a burst of work. Linear in what is free.
    package static func giveBack() { praxis_give_memory_back() }
}

package import Testing

extension Trait where Self == TimeLimitTrait {
    /// For tests that wait for another thread: one that would wait for ever fails instead, so that all others are still
    /// reported. It says nothing about speed, and lies far above what a machine that is busy with other work needs.
    package static var doesNotWaitForEver: Self { .timeLimit(.minutes(30)) }
}

internal import PraxisFuzzing

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What is fed, by the name in `PRAXIS_FUZZ`.
private let target: FuzzTarget = {
    let name = getenv("PRAXIS_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("PRAXIS_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
}()

/// What libFuzzer calls with each input that it thinks of. It is told of a complaint by a trap, upon which it keeps the
/// input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let complaints = target.complaints(about: Array(UnsafeBufferPointer(start: bytes, count: count)))
    if !complaints.isEmpty { fatalError("\(complaints)") }
    return 0
}

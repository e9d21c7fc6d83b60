internal import PraxisBytes

/// What is known of many files, in one number: the same for the same files in any order.
struct StampSum {
    private let secret: UInt64
    private var sum: UInt64 = 0
    private var bytes: [UInt8] = []

    /// - Parameter secret: What nobody knows who might want to make up other files of the same number.
    init(secret: UInt64) {
        self.secret = secret
    }

    var fingerprint: Fingerprint { Fingerprint(rawValue: sum) }

    /// Adds one thing: its path, and what there is to say of it. Linear in their length.
    mutating func add(_ path: some Sequence<UInt8>, _ say: (inout [UInt8]) -> Void) {
        bytes.removeAll(keepingCapacity: true)
        bytes += path
        // No path has this in it.
        bytes.append(0)
        say(&bytes)
        sum &+= Fingerprint(ofBytes: bytes, secret: secret).rawValue
    }

    /// Adds all that is in another sum.
    mutating func add(_ other: StampSum) { sum &+= other.sum }
}

extension FileStamp {
    /// Adds the stamp in a form that no other stamp has.
    func append(to bytes: inout [UInt8]) {
        for number in [
            UInt64(bitPattern: Int64(size)), UInt64(bitPattern: modified), UInt64(bitPattern: changed), number,
        ] {
            withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
        }
    }
}

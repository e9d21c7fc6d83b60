/// Which footnotes a text defines, and the numbers that they get in the order in which the text refers to them.
struct FootnoteNumbers {
    private var numbers: [[UInt8]: UInt16] = [:]
    private var isDefinedByLabel: Set<[UInt8]> = []
    /// The names of those that are referred to; the first has number 1.
    private(set) var labels: [[UInt8]] = []
    /// How often each is referred to.
    private(set) var references: [Int] = []

    init(labels: [[UInt8]]) {
        isDefinedByLabel = Set(labels.map(Self.folded))
    }

    /// Whether the text defines none.
    var isEmpty: Bool { isDefinedByLabel.isEmpty }

    /// Whether the text defines this one. The numbers end at 60,000.
    func isDefined(_ label: [UInt8]) -> Bool { labels.count < 60_000 && isDefinedByLabel.contains(Self.folded(label)) }

    /// Counts a reference: the footnote's number, and which reference to it this is, both from 1.
    mutating func refer(to label: [UInt8]) -> (number: UInt16, occurrence: Int) {
        let label = Self.folded(label)
        guard let number = numbers[label] else {
            labels.append(label)
            references.append(1)
            let number = UInt16(truncatingIfNeeded: labels.count)
            numbers[label] = number
            return (number, 1)
        }
        references[Int(number) - 1] += 1
        return (number, references[Int(number) - 1])
    }

    /// A name as it is compared: without regard to case.
    static func folded(_ label: [UInt8]) -> [UInt8] {
        if label.allSatisfy({ $0 < 0x80 }) { return label.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
        return Array(String(decoding: label, as: UTF8.self).lowercased().utf8)
    }
}

internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

extension FrontMatterText {
    /// A field that names something, and which of its values do.
    struct Naming {
        let field: YAMLNode.Field
        /// The values that name it, as positions in the field's list; of a single value, 0.
        let positions: [Int]
        /// How many values the field has.
        let count: Int

        var key: String { field.key.value }
        var isOnly: Bool { positions.count == count }
    }

    /// The fields in which some places stand.
    func namings(of uses: [ReferenceUse]) -> [Naming] {
        fields.compactMap { field in
            let values = Self.values(of: field.value)
            let positions = values.indices.filter { index in
                uses.contains { Self.holds(values[index], $0.range) }
            }
            return positions.isEmpty ? nil : Naming(field: field, positions: positions, count: values.count)
        }
    }

    /// The values of a list; a single one stands for a list of one.
    private static func values(of node: YAMLNode) -> [YAMLNode] {
        if case .sequence(let items) = node.content { items } else { [node] }
    }

    /// Whether a value is at a place, or is a record with such a value.
    private static func holds(_ node: YAMLNode, _ range: SourceRange) -> Bool {
        switch node.content {
        case .scalar: node.range == range
        case .mapping(let fields): fields.contains { $0.value.range == range }
        case .sequence, .unreadable: false
        }
    }

    /// Takes a field out, with its lines.
    mutating func remove(_ field: YAMLNode.Field) {
        let key = lines.bytes(of: field.key.range)
        let value = lines.bytes(of: field.value.range)
        changes.remove(lines.wholeLines(of: key.lowerBound..<max(key.upperBound, value.upperBound)))
    }

    /// Takes values out of a field; all of them, and the field goes with them.
    mutating func remove(_ naming: Naming) {
        guard !naming.isOnly, case .sequence(let items) = naming.field.value.content else {
            return remove(naming.field)
        }
        let ranges = items.map { lines.bytes(of: $0.range) }
        let isOnLine = bytes[lines.bytes(of: naming.field.value.range).lowerBound] == UInt8(ascii: "[")
        for position in naming.positions {
            guard isOnLine else {
                changes.remove(lines.wholeLines(of: ranges[position]))
                continue
            }
            let isFollowed = position + 1 < ranges.count
            let keptBefore = (0..<position).last { !naming.positions.contains($0) }
            let hasKeptAfter = (position..<ranges.count).contains { !naming.positions.contains($0) }
            if isFollowed, hasKeptAfter {
                changes.remove(ranges[position].lowerBound..<ranges[position + 1].lowerBound)
            } else if let keptBefore, position == (naming.positions.first { $0 > keptBefore } ?? position) {
                changes.remove(ranges[keptBefore].upperBound..<ranges[naming.count - 1].upperBound)
            }
        }
    }

    /// Writes a name behind the last of these values.
    mutating func add(_ name: String, behind naming: Naming) {
        let values = Self.values(of: naming.field.value)
        guard let position = naming.positions.last else { return }
        let range = lines.bytes(of: values[position].range)
        guard case .sequence = naming.field.value.content else {
            let written = PlainScalar.written(name, isInBrackets: true)
            changes.replace(range, with: "[\(text(range)), \(written)]")
            return
        }
        let isOnLine = bytes[lines.bytes(of: naming.field.value.range).lowerBound] == UInt8(ascii: "[")
        let written = PlainScalar.written(name, isInBrackets: isOnLine)
        guard !isOnLine else { return changes.replace(range.upperBound..<range.upperBound, with: ", \(written)") }
        let line = lines.wholeLines(of: range)
        changes.replace(
            line.upperBound..<line.upperBound,
            with: "\(text(line.lowerBound..<range.lowerBound))\(written)\(lines.lineEnd)")
    }

    /// Writes a name in the place of the first of these values, and takes the others out.
    mutating func replace(_ naming: Naming, with name: String) {
        let values = Self.values(of: naming.field.value)
        guard let first = naming.positions.first else { return }
        let range = lines.bytes(of: values[first].range)
        let isOnLine = bytes[lines.bytes(of: naming.field.value.range).lowerBound] == UInt8(ascii: "[")
        let rest = Naming(field: naming.field, positions: Array(naming.positions.dropFirst()), count: naming.count)
        if !rest.positions.isEmpty { remove(rest) }
        changes.replace(range, with: PlainScalar.written(name, isInBrackets: isOnLine))
    }
}

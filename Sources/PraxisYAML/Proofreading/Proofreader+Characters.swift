import PraxisDiagnostics

extension Proofreader {
    /// Replaces characters that YAML forbids or takes for line ends, and looks for values that are repeated.
    mutating func cleanCharacters() {
        let range = text.range
        let bytes = text.bytes
        var aliasCount = 0
        var firstAlias: Int?
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if 0x20..<0x7F ~= byte, byte != 0x2A, byte != 0x26 {
                offset += 1
                continue
            }
            if byte == 0x2A || byte == 0x26 {
                if let name = referenceName(at: offset) {
                    if byte == 0x2A {
                        aliases.insert(name)
                        aliasCount += 1
                        firstAlias = firstAlias ?? offset
                    } else {
                        anchors.insert(name)
                    }
                }
                offset += 1
            } else if let length = forbiddenLength(at: offset) {
                replaceForbidden(offset..<min(offset + length, range.upperBound))
                offset += length
            } else {
                offset += 1
            }
        }
        if !anchors.isEmpty, aliasCount > limits.aliases, let firstAlias {
            isRefused = true
            report(
                YAMLRules.tooManyAliases, at: firstAlias..<firstAlias + 1,
                "\(aliasCount) values are repeated with *name, and \(limits.aliases) may be",
                advice: "write the values out")
        }
    }

    /// The name behind `*` or `&`, where they stand at the beginning of a value.
    private func referenceName(at offset: Int) -> ArraySlice<UInt8>? {
        if offset > text.range.lowerBound {
            switch bytes[offset - 1] {
            case 0x20, 0x09, 0x0A, 0x0D, 0x5B, 0x7B, 0x2C, 0x3A, 0x2D, 0x3F, 0x5D, 0x7D, 0x22, 0x27: break
            default: return nil
            }
        }
        let name = bytes[(offset + 1)..<text.range.upperBound].prefix {
            ($0.isWordByte && $0 < 0x80) || $0 == 0x2D
        }
        return name.isEmpty ? nil : name
    }

    /// The length of a control character, or of one that libyaml takes for the end of a line.
    private func forbiddenLength(at offset: Int) -> Int? {
        func byte(_ distance: Int) -> UInt8 {
            offset + distance < text.range.upperBound ? bytes[offset + distance] : 0
        }
        switch bytes[offset] {
        case 0x09, 0x0A: return nil
        case 0x0D: return byte(1) == 0x0A ? nil : 1
        case 0x00..<0x20, 0x7F: return 1
        case 0xC2: return 0x80...0x9F ~= byte(1) ? 2 : nil
        case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : nil
        case 0xEF:
            if byte(1) == 0xBB, byte(2) == 0xBF { return 3 }
            return byte(1) == 0xBF && byte(2) >= 0xBE ? 3 : nil
        default: return nil
        }
    }

    private mutating func replaceForbidden(_ range: Range<Int>) {
        reportOnce(
            YAMLRules.invisibleCharacter, key: "control", at: range, "an invisible control character stands here",
            advice: "take it away; write the word before and after it anew")
        edits.replace(range, with: String(repeating: " ", count: range.count))
    }

    /// Takes a tab at the beginning of a line for two spaces.
    mutating func replaceTab(at offset: Int) {
        reportOnce(
            YAMLRules.tab, key: "tab", at: offset..<offset + 1, "a tab stands at the beginning of a line",
            advice: "begin lines with spaces, two for each step")
        edits.replace(offset..<offset + 1, with: "  ")
    }

    /// Takes tabs behind a hyphen for spaces.
    mutating func replaceTabs(in range: Range<Int>) {
        for offset in range where bytes[offset] == 0x09 {
            reportOnce(
                YAMLRules.tab, key: "tab after hyphen", at: offset..<offset + 1, "a tab stands behind a hyphen",
                advice: "write a space behind the hyphen")
            edits.replace(offset..<offset + 1, with: " ")
        }
    }

    /// Takes a no-break space, or another that YAML does not know, for a space.
    mutating func replaceSpecialSpace(_ range: Range<Int>) {
        reportOnce(
            YAMLRules.invisibleCharacter, key: "space", at: range,
            "this space is a special one that only looks like a space", advice: "type it anew with the space bar")
        edits.replace(range, with: " ")
    }
}

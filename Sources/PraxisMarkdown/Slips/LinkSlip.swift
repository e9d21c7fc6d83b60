/// Links and pictures that are none: for a space, for brackets the wrong way round, for a bracket that is missing.
enum LinkSlip {
    /// `[words] (address)`, `[words](address` and `[words](an address with spaces.pdf)`, from the `]` on.
    static func found(at close: Int, gap: Int, in block: inout SlipText) -> MarkdownSlip? {
        let start = close + gap + 2
        let line = block.text[block.line(from: start)]
        let word = line.prefix { $0 > 0x20 && $0 != UInt8(ascii: ")") }
        let next = word.endIndex < line.endIndex ? line[word.endIndex] : 0x0A
        if gap > 0 {
            guard next == UInt8(ascii: ")"), AddressText(bytes: word).isAddress, !isNumber(before: close, in: block)
            else { return nil }
            let between = block.text[close + 1] == 0x0A ? "a line ends" : "a space stands"
            return link(
                close..<word.endIndex + 1, address: word, in: &block,
                "\(between) between ] and (", "without anything between")
        }
        // With a parenthesis behind it, what has no space is a link already, or is left alone.
        guard next != UInt8(ascii: ")") else { return nil }
        if let end = line.firstIndex(of: UInt8(ascii: ")")), !line[..<end].contains(where: isBracketOrQuote) {
            let address = AddressText(bytes: line[..<end])
            guard address.hasBeginning || address.hasEnding else { return nil }
            let isOfMachine = address.isMailOrTelephone
            return link(
                close..<end + 1, address: isOfMachine ? line[..<end].filter { $0 != 0x20 }[...] : line[..<end],
                in: &block, "a space stands in this address",
                isOfMachine ? "without a space" : "with %20 for each space")
        }
        var address = word
        while let last = address.last, ".,;:!?".utf8.contains(last) { address.removeLast() }
        guard AddressText(bytes: address).isAddress || isPlaceInPage(address) else { return nil }
        return link(
            close..<address.endIndex, address: address, in: &block,
            "no ) ends this address", "with both brackets")
    }

    /// `[words][name]` and `![words][name]` of a name that no line gives an address, from the first `]` on.
    static func reference(at close: Int, in block: inout SlipText) -> MarkdownSlip? {
        let line = block.text[block.line(from: close + 2)]
        let name = line.prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "^") }
        guard name.endIndex < line.endIndex, line[name.endIndex] == UInt8(ascii: "]"),
            name.contains(where: { $0 > 0x20 }), let place = block.place(of: close..<name.endIndex + 1),
            let open = block.opening(of: place.lowerBound, UInt8(ascii: "["), UInt8(ascii: "]"))
        else { return nil }
        // Two letters make a word; what follows one is an index, and what follows brackets one of several.
        let words = block.words(open + 1..<place.lowerBound)
        let kind = Kind(of: open, in: block)
        let before = block.words(max(block.start, kind.start - 1)..<kind.start).utf8.last ?? 0x20
        let next = name.endIndex + 1 < line.endIndex ? line[name.endIndex + 1] : 0x20
        // A picture may have no words.
        guard words.unicodeScalars.count(where: \.properties.isAlphabetic) > (kind.isPicture ? -1 : 1),
            before <= 0x20 || before == UInt8(ascii: "("),
            next != UInt8(ascii: "["), next != UInt8(ascii: "(")
        else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        if kind.isPicture {
            return MarkdownSlip(
                rule: MarkdownSlip.link, range: kind.start..<place.upperBound,
                message: "nothing says where the picture [\(text)] is, so this is no picture",
                advice: "write ![\(words)](file), or add a line [\(text)]: file")
        }
        // Notes in brackets, one behind the other: `[sic][1]`, `[Smith 2003][Jones 2004]`.
        guard words.lowercased() != "sic", !(namesYear(words) && namesYear(text)) else { return nil }
        return MarkdownSlip(
            rule: MarkdownSlip.link, range: open..<place.upperBound,
            message: "nothing says where [\(text)] leads, so this is no link",
            advice: "write [\(words)](address), or add a line [\(text)]: address")
    }

    /// Whether a text names a source by its year: `Smith 2003`, `Smith, 2003b, p. 4`.
    private static func namesYear(_ text: String) -> Bool {
        text.split { !$0.isLetter && !$0.isNumber }.contains { word in
            let digits = word.prefix { "0"..."9" ~= $0 }
            return digits.count == 4 && word.dropFirst(4).allSatisfy("abcdef".contains) && word.count < 6
        }
    }

    /// `(words)[address]`, from the `)` on.
    static func reversed(at close: Int, in block: inout SlipText) -> MarkdownSlip? {
        let start = close + 2
        let address = block.text[block.line(from: start)].prefix { $0 > 0x20 && $0 != UInt8(ascii: "]") }
        guard address.endIndex < block.text.count, block.text[address.endIndex] == UInt8(ascii: "]"),
            AddressText(bytes: address).isAddress
        else { return nil }
        guard let place = block.place(of: close..<address.endIndex + 1),
            let open = block.opening(of: place.lowerBound, UInt8(ascii: "("), UInt8(ascii: ")"))
        else { return nil }
        let words = block.words(open + 1..<place.lowerBound)
        return MarkdownSlip(
            rule: MarkdownSlip.link, range: open..<place.upperBound,
            message: "the brackets of this link are the wrong way round",
            advice: "write [\(words)](\(String(decoding: address, as: UTF8.self)))")
    }

    /// `<https://an address with spaces>`, from the `<` on.
    static func address(at open: Int, in block: inout SlipText) -> MarkdownSlip? {
        let start = open + 1
        let line = block.text[block.line(from: start)]
        let word = line.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        guard AddressText(bytes: word).hasBeginning else { return nil }
        guard let close = line.firstIndex(of: UInt8(ascii: ">")) else {
            guard let place = block.place(of: open..<word.endIndex) else { return nil }
            return MarkdownSlip(
                rule: MarkdownSlip.link, range: place, message: "no > ends this address",
                advice: "write \(block.words(place))>")
        }
        guard close > word.endIndex, let place = block.place(of: open..<close + 1) else { return nil }
        return MarkdownSlip(
            rule: MarkdownSlip.link, range: place, message: "a space stands in this address, so it leads elsewhere",
            advice: "take it out, or write \(spelled(line[..<close], in: "<>"))")
    }

    /// What brackets were to be: with an exclamation mark before them a picture.
    private struct Kind {
        let isPicture: Bool
        /// Where it begins.
        let start: Int

        init(of open: Int, in block: SlipText) {
            isPicture = open > block.start && block.words(open - 1..<open) == "!"
            start = isPicture ? open - 1 : open
        }
    }

    /// A link whose words and `]` stand before a stretch of the text.
    private static func link(
        _ rest: Range<Int>, address: ArraySlice<UInt8>, in block: inout SlipText, _ message: String, _ how: String
    ) -> MarkdownSlip? {
        guard let place = block.place(of: rest),
            let open = block.opening(of: place.lowerBound, UInt8(ascii: "["), UInt8(ascii: "]"))
        else { return nil }
        let kind = Kind(of: open, in: block)
        let words = block.words(kind.start..<place.lowerBound + 1)
        return MarkdownSlip(
            rule: MarkdownSlip.link, range: kind.start..<place.upperBound,
            message: "\(message), so this is no \(kind.isPicture ? "picture" : "link")",
            advice: "write \(words)\(spelled(address, in: "()")), \(how)")
    }

    /// An address with its spaces written as addresses have them.
    private static func spelled(_ address: ArraySlice<UInt8>, in brackets: String) -> String {
        let text = String(decoding: address, as: UTF8.self).replacing(" ", with: "%20")
        return "\(brackets.prefix(1))\(text)\(brackets.suffix(1))"
    }

    /// Whether what the brackets hold is a number, as of a source that is listed elsewhere.
    private static func isNumber(before close: Int, in block: SlipText) -> Bool {
        let word = block.text[..<close].suffix(5)
        guard let open = word.lastIndex(of: UInt8(ascii: "[")) else { return false }
        return word[(open + 1)...].allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "^") }
    }

    /// `#a-heading`
    private static func isPlaceInPage(_ address: ArraySlice<UInt8>) -> Bool {
        guard address.first == UInt8(ascii: "#"), address.count > 2 else { return false }
        return address.dropFirst().allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }
    }

    /// Curly quotes begin with the last of these.
    private static func isBracketOrQuote(_ byte: UInt8) -> Bool { "([\"'<".utf8.contains(byte) || byte == 0xE2 }
}

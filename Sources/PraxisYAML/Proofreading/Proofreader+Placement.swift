import PraxisDiagnostics

extension Proofreader {
    /// Where a line belongs.
    enum Place {
        case item(indent: Int)
        case field(indent: Int, key: Range<Int>, colon: Int)
        /// A text on a line of its own, below the field or item that it is the value of.
        case value(parent: Int)
        /// It has been dealt with; the line to read next.
        case next(Int)
    }

    /// Finds the record or list that a line belongs to, and mends its indentation. `nil` where it belongs nowhere.
    mutating func place(_ line: Placed) -> Place? {
        var line = line
        if let level = levels.lastIndex(where: { $0.misplaced == line.indent && $0.isList == (line.kind == .item) }),
            !levels.contains(where: { $0.indent == line.indent })
        {
            move(&line, to: levels[level].indent)
        }
        guard let top = levels.last else { return placeFirst(line) }
        if line.indent > top.indent { return placeDeeper(line) }

        var closed: [Level] = []
        while let last = levels.last, last.indent > line.indent {
            closed.append(last)
            levels.removeLast()
        }
        if !closed.isEmpty { tail = .closed }
        guard let level = levels.last, level.indent == line.indent else {
            return placeBetween(line, closed: closed)
        }
        return placeEqual(line, level: level, closed: closed)
    }

    private mutating func placeFirst(_ line: Placed) -> Place? {
        switch line.kind {
        case .item: return .item(indent: line.indent)
        case .field(let key, let colon): return .field(indent: line.indent, key: key, colon: colon)
        case .text:
            guard let kind = mendedKind(of: line, allowsItems: true) else {
                report(
                    YAMLRules.notAField, at: line.start..<line.end, "this line is not a field",
                    advice: "write a field's name, a colon, a space and its value, such as title: …")
                return nil
            }
            return placeFirst(line.taken(as: kind))
        }
    }

    /// A line further right than the record or list it follows.
    private mutating func placeDeeper(_ line: Placed) -> Place? {
        let parent = levels.last?.indent ?? 0
        switch (tail, line.kind) {
        case (.pending, .item): return .item(indent: line.indent)
        case (.pending, .field(let key, let colon)):
            if !levels.isEmpty, isSentence(key),
                let whole = wholeText(from: line.start, line: line.index, parent: parent)
            {
                return .next(quoteForColon(at: colon, whole: whole, field: levels.last?.lastKey))
            }
            guard levels.count < limits.depth else {
                refuse(tooDeepAt: line.start)
                return nil
            }
            levels.append(Level(isList: false, indent: line.indent))
            return .field(indent: line.indent, key: key, colon: colon)
        case (.pending, .text):
            guard let kind = mendedKind(of: line, allowsItems: true) else { return .value(parent: parent) }
            return placeDeeper(line.taken(as: kind))
        case (.plain, .text): return .next(line.index + 1)
        case (.plain(let start, let first), .field(let key, let colon)) where isSentence(key):
            guard let whole = wholeText(from: start, line: first, parent: parent) else { return nil }
            return .next(quoteForColon(at: colon, whole: whole, field: levels.last?.lastKey))
        case (_, .item):
            if levels.last?.isList == true { return moveMisplaced(line, to: levels.count - 1) }
            return listAfterValue(line)
        case (_, .field):
            if levels.last?.isList == true {
                report(
                    YAMLRules.fieldAmongItems, at: line.start..<line.end,
                    "a field stands below a list item that is a text",
                    advice: "give the item's text a field of its own, such as - title: …, with this field below it")
                return nil
            }
            return moveMisplaced(line, to: levels.count - 1)
        case (_, .text):
            reportStray(line)
            return nil
        }
    }

    /// A line in the same column as a record or list that it can belong to.
    private mutating func placeEqual(_ line: Placed, level: Level, closed: [Level]) -> Place? {
        switch line.kind {
        case .item:
            if level.isList { return .item(indent: line.indent) }
            if tail == .pending { return .item(indent: line.indent) }
            if let list = closed.last, list.isList {
                levels.append(list)
                return moveMisplaced(line, to: levels.count - 1)
            }
            report(
                YAMLRules.listAmongFields, at: line.start..<line.end, "a list item stands among fields",
                advice: "put it below the field that it belongs to, or begin the line with the name of a field")
            return .next(skipItems(from: line))
        case .field(let key, let colon):
            if !level.isList { return .field(indent: line.indent, key: key, colon: colon) }
            if levels.count > 1, levels[levels.count - 2].indent == line.indent {
                levels.removeLast()
                return .field(indent: line.indent, key: key, colon: colon)
            }
            if let entry = closed.last, !entry.isList { return placeBesideItem(line, key: key, of: entry) }
            guard let record = levels.lastIndex(where: { !$0.isList }) else {
                report(
                    YAMLRules.fieldAmongItems, at: key, "the field \(name(of: key)) stands among list items",
                    advice: "take it out of the list")
                return nil
            }
            report(
                YAMLRules.fieldAmongItems, at: key, "the field \(name(of: key)) stands among list items",
                advice: record == 0
                    ? "begin it at the start of the line, like the other fields"
                    : "begin it below the field it belongs with")
            levels.removeSubrange((record + 1)...)
            levels[record].misplaced = line.indent
            var line = line
            move(&line, to: levels[record].indent)
            return .field(indent: levels[record].indent, key: key, colon: colon)
        case .text:
            guard let kind = mendedKind(of: line, allowsItems: tail == .pending || level.isList) else {
                return continueBelow(line)
            }
            return placeEqual(line.taken(as: kind), level: level, closed: closed)
        }
    }

    /// A field in the column of the hyphens above it, below an item that has fields: it is taken for one of these.
    private mutating func placeBesideItem(_ line: Placed, key: Range<Int>, of entry: Level) -> Place? {
        report(
            YAMLRules.indentation, at: key, "the field \(name(of: key)) begins where the hyphens of the list begin",
            advice:
                "if it belongs to the item above, begin it with \(entry.indent) spaces\(written(line, at: entry.indent)), "
                + "else at the start of the line")
        levels.append(entry)
        var line = line
        move(&line, to: entry.indent)
        guard case .field(let key, let colon) = line.kind else { return nil }
        return .field(indent: entry.indent, key: key, colon: colon)
    }

    /// A line in a column between two that are in use.
    private mutating func placeBetween(_ line: Placed, closed: [Level]) -> Place? {
        if line.kind == .text {
            reportStray(line)
            return nil
        }
        let wantsList = line.kind == .item
        guard let index = closed.lastIndex(where: { $0.isList == wantsList }) else {
            if let first = closed.last, levels.isEmpty {
                levels.append(first)
                return moveMisplaced(line, to: 0)
            }
            reportStray(line)
            return nil
        }
        levels.append(contentsOf: closed[index...].reversed())
        return moveMisplaced(line, to: levels.count - 1)
    }

    /// Puts a line into the column of a record or list, with a finding; later lines in the same wrong column follow
    /// without one.
    private mutating func moveMisplaced(_ line: Placed, to level: Int) -> Place? {
        guard case let target = levels[level], target.isList == (line.kind == .item) else {
            reportStray(line)
            return nil
        }
        let begin = text.lines[line.index].lowerBound
        let thing = target.isList ? "list item" : "field"
        let isRight = line.indent > target.indent
        // A tab there has been reported, and the rest follows from it.
        let hasTab = bytes[begin..<line.start].contains(0x09)
        if !hasTab {
            report(
                YAMLRules.indentation,
                at: isRight ? min(begin + target.indent, line.start)..<line.start : begin..<line.start,
                "this \(thing) begins \(isRight ? "further right" : "further left") than the \(thing)s it belongs with",
                advice: target.indent == 0
                    ? "take away the spaces before it\(written(line, at: 0))"
                    : "begin it with \(target.indent) \(target.indent == 1 ? "space" : "spaces"), like the others"
                        + written(line, at: target.indent))
        }
        levels[level].misplaced = line.indent
        var line = line
        move(&line, to: target.indent)
        switch line.kind {
        case .item: return .item(indent: target.indent)
        case .field(let key, let colon): return .field(indent: target.indent, key: key, colon: colon)
        case .text: return nil
        }
    }

    /// Text that is not indented though it goes on with the value above.
    private mutating func continueBelow(_ line: Placed) -> Place? {
        let field = levels.last?.lastKey
        let parent = levels.last?.indent ?? 0
        guard tail != .closed, tail != .nothing else {
            reportStray(line)
            return nil
        }
        report(
            YAMLRules.notAField, at: line.start..<line.end, "this line is neither a field nor indented",
            advice: "begin it with two spaces if it belongs to \(name(of: field)); "
                + "if it is a field of its own, put a colon behind that field's name")
        var next = line.index
        while next < text.lines.count {
            let range = text.lines[next]
            if next > line.index {
                guard !isBlankOrComment(next), text.indent(range) == line.indent,
                    kind(ofLineAt: range.lowerBound + line.indent, end: range.upperBound) == .text
                else { break }
            }
            edits.insert("  ", at: range.lowerBound)
            straightened[next] = line.indent + 2
            next += 1
        }
        return tail == .pending ? .value(parent: parent) : .next(next)
    }

    /// A list below a field that has a value on its line: that value becomes the first item.
    private mutating func listAfterValue(_ line: Placed) -> Place? {
        let field = levels.last?.lastKey
        report(
            YAMLRules.listAfterValue, at: line.start..<line.end,
            "this list item stands below \(name(of: field)), which has a value on its own line",
            advice: "move that value to a line of its own, as the first item",
            notes: field.map { [note("the value is here", at: $0)] } ?? [])
        guard case .plain(let start, _) = tail else { return nil }
        edits.insert("\n\(String(repeating: " ", count: line.indent))- ", at: start)
        return .item(indent: line.indent)
    }

    /// Moves on past list items that belong nowhere.
    private mutating func skipItems(from line: Placed) -> Int {
        var next = line.index
        repeat {
            next = skip(next, deeperThan: line.indent)
        } while next < text.lines.count && text.indent(text.lines[next]) == line.indent
            && kind(ofLineAt: text.lines[next].lowerBound + line.indent, end: text.lines[next].upperBound) == .item
        return next
    }

    /// A line as it is to be written, unless that is too long to be read in a finding.
    private func written(_ line: Placed, at indent: Int) -> String {
        guard line.end - line.start <= 60 else { return "" }
        return ": \"" + String(repeating: " ", count: indent) + text.text(line.start..<line.end) + "\""
    }

    private mutating func reportStray(_ line: Placed) {
        report(
            YAMLRules.notAField, at: line.start..<line.end, "this line belongs to no field",
            advice: "write a field's name, a colon and a space before it, or take it away")
    }

    private mutating func move(_ line: inout Placed, to indent: Int) {
        let begin = text.lines[line.index].lowerBound
        edits.removeEdits(in: begin..<line.start)
        edits.replace(begin..<line.start, with: String(repeating: " ", count: indent))
        line.indent = indent
    }
}

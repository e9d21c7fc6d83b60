internal import PraxisDiagnostics
internal import PraxisFiles

/// What Praxis put at a target, kept at the target itself, so that it fits what is there whoever publishes from where.
///
/// A text: a line with the version, a line with the state, then for each file `= checksum size path`, or
/// `? checksum size path` where a publication that has not ended may have put that there, or taken it away.
/// While a publication goes on there may be several such lines for one path.
package struct PublicationRecord: Equatable, Sendable {
    /// Its name in the folder that holds the site.
    package static let name = ".praxis-published"

    /// How far the publication got that wrote the record.
    package enum State: Equatable, Sendable {
        case complete
        /// Files are being sent. Every run has a mark of its own, so that two at a time notice each other.
        case underWay(mark: String)
    }

    package var state: State
    /// What is there for certain.
    package var certain: [String: FileContent]
    /// What may be there, for paths of which nothing is certain.
    package var possible: [String: Set<FileContent>]

    package init(
        state: State = .complete, certain: [String: FileContent] = [:], possible: [String: Set<FileContent>] = [:]
    ) {
        self.state = state
        self.certain = certain
        self.possible = possible
    }

    /// Every path that the record names.
    package var paths: Set<String> { Set(certain.keys).union(possible.keys) }

    /// The same, with nothing taken for certain.
    package var doubted: PublicationRecord {
        var record = self
        for (path, content) in certain { record.possible[path, default: []].insert(content) }
        record.certain = [:]
        return record
    }

    /// What is known where two publications went on at the same time: what both say, and anything that either says.
    func merged(with other: PublicationRecord) -> PublicationRecord {
        var merged = PublicationRecord(state: state)
        for path in paths.union(other.paths) {
            if let content = certain[path], other.certain[path] == content {
                merged.certain[path] = content
            } else {
                merged.possible[path] = contents(at: path).union(other.contents(at: path))
            }
        }
        return merged
    }

    private func contents(at path: String) -> Set<FileContent> {
        possible[path] ?? certain[path].map { [$0] } ?? []
    }
}

extension PublicationRecord {
    private static let head = "praxis published 1"
    private static let complete = "complete"
    private static let underWay = "under way "

    /// Reads a record; `nil` when it is not one, or names anything outside the folder.
    package init?(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        // The last line ends, so that a record of which the end is missing is none.
        guard lines.count >= 4, lines[0] == Self.head, lines[lines.count - 2] == "end", lines.last == "" else {
            return nil
        }
        if lines[1] == Self.complete {
            self.init(state: .complete)
        } else if lines[1].hasPrefix(Self.underWay) {
            self.init(state: .underWay(mark: String(lines[1].dropFirst(Self.underWay.count))))
        } else {
            return nil
        }
        for line in lines[2..<(lines.count - 2)] {
            let parts = line.split(separator: " ", maxSplits: 3)
            guard parts.count == 4, let size = Int(parts[2]), let path = try? OutputPath(String(parts[3])) else {
                return nil
            }
            let content = FileContent(checksum: String(parts[1]), size: size)
            switch parts[0] {
            case "=": certain[path.rawValue] = content
            case "?": possible[path.rawValue, default: []].insert(content)
            default: return nil
            }
        }
    }

    /// The record as it is kept: the same bytes for the same record.
    package var bytes: [UInt8] {
        var lines = [Self.head]
        switch state {
        case .complete: lines.append(Self.complete)
        case .underWay(let mark): lines.append(Self.underWay + mark)
        }
        for path in paths.sorted(by: { $0.precedesInBytes($1) }) {
            if let content = certain[path] { lines.append("= \(content.checksum) \(content.size) \(path)") }
            for content in (possible[path] ?? []).sorted(by: { $0.checksum < $1.checksum }) {
                lines.append("? \(content.checksum) \(content.size) \(path)")
            }
        }
        lines.append("end")
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// What is being done to an output folder, written down first, so that a build which is cut off can be finished.
struct Journal: Equatable {
    /// The two ways of bringing a site to its place.
    enum Plan: Equatable {
        /// The staged tree changes places with the output folder, whose number is this; then what Praxis did not write
        /// is moved back to it.
        case exchange(output: UInt64, keep: [String])
        /// Files are removed to make room, then installed from the stage, then removed.
        case update(clear: [String], install: [String], remove: [String])
    }

    /// The number of the work folder. A journal that came here with other files, out of version control, say, has
    /// another and is ignored.
    let work: UInt64
    let plan: Plan

    private static let head = "praxis journal 1"
    private static let end = "end"

    init(work: UInt64, plan: Plan) {
        self.work = work
        self.plan = plan
    }

    /// Reads a journal; `nil` when it is not one, is not whole, or names anything outside the folder.
    init?(_ bytes: [UInt8]) {
        var lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        guard lines.count >= 4, lines.first == Self.head, lines.last == Self.end else { return nil }
        guard let work = UInt64(lines[1]), let output = UInt64(lines[2]) else { return nil }
        lines.removeFirst(3)
        lines.removeLast()
        var paths: [Substring: [String]] = [:]
        for line in lines {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let path = Self.decoded(parts[1]), Self.staysInside(path) else { return nil }
            paths[parts[0], default: []].append(path)
        }
        self.work = work
        plan =
            output != 0
            ? .exchange(output: output, keep: paths["keep"] ?? [])
            : .update(clear: paths["clear"] ?? [], install: paths["install"] ?? [], remove: paths["remove"] ?? [])
    }

    /// The journal as it is kept: a head, the two numbers, a line for each path, an end.
    var bytes: [UInt8] {
        var lines = [Self.head, "\(work)"]
        switch plan {
        case .exchange(let output, let keep):
            lines.append("\(output)")
            lines += keep.map { "keep \(Self.encoded($0))" }
        case .update(let clear, let install, let remove):
            lines.append("0")
            lines += clear.map { "clear \(Self.encoded($0))" }
            lines += install.map { "install \(Self.encoded($0))" }
            lines += remove.map { "remove \(Self.encoded($0))" }
        }
        lines.append(Self.end)
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func staysInside(_ path: String) -> Bool {
        !path.isEmpty
            && path.split(separator: "/", omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
    }

    // Names that Praxis did not write may hold anything, line ends included.
    private static func encoded(_ path: String) -> String {
        guard path.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "%") }) else { return path }
        var text = ""
        for scalar in path.unicodeScalars {
            if scalar.value < 0x20 || scalar == "%" {
                let digits = String(scalar.value, radix: 16)
                text += "%" + (digits.count < 2 ? "0" : "") + digits
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func decoded(_ text: Substring) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes = [UInt8]()
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

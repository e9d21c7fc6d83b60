import PraxisDiagnostics

/// Where a file of the site that comes out is, relative to the output folder: `communities/agile/index.html`.
///
/// Every value is a path that stays in the folder and works on every system and host: no part is empty, `.` or `..`,
/// holds a character that nobody can see or a backslash, or is a device's name.
package struct OutputPath: Hashable, Sendable, CustomStringConvertible {
    /// The whole path, with `/` between its parts and none at its start.
    package let rawValue: String

    /// The path that a text says, or an error that names the part which cannot be.
    package init(_ text: String) throws(OutputError) {
        for part in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if let problem = PortableName.problem(in: Substring(part)), !problem.isTolerable {
                throw .invalidPath(text, part: String(Substring(part)), problem)
            }
        }
        guard text != Self.workFolder, !text.hasPrefix("\(Self.workFolder)/"), text != OutputManifest.name else {
            throw .reservedPath(text)
        }
        rawValue = text
    }

    /// The name of the folder, in the output folder or beside it, that only Praxis uses.
    static let workFolder = ".praxis"

    package var description: String { rawValue }

    /// What follows the last dot of the name, or nothing.
    package var pathExtension: Substring {
        let name = rawValue.utf8.lastIndex(of: UInt8(ascii: "/")).map { rawValue[$0...].dropFirst() } ?? rawValue[...]
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...]
    }

    /// The folders that a path is in, the innermost first.
    package static func folders(above path: String) -> some Sequence<String> {
        sequence(state: path[...]) { rest in
            guard let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
            rest = rest[..<slash]
            return String(rest)
        }
    }
}

extension OutputPath: Comparable {
    /// By bytes, so that no locale changes the order.
    package static func < (left: OutputPath, right: OutputPath) -> Bool {
        left.rawValue.precedesInBytes(right.rawValue)
    }
}

package import PraxisDiagnostics

/// Why the site cannot be written. Whatever it is, the output folder holds what it held before.
package enum OutputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A path that leads out of the folder or cannot be a name everywhere, and the part which is to blame.
    case invalidPath(String, part: String, PortableName.Problem)
    /// A path that Praxis keeps for itself.
    case reservedPath(String)
    /// Two outputs at one path, or at two that some systems cannot keep apart, or a file where another needs a folder.
    case taken(OutputPath, from: SourcePath?, by: String, whichIsFrom: SourcePath?)
    /// The output folder is not one that Praxis made: it holds this, and no list of what Praxis wrote.
    case notOurs(folder: String, holds: String)
    /// What is named as the output folder is a file.
    case notAFolder(String)
    /// Something that Praxis did not write is where a page has to go.
    case foreign(String, in: String, neededFor: OutputPath)
    /// Something in the output folder has a name that is not UTF-8.
    case unnamable(String, in: String)
    /// A file or folder cannot be made, written, moved or removed.
    case cannotWrite(String, SystemError)
    /// A file that is to be copied cannot be read.
    case cannotRead(FileError)
    /// What a build that was cut off left behind cannot be understood.
    case damagedJournal(String)
    /// Something was put into the output folder while the new site took its place, where a page is now.
    case leftBehind(String)

    /// What is the case and what to do, for a person at a terminal.
    package var description: String {
        switch self {
        case .invalidPath(let path, let part, let problem):
            "\"\(path)\" cannot be an address: \"\(part)\" \(problem.description); rename what it is made from"
        case .reservedPath(let path):
            "\"\(path)\" is a name that Praxis keeps for itself; rename what it is made from"
        case .taken(let path, let origin, let other, let otherOrigin):
            path.rawValue == other
                ? "\(Self.both(origin, otherOrigin)) the address \"\(path)\"; rename one of them"
                : "the addresses \"\(path)\"\(Self.made(origin)) and \"\(other)\"\(Self.made(otherOrigin)) cannot stand "
                    + "beside each other on every system; rename one of them"
        case .notOurs(let folder, let item):
            "\"\(folder)\" holds \"\(item)\" and was not made by Praxis, so nothing is written there; "
                + "name an empty or new folder with --output DIR"
        case .notAFolder(let path):
            "\"\(path)\" is a file, not a folder; name a folder with --output DIR"
        case .foreign(let item, let folder, let path):
            "\"\(folder)/\(item)\" was not written by Praxis and is where \"\(path)\" has to go; move or rename one of the two"
        case .unnamable(let item, let folder):
            "\"\(folder)\" holds \"\(item)\", whose name is not UTF-8, so it cannot be kept safely; rename or move it"
        case .cannotWrite(let path, let reason):
            "\"\(path)\" cannot be written: \(reason); the site that was there is unchanged"
        case .cannotRead(let error):
            error.description
        case .damagedJournal(let path):
            "\"\(path)\", left by a build that was cut off, is damaged; look at the folder that it is in, then remove it"
        case .leftBehind(let path):
            "\"\(path)\" was put into the output folder during the build, where a page is now; it is kept at that place"
        }
    }

    private static func both(_ one: SourcePath?, _ other: SourcePath?) -> String {
        guard let one, let other, one != other else { return "two outputs\(made(one ?? other)) have" }
        return "\(one) and \(other) both have"
    }

    private static func made(_ origin: SourcePath?) -> String {
        origin.map { " (from \($0))" } ?? ""
    }
}

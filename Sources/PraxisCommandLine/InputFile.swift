internal import Foundation

/// A file that a command is given to read, which is no part of a site; `-` is standard input.
struct InputFile {
    let name: String

    init(_ name: String) { self.name = name }

    /// What to call it.
    var description: String { name == "-" ? "standard input" : name }

    /// What is in it.
    func bytes() throws -> [UInt8] {
        guard name != "-" else { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else {
            throw Failure.environment("there is no file \"\(name)\"")
        }
        guard !isFolder.boolValue else { throw Failure.environment("\"\(name)\" is a folder; name a file in it") }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw Failure.environment("\"\(name)\" cannot be read; give yourself permission to read it")
        }
        return Array(data)
    }
}

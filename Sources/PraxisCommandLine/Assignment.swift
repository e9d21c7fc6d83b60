internal import ArgumentParser

/// A name and a value in one argument, with an equals sign between them: `minutes=20`.
struct Assignment {
    let name: String
    let value: String

    /// Takes arguments apart.
    ///
    /// - Parameters:
    ///   - what: What one should be, with its article.
    ///   - example: One as somebody would write it.
    static func all(of arguments: [String], what: String, example: String) throws -> [Assignment] {
        try arguments.map { argument in
            let sides = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[0].isEmpty else {
                throw ValidationError("\"\(argument)\" is not \(what); write for example \(example)")
            }
            return Assignment(name: String(sides[0]), value: String(sides[1]))
        }
    }
}

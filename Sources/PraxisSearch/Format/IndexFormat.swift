internal import PraxisBytes

/// How pieces of an index stand in a file: each on a line, as a call of the client's.
///
/// So a browser can load them as scripts, which it does from a folder too, where it refuses to fetch.
enum IndexFormat {
    /// The folder of all files, below the site's root.
    static let folder = "search/index/"
    static let manifestName = "manifest.js"

    /// The name of a file with these contents, for a language: `en-0123456789ab.js`.
    static func name(of contents: StableHash, in language: String) -> String {
        "\(language.lowercased())-\(contents.hexadecimal).js"
    }

    /// What such names look like: a regular expression in what PCRE, RE2 and ECMAScript share.
    static let namePattern = "[a-z0-9-]+-[0-9a-f]{\(StableHash.digits)}\\.js"

    private static let start = Array("PraxisSearch.register(\"".utf8)
    private static let middle = Array("\",".utf8)
    private static let end = Array(");\n".utf8)

    /// Adds a piece's line.
    static func append(_ json: [UInt8], as name: String, to file: inout [UInt8]) {
        file += start
        file += Array(name.utf8)
        file += middle
        file += json
        file += end
    }

    /// The pieces of a file by name; `nil` if a line is something else.
    static func pieces(of file: [UInt8]) -> [String: ArraySlice<UInt8>]? {
        var pieces: [String: ArraySlice<UInt8>] = [:]
        for line in file.split(separator: UInt8(ascii: "\n")) {
            guard line.starts(with: start), line.suffix(2).elementsEqual(end.dropLast()) else { return nil }
            let call = line.dropFirst(start.count).dropLast(2)
            guard let quote = call.firstIndex(of: UInt8(ascii: "\"")), call[quote...].starts(with: middle) else {
                return nil
            }
            pieces[String(decoding: call[..<quote], as: UTF8.self)] = call[(quote + 2)...]
        }
        return pieces
    }
}

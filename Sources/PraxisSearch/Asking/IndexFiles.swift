internal import FoundationEssentials

/// The files of a built index, each read once.
final class IndexFiles {
    private let read: (String) throws -> [UInt8]
    private var loaded: [String: [String: ArraySlice<UInt8>]] = [:]
    private var decoded: [String: Any] = [:]

    /// - Parameter read: Gives the bytes of a file below the site's root.
    init(read: @escaping (String) throws -> [UInt8]) {
        self.read = read
    }

    /// One piece of a file, made ready once.
    ///
    /// - Throws: What `read` throws; `SearchIndexError.damaged` if the file has no such piece or it cannot be read.
    func piece<Data: Decodable, Value>(
        _ name: String, of file: String, as type: Data.Type, prepare: (Data) -> Value?
    ) throws -> Value {
        let key = "\(file) \(name)"
        if let value = decoded[key] as? Value { return value }
        if loaded[file] == nil {
            guard let pieces = IndexFormat.pieces(of: try read(IndexFormat.folder + file)) else {
                throw SearchIndexError.damaged(IndexFormat.folder + file)
            }
            loaded[file] = pieces
        }
        guard let json = loaded[file]?[name],
            let data = try? JSONDecoder().decode(Data.self, from: FoundationEssentials.Data(json)),
            let value = prepare(data)
        else { throw SearchIndexError.damaged(IndexFormat.folder + file) }
        decoded[key] = value
        return value
    }
}

/// Why an index cannot be asked.
package enum SearchIndexError: Error, Equatable, CustomStringConvertible {
    /// A file, below the site's root, is not there, or cannot be read.
    case missing(String)
    /// A file, below the site's root, does not hold what it should.
    case damaged(String)
    /// The index was built by another version of the program.
    case otherFormat

    package var description: String {
        switch self {
        case .missing(let file): "\(file) is not there"
        case .damaged(let file): "\(file) is damaged"
        case .otherFormat: "it was built by another version of Praxis"
        }
    }
}

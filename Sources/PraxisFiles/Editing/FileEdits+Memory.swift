import PraxisDiagnostics

extension FileEdits {
    /// Makes the changes to a site in memory, all or nothing.
    package func apply(to files: inout InMemoryFiles) throws(FileEditError) {
        var result = files
        for move in moves {
            let paths = result.paths.filter { $0 == move.from || $0.rawValue.hasPrefix("\(move.from)/") }
            guard !paths.isEmpty else { throw .missing(move.from) }
            guard !result.paths.contains(where: { $0 == move.to || $0.rawValue.hasPrefix("\(move.to)/") }) else {
                throw .exists(move.to)
            }
            for path in paths {
                guard let bytes = try? result.bytes(of: path, limit: .max) else { throw .link(path) }
                result[path.rawValue] = nil
                result.set(move.to.rawValue + path.rawValue.dropFirst(move.from.rawValue.count), to: bytes)
            }
        }
        for write in writes {
            let bytes = try? result.bytes(of: write.path, limit: .max)
            try write.check(against: bytes)
            result.set(write.path.rawValue, to: write.bytes(replacing: bytes))
        }
        for path in removals {
            guard result[path.rawValue] != nil else { throw .missing(path) }
            result[path.rawValue] = nil
        }
        files = result
    }
}

extension FileEdits.Write {
    /// Whether the file is as it was when the change was thought out.
    func check(against bytes: [UInt8]?) throws(FileEditError) {
        switch (old, bytes) {
        case (nil, nil): return
        case (nil, _?): throw .exists(path)
        case (_?, nil): throw .missing(path)
        case (let old?, let bytes?):
            guard bytes.dropFirst(TextEncoding.byteOrderMark(of: bytes)).elementsEqual(old) else {
                throw .changed(path)
            }
        }
    }

    /// The new bytes, behind the byte order mark that the file may begin with.
    func bytes(replacing bytes: [UInt8]?) -> [UInt8] {
        guard let bytes else { return new }
        return bytes.prefix(TextEncoding.byteOrderMark(of: bytes)) + new
    }
}

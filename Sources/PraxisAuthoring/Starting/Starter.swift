internal import PraxisDiagnostics
package import PraxisFiles
package import PraxisModel

/// The small complete site that `praxis init` makes. Its files are in the package's `Starter/` folder.
package enum Starter {
    /// Its files, with dates around a day.
    package static func edits(today: Day) -> FileEdits {
        FileEdits(
            writes: EmbeddedFiles.all.map { file in
                FileEdits.Write(
                    path: SourcePath(file.path), old: nil, new: DatePlaceholder.filled(in: file.bytes, today: today))
            })
    }

    /// Fails where something is in the way: a folder for a new site is empty, or not there yet. A `.git` in it is fine.
    package static func checkIsEmpty(_ files: DiskFiles) throws(AuthoringError) {
        let advice = "name a folder that is empty or not there yet"
        let names: [String]?
        do throws(FileError) {
            names = try files.names(in: SourcePath(""))
        } catch {
            if case .notAFile = error { throw AuthoringError("\"\(files.name)\" is a file", advice: advice) }
            throw AuthoringError("\"\(files.name)\" cannot be used: \(error)", advice: advice)
        }
        guard let first = names?.first(where: { $0 != ".git" }) else { return }
        if (try? files.names(in: Placement.contentFolder))?.contains("site.yaml") == true {
            throw AuthoringError(
                "\"\(files.name)\" holds a site already, in content/",
                advice: "go on with it: cd \"\(files.name)\" && praxis serve; for another site, \(advice)")
        }
        throw AuthoringError("\"\(files.name)\" is not empty: \(first) is in it", advice: advice)
    }
}

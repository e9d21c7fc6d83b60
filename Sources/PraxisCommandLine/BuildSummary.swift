internal import Foundation
internal import PraxisBuild
internal import PraxisFiles

/// What a build made, for programs.
struct BuildSummary: Codable {
    /// Of this form.
    var version = 1
    /// The folder, absolute.
    var output: String
    var pages: Int
    /// Those that were made anew.
    var newPages: Int
    /// All that the site now has.
    var files: Int
    /// Those that are new or differ from before.
    var written: Int
    /// Those that are as they were.
    var kept: Int
    /// Those that were there before and are no more.
    var removed: Int
    var errors: Int
    var advice: Int
    var seconds: Double

    init(of built: FolderBuild.Result, in folder: String) {
        output = folder
        pages = built.pageCount
        newPages = built.newPageCount
        files = built.summary.written + built.summary.kept
        written = built.summary.written
        kept = built.summary.kept
        removed = built.summary.removed
        errors = built.report.errors
        advice = built.report.advice
        let time = built.timings.total.components
        seconds = (Double(time.seconds) + Double(time.attoseconds) / 1e18).rounded(toPlaces: 3)
    }
}

/// The file that a summary is written into.
struct SummaryFile {
    private let path: String

    /// Takes an older summary away, which would pass for that of a build that fails. No other file is touched.
    init(at path: String) throws {
        self.path = path
        guard let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType else {
            return
        }
        guard kind == .typeRegular else {
            throw Failure.environment("\"\(path)\" is there already and is no file; name another with --summary")
        }
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            guard (try? JSONDecoder().decode(BuildSummary.self, from: data)) != nil else {
                throw Failure.environment(
                    "\"\(path)\" is there already and is no summary of a build; name another with --summary")
            }
            try FileManager.default.removeItem(atPath: path)
        } catch let error as Failure {
            throw error
        } catch {
            throw failure(error)
        }
    }

    func write(_ summary: BuildSummary) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            let data = try encoder.encode(summary) + Data("\n".utf8)
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: any Error) -> Failure {
        .environment("\"\(path)\" cannot be written: \(error.localizedDescription)")
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        let scale = pow(10, Double(places))
        return (self * scale).rounded() / scale
    }
}

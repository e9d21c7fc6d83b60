internal import Foundation
internal import PraxisBytes
package import PraxisDiagnostics
package import PraxisFiles
internal import PraxisModel

/// What a build leaves for one of the same files into the same folder: what tells whether anything has changed since, and what
/// is said of a site that has not.
///
/// It says of certain files and a certain output that the one comes of the other, which stays true whatever happens to both.
package struct FinishedBuild: Equatable, Sendable {
    /// Of the site's files, and of all besides them that may set what comes out.
    let inputs: Fingerprint
    /// The newest commit; `nil` of a site whose pages do not say when they changed.
    let commit: String?
    let output: OutputState
    package let pageCount: Int
    /// Whether site.yaml gives the site's address.
    package let hasAddress: Bool
    /// As the site's settings have them, sorted. None is an error.
    package let findings: [Finding]

    /// The files that the build left.
    package var fileCount: Int { output.count }
}

extension Build {
    /// What is to be left of a build that has ended; `nil` where a later one could not be sure that nothing has changed.
    ///
    /// - Parameter output: What the output folder was like before anybody else could build there.
    package func finished(_ source: Renderable, _ rendered: Rendered, output: OutputState?) -> FinishedBuild? {
        guard let output, let state = source.tree.state, state.isSettled, let inputs = inputs(of: state) else {
            return nil
        }
        // Without a commit, only git could say whether there is still nothing to say.
        if let history = source.history, history.tip == nil { return nil }
        return FinishedBuild(
            inputs: inputs, commit: source.history?.tip, output: output, pageCount: rendered.pageCount,
            hasAddress: source.site.settings.url != nil, findings: source.findings)
    }

    /// Whether a build now would come out as one that has ended, file for file, and find what that found: how long it took to
    /// see that; `nil` where anything may be different.
    ///
    /// Nothing is written, and no file is read but for the few that had been written just before that build ended.
    ///
    /// - Parameter folder: The output folder.
    package func stillHolds(
        _ finished: FinishedBuild, of siteFiles: any SiteFiles, in folder: String
    ) async -> Timings? {
        var timings = Timings()
        guard let state = try? SiteState(of: siteFiles), inputs(of: state) == finished.inputs else { return nil }
        if let commit = finished.commit, await siteFiles.newestCommit() != commit { return nil }
        timings.mark("compare content")
        guard await finished.output.holds(in: folder, threads: options.threads) else { return nil }
        timings.mark("compare output")
        return timings
    }

    /// `nil` where the program cannot tell what it is.
    private func inputs(of state: SiteState) -> Fingerprint? {
        RunningProgram.fingerprint.map { program in
            Fingerprint(combining: [program, RunningProgram.surroundings, options.fingerprint, state.fingerprint])
        }
    }
}

extension RunningProgram {
    /// Of what the system may answer differently another time: as whom the program reads files, and when the rules of time zones
    /// were last exchanged.
    fileprivate static var surroundings: Fingerprint {
        let zones = ProcessInfo.processInfo.environment["TZDIR"] ?? "/usr/share/zoneinfo"
        let exchanged =
            (try? FileManager.default.attributesOfItem(atPath: zones))?[.modificationDate] as? Date
        return Fingerprint(combining: [
            Fingerprint(of: ProcessInfo.processInfo.userName), Fingerprint(of: zones),
            Fingerprint(of: exchanged?.timeIntervalSince1970 ?? 0),
        ])
    }
}

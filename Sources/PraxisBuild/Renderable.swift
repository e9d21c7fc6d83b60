package import PraxisDiagnostics
internal import PraxisFiles
package import PraxisModel
internal import PraxisTheme

extension Build {
    /// A site that can be rendered, with what was found in it, and no more of what was read than a build goes on to use: neither
    /// the front matter of files nor what a later reading could take over.
    package struct Renderable: Sendable {
        package let site: Site
        /// Everything found, sorted, with the severities that site.yaml gives.
        package let findings: [Finding]
        let timings: Timings
        let tree: ContentTree
        /// What version control said; `nil` where the site does not ask it.
        let history: HistoryReading?
        let loadedTheme: LoadedTheme
        /// The files beside pages that are on the site.
        let shownFiles: [AttachmentReading]

        var theme: Theme { loadedTheme.theme }

        /// Where each of these files goes, and from where.
        var shownFilePaths: [String: SourcePath] {
            Dictionary(
                shownFiles.map { ($0.attachment.route.outputPath, $0.entry.path) },
                uniquingKeysWith: { first, _ in first })
        }
    }
}

extension Build.Loaded {
    /// What rendering needs of it. Whoever lets go of the rest needs less memory.
    package var renderable: Build.Renderable {
        Build.Renderable(
            site: site, findings: findings, timings: timings, tree: tree, history: history, loadedTheme: loadedTheme,
            shownFiles: attachments.values.filter { fileUse.isShown($0.attachment) })
    }
}

internal import PraxisDiagnostics
internal import PraxisFiles
package import PraxisModel
internal import PraxisTheme

extension Build {
    /// A site that can be rendered, and no more of what was read than that takes: neither the files' texts nor what a later
    /// reading could take over.
    package struct Renderable: Sendable {
        package let site: Site
        let timings: Timings
        let tree: ContentTree
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
    /// What rendering needs of it. Whoever lets go of the rest builds with a quarter less memory.
    package var renderable: Build.Renderable {
        Build.Renderable(
            site: site, timings: timings, tree: tree, loadedTheme: loadedTheme,
            shownFiles: attachments.values.filter { fileUse.isShown($0.attachment) })
    }
}

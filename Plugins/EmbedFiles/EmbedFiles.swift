import Foundation
import PackagePlugin

/// Puts a folder of the package into the program, as a table of files by relative path: the themes for the target that
/// renders with them, the site that `praxis init` makes for the target that makes it.
///
/// The command lists the folders themselves among its inputs, so that a file that is added or taken away makes it run
/// again, and reads the folder anew each time.
@main
struct EmbedFiles: BuildToolPlugin {
    /// The folder at the top of the package that a target holds.
    private static let folders = ["PraxisTheme": "themes", "PraxisAuthoring": "Starter"]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let name = Self.folders[target.name] else {
            Diagnostics.error("EmbedFiles knows no folder for \(target.name)")
            return []
        }
        let folder = context.package.directoryURL.appending(path: name)
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(name)",
                executable: try context.tool(named: "praxis-embed").url,
                arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: Self.everything(in: folder),
                outputFiles: [output])
        ]
    }

    /// A folder, and all files and folders in it at any depth, sorted; nothing where there is no such folder.
    private static func everything(in folder: URL) -> [URL] {
        let keys: [URLResourceKey] = [.isDirectoryKey]
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys) else { return [] }
        let inside = walk.compactMap { $0 as? URL }
            .filter { !$0.lastPathComponent.hasPrefix(".") || $0.lastPathComponent == ".gitignore" }
        guard !inside.isEmpty else { return [] }
        return [folder] + inside.sorted { $0.path < $1.path }
    }
}

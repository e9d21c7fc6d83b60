import Foundation
import PackagePlugin

/// Puts the themes in the package's `themes/` folder into the program, as a table of files by relative path.
///
/// The command lists the folders themselves among its inputs, so that a file that is added or taken away makes it run
/// again, and reads the folder anew each time.
@main
struct EmbedThemes: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let themes = context.package.directoryURL.appending(path: "themes")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedThemeTable.swift")
        return [
            .buildCommand(
                displayName: "Embedding themes",
                executable: try context.tool(named: "praxis-embed").url,
                arguments: [themes.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: Self.everything(in: themes),
                outputFiles: [output])
        ]
    }

    /// A folder, and all files and folders in it at any depth, sorted; nothing where there is no such folder.
    private static func everything(in folder: URL) -> [URL] {
        let keys: [URLResourceKey] = [.isDirectoryKey]
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys) else { return [] }
        let inside = walk.compactMap { $0 as? URL }.filter { !$0.lastPathComponent.hasPrefix(".") }
        guard !inside.isEmpty else { return [] }
        return [folder] + inside.sorted { $0.path < $1.path }
    }
}

internal import Foundation

/// A folder of the system's temporary ones, gone with all in it when the last reference to it is.
package final class ScratchFolder: Sendable {
    /// Absolute.
    package let path: String

    package init() throws(SystemError) {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("praxis-\(UUID().uuidString)").path
        try Folder.make(path)
        try Folder.setPermissions(0o700, of: path)
    }

    deinit {
        try? Folder.removeAll(path)
    }

    /// Writes a new file into it.
    package func write(_ bytes: [UInt8], to name: String) throws(SystemError) {
        try FileDescriptor(creating: "\(path)/\(name)").write(bytes)
    }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Brings an output folder up to date file by file, where it cannot change places with another folder.
///
/// Each file changes in one step, all of them in many: a reader may see some new and some old pages meanwhile. Every
/// step can be taken again and taken back, so a build that is cut off is finished later, and one that fails is undone.
struct UpdateInPlace {
    let output: String
    let work: WorkFolder
    /// Files of the old site where the new one has a folder, or that are in a folder where it has a file.
    let clear: [String]
    /// Files in the stage that are new or differ, in the order in which they appear to readers.
    let install: [String]
    /// All other files of the old site that the new one has not.
    let remove: [String]

    /// Takes every step that has not been taken yet.
    func proceed() throws(SystemError) {
        for path in clear { try setAside(path) }
        removeEmptyFolders(of: clear)
        for path in install where Folder.holds("\(work.stage)/\(path)") {
            let place = "\(output)/\(path)"
            let spare = "\(work.undo)/\(path)"
            try refuseForeign(at: place)
            if !Folder.holds(spare), Folder.holds(place) {
                // A second name keeps the old file at hand without a moment in which none is there.
                do {
                    try Folder.makingFolder(of: spare) { () throws(SystemError) in try Folder.link(place, to: spare) }
                } catch {
                    try Folder.makingFolder(of: spare) { () throws(SystemError) in try Folder.move(place, to: spare) }
                }
            }
            try Folder.makingFolder(of: place) { () throws(SystemError) in
                try Folder.move("\(work.stage)/\(path)", to: place)
            }
        }
        for path in remove { try setAside(path) }
        removeEmptyFolders(of: remove)
    }

    /// Takes back every step that has been taken.
    func undo() throws(SystemError) {
        for path in install.reversed() where !Folder.holds("\(work.stage)/\(path)") {
            let place = "\(output)/\(path)"
            if Folder.holds("\(work.undo)/\(path)") {
                try Folder.move("\(work.undo)/\(path)", to: place)
            } else if Folder.holds(place) {
                try Folder.removeFile(place)
            }
        }
        removeEmptyFolders(of: install)
        for path in clear + remove where Folder.holds("\(work.undo)/\(path)") {
            let place = "\(output)/\(path)"
            try Folder.makingFolder(of: place) { () throws(SystemError) in
                try Folder.move("\(work.undo)/\(path)", to: place)
            }
        }
    }

    private func setAside(_ path: String) throws(SystemError) {
        let spare = "\(work.undo)/\(path)"
        guard !Folder.holds(spare), Folder.holds("\(output)/\(path)") else { return }
        try refuseForeign(at: "\(output)/\(path)")
        try Folder.makingFolder(of: spare) { () throws(SystemError) in
            try Folder.move("\(output)/\(path)", to: spare)
        }
    }

    /// Praxis writes plain files only: a folder or link that is where one was came there at the last moment.
    private func refuseForeign(at place: String) throws(SystemError) {
        if let status = try? FileStatus(of: place), status.kind != .file { throw SystemError(code: EEXIST) }
    }

    /// A folder that something is still in refuses to go, which is what is wanted.
    private func removeEmptyFolders(of paths: [String]) {
        for folder in OutputManifest(paths: paths).foldersInnermostFirst {
            try? Folder.removeEmpty("\(output)/\(folder)")
        }
    }
}

internal import PraxisFiles

/// Why a site cannot be published.
package struct PublishingFailure: Error, Equatable, Sendable {
    /// What is the case, for a sentence that begins with the target's name.
    package var message: String
    /// What to do.
    package var advice: String
    /// What the program said that was asked to do it.
    package var said: String

    package init(_ message: String, advice: String, said: String = "") {
        self.message = message
        self.advice = advice
        self.said = said
    }

    /// A program that does not start.
    init(_ error: ProgramError) {
        switch error {
        case .notInstalled(let name):
            self.init(
                "needs the program \(name), which is not installed on this machine",
                advice: "install \(name) and publish again, or publish to a folder")
        case .cannotRun(let name, let reason):
            self.init("needs the program \(name), which could not be run: \(reason)", advice: "see that it runs")
        }
    }

    init(noScratch error: SystemError) {
        self.init(
            "cannot be published to, since no temporary file can be made: \(error)",
            advice: "see that the folder for temporary files can be written and has room")
    }

    /// A record that nobody can read.
    package static let damagedRecord = PublishingFailure(
        "has a list \(PublicationRecord.name) that this version of Praxis cannot read",
        advice: "publish with the version that wrote it; if the list is damaged, delete it there and publish again, "
            + "and files of the site that are no longer in use stay")
}

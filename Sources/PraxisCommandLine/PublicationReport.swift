internal import Foundation
internal import PraxisModel
internal import PraxisPublish

/// Says what a publication would do, and did.
struct PublicationReport {
    let target: PublishingTarget
    /// The site's title.
    let title: String
    let isDryRun: Bool
    let console: Console

    /// How many names of each kind are shown.
    private static let mostNames = 10

    /// The plan, before anything is done.
    func show(_ prepared: Publication.Prepared) {
        let plan = prepared.plan
        if prepared.resumes {
            console.say("The last publication to \(target.name) did not get to its end; this one completes it.")
        }
        guard !plan.isEmpty || !plan.foreign.isEmpty else { return }
        console.print("\(isDryRun ? "Would publish" : "Publishing") to \(target.name) (\(target.place.inWords)):")
        list(plan.added, "to add")
        list(plan.changed, "to change")
        list(plan.deleted, "to delete")
        list(plan.foreign, "in the way, which Praxis did not put there")
        if !plan.kept.isEmpty {
            console.print(
                plan.kept.count == 1 ? "  1 file stays as it is" : "  \(plan.kept.count) files stay as they are")
        }
    }

    private func list(_ paths: [String], _ use: String) {
        guard !paths.isEmpty else { return }
        console.print("  \(Self.files(paths.count)) \(use)")
        // One name more is no longer than to say that there is one more.
        let shown = paths.count == Self.mostNames + 1 ? paths.count : Self.mostNames
        for path in paths.prefix(shown) { console.print("    \(path)") }
        if paths.count > shown { console.print("    … and \(paths.count - shown) more") }
    }

    /// What a dry run ends with.
    func showDryRun(_ plan: PublicationPlan) {
        if !plan.foreign.isEmpty {
            console.say("Nothing can be published until the files in the way are moved, or another place is named.")
        } else if plan.isEmpty {
            console.print("\(target.name) holds this site already; there is nothing to publish.")
        } else {
            console.say("Nothing was published: this was a dry run.")
        }
    }

    /// A step that begins.
    func show(_ step: PublicationStep) {
        switch step {
        case .send(let paths): console.say("Sending \(Self.files(paths.count)) …")
        case .delete(let paths): console.say("Deleting \(Self.files(paths.count)) …")
        }
    }

    /// The line that sums it up.
    func showEnd(_ plan: PublicationPlan, of site: SiteListing, after duration: Duration) {
        guard !plan.isEmpty else {
            return console.print("\(target.name) holds this site already; nothing was sent.")
        }
        let size = Self.size(bytes(sent: plan, of: site))
        console.print(
            "Published to \(target.name): \(plan.added.count) added, \(plan.changed.count) changed, "
                + "\(plan.deleted.count) deleted, \(plan.kept.count) as they were; \(size), \(duration.inSeconds)")
    }

    /// A failure in words, with what the program said that failed.
    func failure(_ failure: PublishingFailure) -> Failure {
        var text = "\(target.name) \(failure.message)\n  \(failure.advice)"
        let said = failure.said.split(separator: "\n").map { $0.filter { $0 != "\r" } }.filter { !$0.isEmpty }
        if !said.isEmpty {
            // The last lines say what went wrong; the first, at most, with what.
            let shown = said.suffix(12)
            text += "\n\n" + shown.map { "    \($0)" }.joined(separator: "\n") + "\n"
        }
        return .environment(text)
    }

    /// As data, on standard output.
    func printJSON(_ plan: PublicationPlan, of site: SiteListing) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let object = PublicationObject(
            target: target.name, published: !isDryRun, added: plan.added, changed: plan.changed, deleted: plan.deleted,
            inTheWay: plan.foreign, kept: plan.kept.count, bytes: bytes(sent: plan, of: site))
        console.write(String(decoding: try encoder.encode(object), as: UTF8.self) + "\n", .output)
    }

    private func bytes(sent plan: PublicationPlan, of site: SiteListing) -> Int {
        (plan.added + plan.changed).reduce(0) { $0 + (site.contents[$1]?.size ?? 0) }
    }

    private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }

    /// `1.2 MB`, `34 kB`
    private static func size(_ bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes) bytes" }
        if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}

private struct PublicationObject: Encodable {
    var target: String
    var published: Bool
    var added: [String]
    var changed: [String]
    var deleted: [String]
    var inTheWay: [String]
    var kept: Int
    var bytes: Int
}

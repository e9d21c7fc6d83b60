internal import PraxisDiagnostics
internal import PraxisFiles

/// One publication, from a built site to a host that holds it.
///
/// This is the whole flow: read what the host has, plan, write down what is about to happen, send what pages need, send
/// pages, send what names them, delete, write down what is there. Cut off at any point, the host holds a site that works,
/// and the next publication reads from the record what there may be and goes on from there.
package struct Publication: Sendable {
    let site: SiteListing
    let host: any PublishingHost
    /// The site's title.
    let title: String
    /// Whether to look at every file at the host instead of believing the record of it.
    let looksAtAll: Bool

    package init(of site: SiteListing, to host: any PublishingHost, title: String, looksAtAll: Bool = false) {
        self.site = site
        self.host = host
        self.title = title
        self.looksAtAll = looksAtAll
    }

    /// A plan with what it was made from.
    package struct Prepared: Sendable {
        package let plan: PublicationPlan
        /// What the host says it has; an empty record where it says nothing.
        let record: PublicationRecord
        let hasRecord: Bool

        /// Whether the last publication was cut off, or another goes on.
        package var resumes: Bool { record.state != .complete }
    }

    /// Looks at the host and works out what to do. Changes nothing.
    package func prepare() async throws(PublishingFailure) -> Prepared {
        let known = try await record()
        let record = (looksAtAll ? known?.doubted : known) ?? PublicationRecord()
        let unknown = PublicationPlan.unknown(in: site, to: record)
        let found = unknown.isEmpty ? [:] : try await host.find(unknown, of: site)
        let plan = PublicationPlan(of: site, record: record, found: found)
        return Prepared(plan: plan, record: known ?? PublicationRecord(), hasRecord: known != nil)
    }

    /// Carries out a plan; where somebody else was faster at a host that takes changes as a whole, a new one, once.
    ///
    /// - Parameter progress: Told of each step before it begins.
    /// - Returns: The plan that was carried out.
    package func carryOut(
        _ prepared: Prepared, progress: @Sendable (PublicationStep) -> Void = { _ in }
    ) async throws(PublishingFailure) -> PublicationPlan {
        try refuseForeign(prepared.plan)
        switch host {
        case let host as any AtomicHost:
            if try await apply(prepared, at: host) { return prepared.plan }
            let again = try await prepare()
            try refuseForeign(again.plan)
            if try await apply(again, at: host) { return again.plan }
            throw PublishingFailure(
                "is being changed by somebody else at this moment", advice: "wait a little, then publish again")
        case let host as any StepwiseHost:
            try await send(prepared, to: host, progress)
            return prepared.plan
        default:
            preconditionFailure("a host takes changes bit by bit or as a whole")
        }
    }

    /// The record that is true once the site is there.
    private var complete: PublicationRecord { PublicationRecord(certain: site.contents) }

    private func apply(_ prepared: Prepared, at host: any AtomicHost) async throws(PublishingFailure) -> Bool {
        if prepared.plan.isEmpty, prepared.hasRecord { return true }
        return try await host.apply(prepared.plan, of: site, record: complete, title: title)
    }

    private func send(
        _ prepared: Prepared, to host: any StepwiseHost, _ progress: @Sendable (PublicationStep) -> Void
    ) async throws(PublishingFailure) {
        if prepared.plan.isEmpty, prepared.record == complete { return }
        guard try await record() ?? PublicationRecord() == prepared.record else { throw Self.another }
        let mark = "\(UInt64.random(in: 0 ... .max))"
        let intent = prepared.plan.intent(for: site, after: prepared.record, mark: mark)
        try await write(intent, to: host)
        for step in prepared.plan.steps {
            progress(step)
            switch step {
            case .send(let paths): try await host.send(paths, from: site.folder)
            case .delete(let paths): try await host.delete(paths, emptying: site.foldersEmptied(by: paths))
            }
        }
        guard !site.hasChanged(at: prepared.plan.added + prepared.plan.changed) else {
            throw PublishingFailure(
                "may have got some files of another build, since the site was built again meanwhile",
                advice: "publish again")
        }
        let now = try await record()
        guard now == intent else {
            // Another publication writes as well. Whatever either did stays known.
            if let now { try await write(intent.merged(with: now), to: host) }
            throw Self.another
        }
        try await write(complete, to: host)
    }

    private func record() async throws(PublishingFailure) -> PublicationRecord? {
        guard let bytes = try await host.record() else { return nil }
        guard let record = PublicationRecord(bytes) else { throw .damagedRecord }
        return record
    }

    private func write(_ record: PublicationRecord, to host: any StepwiseHost) async throws(PublishingFailure) {
        let folder: ScratchFolder
        do {
            folder = try ScratchFolder()
            try folder.write(record.bytes, to: PublicationRecord.name)
        } catch {
            throw PublishingFailure(noScratch: error)
        }
        try await host.send([PublicationRecord.name], from: folder.path)
    }

    private func refuseForeign(_ plan: PublicationPlan) throws(PublishingFailure) {
        guard let first = plan.foreign.first else { return }
        let more = plan.foreign.count == 1 ? "" : " and \(plan.foreign.count - 1) more"
        throw PublishingFailure(
            "has files that Praxis did not put there, where pages have to go: \(first)\(more)",
            advice: "move them away, or publish to another place; nothing was changed")
    }

    private static let another = PublishingFailure(
        "is being published to by somebody else at the same time",
        advice: "wait until that has ended, then publish again")
}

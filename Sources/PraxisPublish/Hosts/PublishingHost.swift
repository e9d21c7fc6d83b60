/// A place that holds a site, as far as planning goes.
package protocol PublishingHost: Sendable {
    /// The record of what Praxis put there, or `nil` where there is none.
    func record() async throws(PublishingFailure) -> [UInt8]?

    /// What is where some files of a site are to go.
    func find(_ paths: [String], of site: SiteListing) async throws(PublishingFailure) -> [String: Found]
}

/// A place where files are put and deleted bit by bit. A reader may look at any time, and anything may be cut off.
package protocol StepwiseHost: PublishingHost {
    /// Puts files of a folder to the same paths, in any order, each of them in one step as far as the host can.
    func send(_ paths: [String], from folder: String) async throws(PublishingFailure)

    /// Takes files away, the first ones first where the host keeps an order. What is not there is fine.
    ///
    /// - Parameter folders: Folders of theirs in which the site has nothing any more, the innermost first; they go as well
    ///   unless somebody else has something in them.
    func delete(_ paths: [String], emptying folders: [String]) async throws(PublishingFailure)
}

/// A place that takes a whole change or nothing, as a branch of git does.
package protocol AtomicHost: PublishingHost {
    /// Makes a change with the record of it.
    ///
    /// - Returns: `false` where somebody else was faster, and a new plan is needed.
    func apply(_ plan: PublicationPlan, of site: SiteListing, record: PublicationRecord, title: String)
        async throws(PublishingFailure) -> Bool
}

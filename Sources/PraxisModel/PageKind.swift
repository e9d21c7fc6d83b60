/// What kind of thing a file under `content/` describes; the folder that it is in says so.
package enum PageKind: String, CaseIterable, Sendable, Hashable, Encodable {
    case home, page, topic, person, community, resource, path, event, post, question, guide, programme, session
    case opportunity

    /// The folder that holds such things inside a community, for the kinds that live there.
    package var communityFolder: String? {
        switch self {
        case .resource: "resources"
        case .path: "paths"
        case .event: "events"
        case .post: "posts"
        case .question: "questions"
        case .guide: "guides"
        default: nil
        }
    }

    /// The kinds that live in a folder of their own inside a community.
    package static let insideCommunities: [PageKind] = [.resource, .path, .event, .post, .question, .guide]
}

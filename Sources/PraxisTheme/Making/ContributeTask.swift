/// Something that a reader can do for the site, with the beginning of the file that it makes.
enum ContributeTask: String, CaseIterable, Sendable {
    case report, question, thanks, resource, story, lesson, event, profile, community

    /// How long it takes, roughly.
    enum Group: String, CaseIterable, Sendable {
        case small, share, yourself
    }

    var group: Group {
        switch self {
        case .report, .question, .thanks: .small
        case .resource, .story, .lesson, .event: .share
        case .profile, .community: .yourself
        }
    }

    var minutes: Int {
        switch self {
        case .report: 1
        case .thanks: 3
        case .question, .resource, .event: 5
        case .community: 10
        case .profile: 20
        case .story, .lesson: 30
        }
    }

    /// The folder of a community, or of the site, that the new file belongs in; `nil` where no file is made.
    func folder(community: String?) -> String? {
        func inside(_ folder: String) -> String { "content/communities/\(community ?? "COMMUNITY")/\(folder)" }
        return switch self {
        case .report: nil
        case .question: inside("questions")
        case .thanks, .story, .lesson: inside("posts")
        case .resource: inside("resources")
        case .event: inside("events")
        case .profile: "content/people"
        case .community: "content/communities/NAME"
        }
    }

    /// What the new file is called until somebody names it.
    var fileName: String {
        switch self {
        case .profile: "first-last.md"
        case .community: "index.md"
        default: "name-with-hyphens.md"
        }
    }

    /// What stands for the day on which somebody begins the file.
    ///
    /// The theme's script writes the reader's own day instead; without it, it says what to write there. The day of the
    /// build would be neither, and would change every page of a site every night.
    private static let day = "yyyy-mm-dd"

    /// The beginning of the new file: its required fields. Whether a profile is confirmed is for its person to say.
    var text: String {
        let day = Self.day
        return switch self {
        case .report: ""
        case .question: "---\ntitle: \nasked: \(day)\nasked_by: \n---\n\n"
        case .thanks: "---\ntitle: \nkind: thanks\nauthor: \nto: \ndate: \(day)\n---\n\n"
        case .resource:
            "---\ntitle: \nkind: article\nurl: https://\ncurator: \nwhy: >-\n  \nadded: \(day)\n---\n"
        case .story: "---\ntitle: \nkind: story\nauthor: \ndate: \(day)\n---\n\n"
        case .lesson: "---\ntitle: \nkind: lesson\nauthor: \ndate: \(day)\n---\n\n"
        case .event: "---\ntitle: \nstart: \(day) 09:00\nminutes: 60\nhost: \nonline: https://\n---\n\n"
        case .profile: "---\nname: \nrole: \nunit: \nconfirmed: \n---\n\n"
        case .community: "---\ntitle: \npurpose: \nfor: \nowners: \njoin: \n---\n\n"
        }
    }
}

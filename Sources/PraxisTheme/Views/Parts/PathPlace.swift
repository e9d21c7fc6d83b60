/// Where a page stands in a learning path.
struct PathPlace: View {
    var label: String
    var path: LinkView
    var text: String
    var previous: PathStepLink?
    var next: PathStepLink?

    static let contract = Contract<PathPlace>(
        "PathPlace", "Where a page stands in a learning path.",
        [
            .text("label", "A name for the links: *Learning path*, and its title.") { $0.label },
            .view("path", "The path.") { $0.path },
            .text("text", "Its place in words: *Step 2 of 6*.") { $0.text },
            .optional("previous", "The step before that one can open.") { $0.previous },
            .optional("next", "The step after that one can open.") { $0.next },
        ])
}

/// A step of a learning path, as a link.
struct PathStepLink: View {
    var link: LinkView
    var isExternal: Bool

    static let contract = Contract<PathStepLink>(
        "PathStepLink", "A step of a learning path, as a link.",
        Field.all(of: { $0.link }) + [.flag("external", "Whether it leads off the site.") { $0.isExternal }])
}

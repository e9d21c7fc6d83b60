package import PraxisDiagnostics

/// What reading one page may look at besides its file.
package struct ReadingContext: Sendable {
    package private(set) var catalogue: Catalogue
    package let settings: Settings
    /// The vocabulary, for references to topics.
    package let topics: Set<TopicID>
    /// Files beside pages, by path.
    package let attachments: [SourcePath: Attachment]
    package let today: Day
    /// What a page may have leave to break.
    package let rules: KnownRules

    package init(
        catalogue: Catalogue, settings: Settings, topics: Set<TopicID>, attachments: [SourcePath: Attachment],
        today: Day, rules: KnownRules = KnownRules()
    ) {
        self.catalogue = catalogue
        self.settings = settings
        self.topics = topics
        self.attachments = attachments
        self.today = today
        self.rules = rules
    }

    /// The same context on a catalogue with other names.
    package func renaming(_ catalogue: Catalogue) -> ReadingContext {
        var context = self
        context.catalogue = catalogue
        return context
    }

    /// The same context, which notes what is asked of its catalogue.
    package func noting(in log: CatalogueLog) -> ReadingContext {
        var context = self
        context.catalogue = catalogue.noting(in: log)
        return context
    }
}

/// Rules about what front matter refers to.
package enum ReferenceRules {
    package static let unknown = Rule("reference.unknown", .error, "A reference names something that there is.")
    package static let wrongKind = Rule(
        "reference.kind", .error, "A reference names something of the kind that belongs there.")
    package static let ambiguous = Rule("reference.ambiguous", .error, "A reference names one thing and not several.")
    package static let hidden = Rule(
        "reference.hidden", .advice, "A reference names something that is on the site today.")
    package static let repeated = Rule("reference.repeated", .advice, "A list names each thing once.")
    package static let mailAddress = Rule("person.mail", .error, "A person is named, and not by a mail address.")
    package static let noProfile = Rule("person.no-profile", .advice, "People who are named have a profile.")
    package static let topicUnknown = Rule("topic.unknown", .advice, "Topics are words of topics.yaml.")

    package static let all = [unknown, wrongKind, ambiguous, hidden, repeated, mailAddress, noProfile, topicUnknown]
}

internal import PraxisYAML

/// A stage of a community's life as the site calls it: a word, and what follows from it.
package struct Stage: Hashable, Sendable, Encodable {
    package let term: Term
    /// The usual stage that it is like.
    package let likeness: LifeStage

    /// A word that does not say what it is like means the usual stage of its name; any other means a community that is
    /// active, of which most is expected: a site's own words never switch a check off unsaid.
    package init(_ term: Term, like likeness: LifeStage? = nil) {
        self.term = term
        self.likeness = likeness ?? LifeStage(text: term.id) ?? .active
    }

    /// What authors write.
    package var id: String { term.id }

    /// Whether a community in it names its owners and does not rest on one of them alone.
    package var isActive: Bool { likeness == .active }

    /// Whether something new comes of a community in it.
    package var isAtWork: Bool { likeness.phase == .atWork }

    /// Whether a community in it comes to its end.
    package var isEnding: Bool { likeness.phase == .ending }
}

extension Settings {
    /// The stage of a community whose page names none: `active`, or what stands for it in the site's own words.
    package var usualStage: Stage {
        let active = stages.filter(\.isActive)
        return active.first { LifeStage(text: $0.id) == .active } ?? active.first ?? stages.first(where: \.isAtWork)
            ?? stages.first { !$0.isEnding } ?? stages.first ?? Stage(Term(LifeStage.active.rawValue))
    }

    /// The stage to name for a community that is to end; `nil` where the site's own words have none.
    package var endingStage: Stage? { stages.first(where: \.isEnding) }

    /// The stages as lists show them: communities at work, then those that begin, then those that end, each in the
    /// site's own order.
    package var stagesInLists: [Stage] {
        LifeStage.Phase.allCases.flatMap { phase in stages.filter { $0.likeness.phase == phase } }
    }
}

extension LifeStage {
    /// The part of a community's life that it lies in.
    var phase: Phase {
        switch self {
        case .potential, .forming: .beginning
        case .active, .sustaining: .atWork
        case .closing: .ending
        }
    }

    /// The parts of a community's life, in the order in which somebody who looks for a community wants to see them.
    enum Phase: CaseIterable {
        /// Things happen in it.
        case atWork
        /// It is not yet sure to come about.
        case beginning
        /// It needs nobody new.
        case ending
    }
}

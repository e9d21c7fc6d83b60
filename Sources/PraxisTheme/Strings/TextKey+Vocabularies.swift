import PraxisModel

extension TextKey {
    /// Words for the members of a vocabulary, each a text of its own: `circle.team`.
    enum Family: String, CaseIterable, Sendable {
        case circle, way, kind, stage, reach, level, offer, role, length, freshness, maturity
        /// What a circle is, in a sentence.
        case circleText = "circle.text"
        /// What a way of learning is, in a sentence.
        case wayText = "way.text"
        /// The holders of a role, by their number.
        case roles
        /// Several pages of a kind, as a heading above them.
        case kinds
        /// What one does with a resource of a kind.
        case open = "resource.open"
        case facet
        case alert
        /// The names of languages.
        case language
        /// Things to do, and how long they take.
        case task, taskText = "task.text", taskGroup = "task.group"

        /// How a member's key is written: `how-to`, `work-in-progress`.
        static func key(of member: String) -> String {
            member.utf8.contains(UInt8(ascii: " ")) ? member.replacing(" ", with: "-") : member
        }

        /// The members that every theme has a word for. Others stand for themselves.
        var members: [String] {
            switch self {
            case .circle, .circleText: Circle.allCases.map(\.rawValue)
            case .way, .wayText: Way.allCases.map(\.rawValue)
            case .kind: Self.allKinds
            case .kinds: Self.partedKinds
            case .stage: Settings.stages.map(\.id)
            case .reach: Reach.allCases.map(\.rawValue)
            case .level: Settings.levels.map(\.id)
            case .offer: OfferKind.allCases.map(\.rawValue)
            case .role, .roles: Role.allCases.map(\.rawValue)
            case .maturity: Settings.maturity.map(\.id)
            case .length: LengthClass.allCases.map(\.rawValue)
            case .freshness: Freshness.allCases.map(\.rawValue)
            case .facet: Facet.allCases.map(\.rawValue)
            case .alert: ["note", "tip", "important", "warning", "caution"]
            case .task, .taskText: ContributeTask.allCases.map(\.rawValue)
            case .taskGroup: ContributeTask.Group.allCases.map(\.rawValue)
            case .open, .language: []
            }
        }

        /// The kinds by which lists are parted.
        private static let partedKinds: [String] = {
            let words =
                ResourceKind.allCases.map(\.rawValue) + PostKind.allCases.map(\.rawValue)
                + GuideKind.allCases.map(\.rawValue) + ProgrammeKind.allCases.map(\.rawValue)
                + OpportunityKind.allCases.map(\.rawValue)
            var seen: Set<String> = []
            return words.filter { seen.insert($0).inserted }
        }()

        private static let allKinds: [String] = {
            let words = PageKind.allCases.map(\.rawValue) + EventKind.allCases.map(\.rawValue) + partedKinds
            var seen: Set<String> = ["home", "programme", "opportunity"]
            return words.filter { seen.insert($0).inserted }
        }()
    }

    /// Texts in an order, each by its number from 1: `date.months.1`.
    enum List: String, CaseIterable, Sendable {
        case months = "date.months"
        case shortMonths = "date.shortMonths"
        case weekdays = "date.weekdays"
        case shortWeekdays = "date.shortWeekdays"

        var count: Int {
            switch self {
            case .months, .shortMonths: 12
            case .weekdays, .shortWeekdays: 7
            }
        }
    }
}

extension TextKey {
    /// The places that the program fills in a text.
    var places: Set<String> {
        switch self {
        case .listAll, .listCount, .fewerThan, .percent, .minutes, .hours, .stewardAnswers, .countOffers, .countGuides,
            .countCommunities, .countNetwork, .countPages, .communityMembersCount, .communityTarget, .rolesPast,
            .facetsShowing, .facetsMore, .personCapacity, .peopleCount, .everyDay, .everyWeek, .everyMonth, .everyYear,
            .questionAnswers, .questionAnswersTitle, .programmeSessionsCount, .programmeWeek, .tileCommunities,
            .tileWithoutOwner, .tileDue, .tileOpen, .tileGaps, .stewardshipMoreSkills, .stewardshipMoreDue,
            .stewardshipBalances:
            ["count"]
        case .dateLong, .dateShort: ["day", "month", "year"]
        case .dateMonth: ["month", "year"]
        case .dateWeekday: ["weekday", "day", "month", "year"]
        case .timeSpan: ["date", "from", "to"]
        case .daySpan: ["from", "to"]
        case .bannerOverdueText, .communityNextMeeting, .termSince, .termUntil, .communityParticipation:
            ["date"]
        case .bannerTranslationText, .listLanguage: ["language"]
        case .bannerUnconfirmedText, .joinLabel: ["name"]
        case .bannerAlumniText: ["name", "date"]
        case .termBetween: ["from", "to"]
        case .communityGrowthText: ["first", "firstDate", "last", "lastDate"]
        case .communityGrowthTarget: ["target"]
        case .questionAsked: ["name", "date"]
        case .questionAskedAnonymously: ["date"]
        case .eventsLead: ["zone"]
        case .eventZone: ["place"]
        case .resourceAtLevel: ["level"]
        case .pathPlace: ["number", "count"]
        case .letterSubject, .letterLead: ["site"]
        case .letterGreeting: ["name"]
        case .letterDueItem, .letterSoonItem, .letterQuestionsItem: ["title", "date"]
        case .letterTermsItem: ["role", "name", "title", "date"]
        default: []
        }
    }

    /// Every key that a theme must have.
    static var required: [String] {
        allCases.map(\.rawValue)
            + Family.allCases.flatMap { family in family.members.map { "\(family.rawValue).\(Family.key(of: $0))" } }
            + List.allCases.flatMap { list in (1...list.count).map { "\(list.rawValue).\($0)" } }
    }
}

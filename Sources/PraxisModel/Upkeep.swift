/// What waits for one person: pages that they answer for, and what their communities ask of them.
///
/// It is for that person alone. It counts nothing, and nothing ranks people by it.
package struct Upkeep: Sendable {
    package let person: PersonMention
    /// Pages whose review is due, the longest overdue first.
    package fileprivate(set) var due: [PageID] = []
    /// Pages whose review will be due in the next month, the soonest first.
    package fileprivate(set) var dueSoon: [PageID] = []
    /// Questions in their communities that nobody has answered, the oldest first.
    package fileprivate(set) var questions: [PageID] = []
    /// Terms that end in the coming half year, their own and those in their communities, the soonest first.
    package fileprivate(set) var terms: [Term] = []

    /// A role whose end is known.
    package struct Term: Hashable, Sendable {
        package let role: Role
        package let person: PersonMention
        package let community: PageID
        package let until: Day
    }

    /// Of everybody for whom something waits, by name. Linear in the size of the site.
    package static func all(in site: Site) -> [Upkeep] {
        var gathering = Gathering(today: site.today)
        for page in site.pages where page.original == nil && !page.metadata.isArchived {
            gathering.addReview(of: page)
        }
        for id in site.relations.byKind[.community] ?? [] {
            let page = site[id]
            guard let community = page.communityContent else { continue }
            gathering.addTerms(of: community, at: id, owners: page.metadata.owners)
            for question in site.relations.inside(id, .question) where site[question].question?.answers.isEmpty == true
            {
                gathering.addQuestion(question, owners: page.metadata.owners)
            }
        }
        return gathering.upkeeps.values.map { $0.sorted(in: site) }.sorted { left, right in
            let names = (left.person.name(in: site), right.person.name(in: site))
            return names.0 != names.1 ? names.0 < names.1 : left.person.sortKey < right.person.sortKey
        }
    }

    private func sorted(in site: Site) -> Upkeep {
        func byDay(_ pages: [PageID], _ day: (Page) -> Day?) -> [PageID] {
            pages.sorted { left, right in
                let days = (day(site[left]) ?? site.today, day(site[right]) ?? site.today)
                return days.0 != days.1 ? days.0 < days.1 : left < right
            }
        }
        var result = self
        result.due = byDay(due, \.metadata.review.due)
        result.dueSoon = byDay(dueSoon, \.metadata.review.due)
        result.questions = byDay(questions, \.question?.asked)
        result.terms = terms.enumerated().sorted { left, right in
            (left.element.until, left.offset) < (right.element.until, right.offset)
        }.map(\.element)
        return result
    }

    /// Brings what waits to those for whom it does.
    private struct Gathering {
        private(set) var upkeeps: [PersonMention: Upkeep] = [:]
        private let today: Day
        private let lastSoon: Day
        private let lastTerm: Day

        init(today: Day) {
            self.today = today
            lastSoon = today.advanced(byMonths: 1)
            lastTerm = today.advanced(byMonths: 6)
        }

        mutating func addReview(of page: Page) {
            guard let due = page.metadata.review.due, due <= lastSoon else { return }
            for owner in Set(page.metadata.owners) {
                if due < today { self[owner].due.append(page.id) } else { self[owner].dueSoon.append(page.id) }
            }
        }

        mutating func addQuestion(_ question: PageID, owners: [PersonMention]) {
            for owner in Set(owners) { self[owner].questions.append(question) }
        }

        mutating func addTerms(of community: Community, at id: PageID, owners: [PersonMention]) {
            guard community.goesOn else { return }
            for role in Role.allCases {
                for holder in community.holders(of: role, on: today) {
                    guard let until = holder.until, until <= lastTerm else { continue }
                    let term = Term(role: role, person: holder.person, community: id, until: until)
                    for person in Set(owners + [holder.person]) {
                        self[person].terms.append(term)
                    }
                }
            }
        }

        private subscript(person: PersonMention) -> Upkeep {
            get { upkeeps[person] ?? Upkeep(person: person) }
            // In place, as a copy for each page of somebody who answers for many would be long.
            _modify { yield &upkeeps[person, default: Upkeep(person: person)] }
        }
    }
}

extension PersonMention {
    /// What tells two people of one name apart.
    fileprivate var sortKey: Int { page?.index ?? -1 }
}

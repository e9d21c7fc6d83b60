package import PraxisModel

/// A letter to one person about what waits for them, in the words of the theme: plain text, to be sent by somebody who
/// has read it.
package struct UpkeepLetter: Sendable {
    package let name: String
    /// Where they can be written to, if they say so.
    package let address: String?
    package let subject: String
    package let text: String

    /// - Parameter language: The language of the letter; the site's first where the theme has no words in it.
    package init(_ upkeep: Upkeep, in site: Site, theme: Theme, language: String) {
        name = upkeep.person.name(in: site)
        address = upkeep.person.page.flatMap { site[$0].person?.contact.email }
        guard let strings = theme.strings(for: language, site: site.settings.language) else {
            subject = ""
            text = ""
            return
        }
        let maker = Maker(site: site, strings: strings)
        subject = strings.text(.letterSubject, ["site": site.settings.title])
        text = maker.text(upkeep, name: name)
    }

    /// Puts the parts of a letter together.
    private struct Maker {
        let site: Site
        let strings: StringTable

        func text(_ upkeep: Upkeep, name: String) -> String {
            func pages(_ ids: [PageID], _ key: TextKey, _ day: (Page) -> Day?) -> [String] {
                ids.map { id in item(id, key, ["date": day(site[id]).map(strings.date) ?? ""]) }
            }
            let parts = [
                strings.text(.letterGreeting, ["name": name]),
                strings.text(.letterLead, ["site": site.settings.title]),
                section(.letterDue, pages(upkeep.due, .letterDueItem, \.metadata.review.due)),
                section(.letterSoon, pages(upkeep.dueSoon, .letterSoonItem, \.metadata.review.due)),
                section(.letterQuestions, pages(upkeep.questions, .letterQuestionsItem, \.question?.asked)),
                section(.letterTerms, upkeep.terms.map(item)),
                upkeep.due.isEmpty && upkeep.dueSoon.isEmpty ? nil : strings.text(.letterReview),
                strings.text(.letterClose),
            ]
            return parts.compactMap(\.self).joined(separator: "\n\n") + "\n"
        }

        private func section(_ head: TextKey, _ items: [String]) -> String? {
            items.isEmpty ? nil : ([strings.text(head)] + items).joined(separator: "\n")
        }

        /// A line about a page, and one with its address.
        private func item(_ id: PageID, _ key: TextKey, _ values: [String: String]) -> String {
            let page = site.page(id, in: strings.language)
            let title = strings.text(key, values.merging(["title": page.metadata.title]) { value, _ in value })
            return "- \(title)\n  \(site.settings.address(of: page.route))"
        }

        private func item(_ term: Upkeep.Term) -> String {
            item(
                term.community, .letterTermsItem,
                [
                    "role": strings.word(.role, term.role.rawValue), "name": term.person.name(in: site),
                    "date": strings.date(term.until),
                ])
        }
    }
}

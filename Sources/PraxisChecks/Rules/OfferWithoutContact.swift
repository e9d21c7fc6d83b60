internal import PraxisDiagnostics
internal import PraxisModel

/// Somebody who offers help can be reached.
enum OfferWithoutContact: SiteCheck {
    static let rule = Rule("person.unreachable", .advice, "A person who offers something says how to reach them.")

    static func findings(in site: Site) -> [Finding] {
        site.kept(.person).compactMap { page in
            guard let person = page.person, person.offers.contains(where: { $0.isOpen(on: site.today) }),
                person.contact.email == nil, person.contact.chat == nil, person.contact.booking == nil
            else { return nil }
            return finding(
                on: page, "\(person.name) offers something, and nothing says how to reach them",
                advice: "add \"contact:\" with an email, chat or booking address")
        }
    }
}

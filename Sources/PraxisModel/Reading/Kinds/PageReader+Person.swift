internal import PraxisDiagnostics
internal import PraxisYAML

extension PageReader {
    /// A person; what needs their consent is left out until they have `confirmed` the page.
    mutating func personContent() -> (content: Person, title: String?) {
        let name = fields.text("name", "the person's name", .required(example: "Anna Lind"))?.map(\.inOneLine)
        let role = fields.text("role", "what they do")
        let unit = fields.text("unit", "where in the organisation")
        let confirmed = fields.value(
            "confirmed", as: Day.self,
            "the day on which the person agreed to this page; until then most of it is hidden")
        let location = fields.text("location", "where they work")
        let timeZone = fields.value("timezone", as: TimeZoneName.self, "their time zone")
        let languages = fields.values("languages", of: Language.self, "languages they speak")
        let pronouns = fields.text("pronouns", "how to speak of them")
        let photo = fields.text("photo", "an image beside this file")
        let photoText = fields.text("photo_alt", "what the photo shows, for those who cannot see it")
        let links = fields.records("links", "where else to find them", subject: "a link") { record in
            let label = record.text("label", "what it is", .required(example: "My talks"))
            let url = record.value("url", as: WebAddress.self, "its address", .required(example: "https://example.org"))
            guard let label, let url else { return nil as Person.Link? }
            return Person.Link(label: label.value, url: url.value.text)
        }
        let contact = fields.record("contact", "how to reach them", subject: "a contact") { record in
            let email = record.value("email", as: MailAddress.self, "a mail address")
            let chat = record.value("chat", as: LinkAddress.self, "the address of a chat")
            let booking = record.value("booking", as: WebAddress.self, "where to book a time")
            return Person.Contact(
                email: email?.value.text, chat: chat?.value.text, booking: booking?.value.text)
        }
        let skills = skills()
        let seeks = topics("seeks", "topics they want to learn")
        let offers = offers()
        let alumni = fields.value("alumni", as: Day.self, "the day on which they left")
        _ = fields.value("listed", as: Bool.self, "false for no page, and no trace but the name in a role")
        happened(
            "the agreement", on: confirmed,
            advice: "write the day on which the person agreed to this page; until then most of it is hidden")
        if let photo, photoText == nil {
            report(
                FieldRules.missing, at: photo.range, "the photo has no text for those who cannot see it",
                advice: "add photo_alt: with what it shows")
        }
        let unconfirmed = Person(
            name: name?.value ?? "", role: role?.value, unit: unit?.value, confirmed: nil,
            languages: [], links: [], contact: Person.Contact(), skills: [], seeks: [], offers: [],
            // That somebody will leave is nobody's business before they have.
            alumni: alumni.flatMap { $0.value <= context.today ? $0.value : nil })
        guard let confirmed else {
            // Not shown, and still theirs: whoever moves or removes the profile takes it along.
            if let photo, let file = pictureFile(photo) { use(photo, of: file.source) }
            return (unconfirmed, name?.value)
        }
        var person = unconfirmed
        person.confirmed = confirmed.value
        person.location = location?.value
        person.timeZone = timeZone?.value.text
        person.languages = languages.map(\.value.text)
        person.pronouns = pronouns?.value
        person.photo = photo.flatMap { picture($0, alternative: photoText?.value) }
        person.links = links.map(\.value)
        person.contact = contact?.value ?? Person.Contact()
        person.skills = skills
        person.seeks = seeks
        person.offers = offers
        // Nobody has agreed yet to what they will agree to on a day that is still to come. It is looked through today: that its
        // day comes must not break a site.
        return (confirmed.value <= context.today ? person : unconfirmed, name?.value)
    }

    /// The file that a photo's name leads to.
    private func pictureFile(_ name: Located<String>) -> Attachment? {
        source.path.folder.resolving(name.value).flatMap { context.attachments[$0] }
    }

    /// The picture of a file beside the page.
    private mutating func picture(_ file: Located<String>, alternative: String?) -> Person.Photo? {
        guard let attachment = pictureFile(file) else {
            report(
                LinkRules.noFile, at: file.range, "no image \"\(file.value)\" beside this page",
                advice: "put the picture into \(source.path.folder)/, as PNG, JPEG, GIF, WebP or SVG")
            return nil
        }
        use(file, of: attachment.source)
        guard let size = attachment.imageSize else {
            // What keeps a picture from being shown is said of its file.
            guard !attachment.isFaulty else { return nil }
            report(
                LinkRules.noFile, at: file.range, "\"\(file.value)\" cannot be shown as a photo",
                advice: "export it as JPEG or PNG, and name that file here")
            return nil
        }
        return alternative.map {
            Person.Photo(file: attachment.route, alternative: $0, width: size.width, height: size.height)
        }
    }

    private mutating func skills() -> [Person.Skill] {
        let levels = context.settings.levels.map(\.id)
        let entries = fields.records("skills", "what they can do, and how well", subject: "a skill") { record in
            let topic = record.text("topic", "a word of topics.yaml", .required(example: "coaching"))
            let level = record.word("level", among: levels, "how well", .required(example: levels.last ?? ""))
            guard let topic, let level else { return nil as (topic: Located<String>, level: String)? }
            return (topic, level.value)
        }
        return entries.compactMap { entry in
            topic(entry.value.topic).map { Person.Skill(topic: $0, level: entry.value.level) }
        }
    }

    private mutating func offers() -> [Person.Offer] {
        struct Entry {
            var offer: Person.Offer
            var topics: [Located<String>]
        }
        let entries = fields.records("offers", "what they are ready to do for others", subject: "an offer") { record in
            let kind = record.value("kind", as: OfferKind.self, "what they offer to be", .required(example: "mentor"))
            let topics = record.values("topics", of: TopicName.self, "on what: words of topics.yaml")
            let format = record.text("format", "how: by video, over coffee…")
            let minutes = record.value("minutes", as: Minutes.self, "how long one meeting takes")
            let capacity = record.value("capacity", as: Int.self, "for how many people at a time")
            let until = record.value("until", as: Day.self, "the last day of the offer")
            return kind.map {
                Entry(
                    offer: Person.Offer(
                        kind: $0.value, topics: [], format: format?.value, minutes: minutes?.value.count,
                        capacity: capacity?.value, until: until?.value),
                    topics: topics.map { $0.map(\.text) })
            }
        }
        return entries.map { entry in
            var offer = entry.value.offer
            offer.topics = entry.value.topics.compactMap { topic($0) }
            return offer
        }
    }
}

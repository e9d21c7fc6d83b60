internal import PraxisYAML

/// What people write for a field that is called otherwise here.
package enum OtherNames {
    /// The fields that may be meant, likeliest first, by a name in small letters with spaces between its words.
    package static let fields: [String: [String]] = [
        "title": ["name"], "name": ["title"], "headline": ["title"], "heading": ["title"],
        "description": ["summary", "purpose"], "about": ["purpose", "summary"], "abstract": ["summary"],
        "goal": ["purpose", "learning"], "mission": ["purpose"], "audience": ["for"], "target group": ["for"],
        "who": ["for"], "tags": ["topics"], "tag": ["topics"], "keywords": ["topics"], "subjects": ["topics"],
        "categories": ["topics"], "category": ["kind"], "type": ["kind"], "format": ["kind"], "lang": ["language"],
        "draft": ["status"], "published": ["date", "issued"], "created": ["date", "asked", "added"],
        "day": ["date", "start"], "date": ["start", "asked", "issued"], "when": ["start"], "begins": ["start"],
        "starts": ["start"], "time": ["start"], "ends": ["end"], "until": ["end"], "duration": ["minutes"],
        "length": ["minutes"], "reading time": ["minutes"], "where": ["place"], "location": ["place"],
        "room": ["place"], "venue": ["place"], "meeting": ["online"], "video": ["online"], "link": ["url", "join"],
        "address": ["url"], "href": ["url"], "website": ["url"], "source": ["url", "origin"],
        "organiser": ["host"], "organizer": ["host"], "facilitator": ["host", "coordinator"],
        "contact": ["host", "owners"],
        "leader": ["owners", "coordinator"], "lead": ["owners", "coordinator"], "responsible": ["owners"],
        "by": ["author", "curator"], "writer": ["author"], "curated by": ["curator"], "recommended by": ["curator"],
        "author": ["curator", "asked_by"], "note": ["why"], "reason": ["why"], "comment": ["why"],
        "asked by": ["asked_by"], "question": ["title"], "answer": ["accepted"], "publisher": ["authors"],
        "license": ["licence"], "price": ["cost"], "seats": ["capacity", "places"], "max": ["capacity"],
        "signup": ["register"], "sign up": ["register", "apply"], "rsvp": ["register"], "registration": ["register"],
        "recurrence": ["repeat"], "repeats": ["repeat"], "every": ["repeat"], "deadline": ["closes"],
        "steps": ["items"], "resources": ["items"], "position": ["role"], "job": ["role"], "team": ["unit"],
        "department": ["unit"], "image": ["photo"], "picture": ["photo"], "alt": ["photo_alt"], "left": ["alumni"],
        "redirect from": ["aliases"], "redirects": ["aliases"], "pinned": ["featured"], "moderated by": ["moderators"],
        // In Swedish and German.
        "titel": ["title"], "namn": ["name", "title"], "länk": ["url", "join"], "webbplats": ["url"], "adress": ["url"],
        "typ": ["kind"], "beskrivning": ["summary", "purpose"], "beschreibung": ["summary", "purpose"],
        "syfte": ["purpose"], "zweck": ["purpose"], "målgrupp": ["for"], "zielgruppe": ["for"], "ämnen": ["topics"],
        "ämne": ["topics"], "taggar": ["topics"], "themen": ["topics"], "thema": ["topics"], "kommentar": ["why"],
        "motivering": ["why"], "datum": ["start", "date", "asked", "issued"], "längd": ["minutes"],
        "dauer": ["minutes"],
        "plats": ["place"], "ort": ["place", "location"], "ägare": ["owners"], "författare": ["author", "authors"],
        "autor": ["author", "authors"], "nivå": ["level"], "språk": ["language", "languages"],
        "sprache": ["language", "languages"], "sprachen": ["languages"], "roll": ["role"], "rolle": ["role"],
        "enhet": ["unit"], "avdelning": ["unit"], "abteilung": ["unit"], "värd": ["host"], "gastgeber": ["host"],
        "slut": ["end"], "ende": ["end"], "kostnad": ["cost"], "pris": ["cost"], "preis": ["cost"],
        "platser": ["places"],
    ]

    /// What to do about a field by which people say whether or when a page is shown, and whose text needs another form.
    ///
    /// - Parameters:
    ///   - name: In small letters with spaces between its words.
    ///   - text: As written.
    static func advice(for name: String, with text: String) -> String? {
        let isYes = Bool(text: text)
        let day = Day(String(text.prefix(10)))
        switch name {
        case "draft", "hidden", "private", "unpublished": return isYes.map(status(isDraft:))
        case "publish", "published", "public", "visible": return isYes.map { status(isDraft: !$0) }
        case "expires", "expire", "expiry", "expiry date", "expirydate", "expires on", "expiration", "expiration date",
            "valid until", "visible until", "unpublish", "unpublish date":
            return day.map { "write show_until: \($0)" } ?? "write for example show_until: 2027-03-31"
        case "publish date", "publishdate", "publish on", "publish from", "valid from", "visible from", "embargo":
            return day.map { "write show_from: \($0)" } ?? "write for example show_from: 2027-03-31"
        default: return nil
        }
    }

    private static func status(isDraft: Bool) -> String {
        isDraft ? "write status: draft" : "write status: live, or nothing: pages are live unless they say otherwise"
    }
}

package import PraxisDiagnostics

/// Rules about links and images in the text of pages.
package enum LinkRules {
    package static let noPage = Rule("link.no-page", .error, "A link to a page of this site leads to one.")
    package static let noHeading = Rule("link.no-heading", .error, "A link to a heading leads to one.")
    package static let noFile = Rule("link.no-file", .error, "A link to a file or image of this site leads to one.")
    package static let wrongCase = Rule(
        "link.case", .error, "A link spells a name as the file does, with capitals and small letters.")
    package static let hidden = Rule("link.hidden", .advice, "A link leads to something that is on the site today.")
    package static let unsafe = Rule("link.unsafe", .error, "A link is to http, https, mailto, tel or this site.")
    package static let ownComputer = Rule(
        "link.own-computer", .advice, "A link leads to what readers can reach, not to the computer that they sit at.")
    package static let imageElsewhere = Rule(
        "image.elsewhere", .advice, "A picture lies beside the page that shows it, not on another site.")
    package static let noAlternative = Rule(
        "image.no-text", .advice, "An image has a text for those who cannot see it.")

    package static let all = [
        noPage, noHeading, noFile, wrongCase, hidden, unsafe, ownComputer, imageElsewhere, noAlternative,
    ]
}

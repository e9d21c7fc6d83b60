internal import PraxisMarkdown
package import PraxisModel

/// How each community is kept: `/stewardship/stewardship.csv` and `/stewardship/stewardship.json`.
///
/// What is published names no person unless the site says that people may be in its data. No number of members is told that is
/// below the fewest that may be.
package struct StewardshipData {
    let document: Document
    private let namesPeople: Bool

    /// - Parameter namesPeople: Whether people are named; as the site says, if nothing is said.
    package init(of site: Site, namesPeople: Bool? = nil) {
        let stewardship = Stewardship(of: site)
        let namesPeople = namesPeople ?? site.settings.people.isInData
        self.namesPeople = namesPeople
        document = Document(
            today: site.today.description, totals: Totals(of: stewardship),
            communities: stewardship.communities.map { Row(of: $0, in: site, namesPeople: namesPeople) })
    }

    /// A row for each community, in the order of the report.
    package var csv: [UInt8] {
        var csv = CSVText()
        var columns = [
            "community", "stage", "owners", "moderators", "members", "target", "pages", "reviewed in time %", "due",
            "lonely", "open questions", "next meeting", "meetings in 12 months", "added in 12 months", "missing",
            "address",
        ]
        if namesPeople { columns += ["owners' names", "moderators' names", "whom to ask"] }
        csv.row(columns)
        for row in document.communities {
            let names = [row.ownerNames, row.moderatorNames, row.askableNames].compactMap {
                $0?.joined(separator: "; ")
            }
            csv.row(row.cells + names)
        }
        return csv.bytes
    }

    /// The same as JSON, with the figures of the whole site.
    package var json: [UInt8] { jsonBytes(of: document) }

    /// The same as a file of the site, which names its schema.
    var publishedJSON: [UInt8] {
        var document = document
        document.schema = StewardshipSchema.fileName
        return jsonBytes(of: document)
    }

    struct Document: Codable {
        var schema: String?
        var version = StewardshipData.version
        /// The day for which it was made.
        var today: String
        var totals: Totals
        var communities: [Row]

        private enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, today, totals, communities
        }
    }

    /// The version of what is in it.
    static let version = 1

    /// The figures of the whole site.
    struct Totals: Codable {
        var communities: Int
        var withoutOwner: Int
        var pages: Int
        var reviewedInTime: Int?
        var due: Int
        var openQuestions: Int
        var topicsSoughtAndNotOffered: Int

        enum CodingKeys: String, CodingKey, CaseIterable {
            case communities, withoutOwner, pages, reviewedInTime, due, openQuestions, topicsSoughtAndNotOffered
        }

        fileprivate init(of stewardship: Stewardship) {
            communities = stewardship.communities.count
            withoutOwner = stewardship.withoutOwner
            pages = stewardship.pages
            reviewedInTime = stewardship.reviews.percentInTime
            due = stewardship.due.count
            openQuestions = stewardship.openQuestions
            topicsSoughtAndNotOffered = stewardship.unofferedTopics
        }
    }

    /// One community.
    struct Row: Codable {
        var id: String
        var community: String
        var stage: String
        var owners: Int
        var moderators: Int
        var members: Int?
        var target: Int?
        var pages: Int
        var reviewedInTime: Int?
        var due: Int
        var lonely: Int
        var openQuestions: Int
        var nextMeeting: String?
        var meetingsIn12Months: Int
        var addedIn12Months: Int
        var missing: [String]
        var address: String
        var ownerNames: [String]?
        var moderatorNames: [String]?
        /// Whom to ask where nobody owns it.
        var askableNames: [String]?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, community, stage, owners, moderators, members, target, pages, reviewedInTime, due, lonely
            case openQuestions, nextMeeting, meetingsIn12Months, addedIn12Months, missing, address, ownerNames
            case moderatorNames, askableNames
        }

        fileprivate init(of health: Stewardship.Health, in site: Site, namesPeople: Bool) {
            let page = site[health.community]
            id = page.slug
            community = MailAddresses.leftOut(of: page.metadata.title)
            stage = health.stage.id
            owners = health.owners.count
            moderators = health.moderators.count
            members = health.members
            target = health.target
            pages = health.pages
            reviewedInTime = health.reviews.percentInTime
            due = health.reviews.due
            lonely = health.lonely
            openQuestions = health.openQuestions
            nextMeeting = health.nextMeeting?.description
            meetingsIn12Months = health.meetings
            addedIn12Months = health.additions
            missing = health.missing.map(\.rawValue)
            address = site.settings.address(of: page.route)
            func names(_ people: [PersonMention]) -> [String] {
                people.map { MailAddresses.leftOut(of: $0.name(in: site)) }
            }
            ownerNames = namesPeople ? names(health.owners) : nil
            moderatorNames = namesPeople ? names(health.moderators) : nil
            askableNames = namesPeople ? names(health.askable) : nil
        }

        /// In the order of the table's columns, names left out.
        fileprivate var cells: [String] {
            func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }
            return [
                community, stage, text(owners), text(moderators), text(members), text(target), text(pages),
                text(reviewedInTime), text(due), text(lonely), text(openQuestions), nextMeeting ?? "",
                text(meetingsIn12Months), text(addedIn12Months), missing.joined(separator: " "), address,
            ]
        }
    }
}

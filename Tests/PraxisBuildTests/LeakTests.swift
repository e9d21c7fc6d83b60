import Foundation
import PraxisFiles
import PraxisModel
import PraxisSearch
import PraxisTestSupport
import Testing

@testable import PraxisBuild

/// Nothing that readers are not to see is in any file of a site, under whatever form.
///
/// A word that begins with `zq` says something that is hidden or shown with the thing that it belongs to; one that begins
/// with `zx` is for authors alone.
struct LeakTests {
    /// Both are compared with all that comes out, so that no test passes since it looks at the wrong thing.
    @Test(arguments: Concealment.allCases, [false, true])
    func whatIsHiddenIsNowhere(_ concealment: Concealment, namesPeople: Bool) async throws {
        let shown = concealment.site(isHidden: false, namesPeople: namesPeople)
        let hidden = concealment.site(isHidden: true, namesPeople: namesPeople)
        let words = concealment.words
        #expect(!words.isEmpty)
        var session = BuildSession(includesDrafts: false)
        let before = try await session.build(shown)
        let missing = try Self.traces(of: words, in: try #require(before.output, "\(before.findings)"))
        #expect(Set(words).subtracting(missing.keys).sorted() == [])
        // What a later build takes over from an earlier one is hidden too.
        let after = try await session.build(hidden)
        let stale = try Self.traces(of: words, in: try #require(after.output, "\(after.findings)"))
        #expect(stale == [:])
        var fresh = BuildSession(includesDrafts: false)
        let clean = try await fresh.build(hidden)
        let traces = try Self.traces(of: words, in: try #require(clean.output, "\(clean.findings)"))
        #expect(traces == [:])
    }

    @Test func whatIsForAuthorsIsNowhere() async throws {
        let site = Concealment.draft.site(isHidden: false, namesPeople: true)
        let traces = try Self.traces(of: Concealment.authorsWords, in: try await site.build())
        #expect(traces == [:])
    }

    @Test func mailAddressesAreOnPagesAlone() async throws {
        let output = try await Concealment.draft.site(isHidden: false, namesPeople: true).build()
        let address = "@zmail"
        var pages = 0
        for path in output.paths.map(\.rawValue) where !path.hasSuffix(".gz") {
            let bytes = try output.bytes(at: path) ?? []
            #expect(bytes.firstRange(of: Array(address.utf8)) == nil, "\(path)")
            if Self.decoded(bytes).firstRange(of: Array(address.utf8)) != nil {
                #expect(path.hasSuffix(".html"))
                pages += 1
            }
        }
        // People can read them.
        #expect(pages > 0)
    }

    /// Where each of some words is found, if anywhere.
    private static func traces(of words: [String], in output: OutputTree) throws -> [String: Set<String>] {
        let words = Set(words)
        var traces: [String: Set<String>] = [:]
        for path in output.paths.map(\.rawValue) where !path.hasSuffix(".gz") {
            let bytes = decoded(Array(path.utf8) + [0x0A] + (try output.bytes(at: path) ?? []))
            for word in marked(in: bytes) where words.contains(word) { traces[word, default: []].insert(path) }
        }
        let index = try SearchIndex { try output.bytes(at: $0) ?? [] }
        for word in words {
            let found = try index.search("\(word) ", filters: [.status: ["live", "archived"]])
            // What is near a word is looked for instead of it.
            if found.missing.isEmpty, !found.results.isEmpty { traces[word, default: []].insert("search") }
        }
        return traces
    }

    /// Words of small letters that begin with `zq` or `zx`.
    private static func marked(in bytes: [UInt8]) -> Set<String> {
        var words: Set<String> = []
        for start in bytes.indices.dropLast()
        where bytes[start] == z && (bytes[start + 1] == q || bytes[start + 1] == x) {
            let word = bytes[start...].prefix { (UInt8(ascii: "a")...z).contains($0) }
            words.insert(String(decoding: word, as: UTF8.self))
        }
        return words
    }

    private static let (q, x, z) = (UInt8(ascii: "q"), UInt8(ascii: "x"), UInt8(ascii: "z"))

    /// A text in small letters, with the characters of its numeric references and percent-encodings.
    private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let isReference = byte == UInt8(ascii: "&") && bytes[place...].starts(with: "&#".utf8)
            if isReference || byte == UInt8(ascii: "%") {
                let text = String(decoding: bytes[place..<min(place + 8, bytes.count)], as: UTF8.self)
                if let match = text.prefixMatch(of: /&#x([0-9a-fA-F]+);|&#([0-9]+);|%([0-7][0-9a-fA-F])/),
                    let code = (match.1 ?? match.3).map({ UInt32($0, radix: 16) }) ?? match.2.map({ UInt32($0) }),
                    let code, code < 128
                {
                    result.append(UInt8(code))
                    place += match.0.utf8.count
                    continue
                }
            }
            result.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
            place += 1
        }
        return result
    }
}

/// A way in which something is not shown.
enum Concealment: CaseIterable, Sendable {
    case draft, notYet, noLonger, draftCommunity, draftProgramme, draftOriginal, draftTranslation, unlisted,
        unconfirmed,
        confirmedLater

    /// The lines of front matter that hide a page, and those that do not.
    private func line(isHidden: Bool) -> String {
        switch self {
        case .draft, .draftCommunity, .draftProgramme, .draftOriginal, .draftTranslation:
            isHidden ? "status: draft" : "status: live"
        case .notYet: "show_from: \(isHidden ? "2026-11-24" : "2026-11-23")"
        case .noLonger: "show_until: \(isHidden ? "2026-11-22" : "2026-11-23")"
        case .unlisted: "confirmed: 2026-01-01\nlisted: \(isHidden ? "false" : "true")"
        case .unconfirmed: isHidden ? "reviewed: 2026-01-01" : "confirmed: 2026-01-01"
        case .confirmedLater: "confirmed: \(isHidden ? "2026-11-24" : "2026-11-23")"
        }
    }

    /// All that is shown or not.
    var words: [String] {
        let files = pages(line: "", word: "zq")
        let texts = files.map { $0 + "\n" + $1 }.joined(separator: "\n").lowercased()
        return Set(texts.matches(of: /zq[a-z]+/).map { String($0.0) }).sorted()
    }

    static let authorsWords = [
        "zxtarget", "zxcomment", "zxwaiver", "zxunused", "zxdotted", "zxtheme", "zxtemplate", "zxextra", "zxtopics",
        "zxremark", "zxbeside",
    ]

    /// A site that has what is concealed, and mentions it wherever it can be mentioned.
    func site(isHidden: Bool, namesPeople: Bool) -> SmallSite {
        var site = SmallSite()
        site["site.yaml"] = """
            title: Guild
            language: en
            languages: [en, sv]
            url: https://guild.example/
            timezone: Europe/Stockholm
            stewardship: true
            theme: own
            people: {data: \(namesPeople), index: \(namesPeople)}
            host: [netlify, nginx, apache, caddy, azure, s3]
            repository: https://code.example/site
            # zxcomment
            targets:
              web: {rsync: "zxtarget@host.example:/srv/zxtarget"}
            """
        site.files["themes/own/theme.yaml"] = "name: own # zxtheme\nextends: commons\n"
        site.files["themes/own/zxtheme.txt"] = "zxtheme"
        site.files["themes/own/templates/pages/page.mustache"] =
            "{{! zxtemplate }}<h1>{{page.title}}</h1>{{{page.bodyHTML}}}\n"
        site["topics.yaml"] =
            "# zxtopics\nlistening: {label: Listening, synonyms: [hearing]}\n"
            + "asking: {label: Ask anna@zmail.example, synonyms: [write to anna@zmail.example], summary: anna@zmail.example}\n"
        site["zxunused.txt"] = "zxunused"
        site[".zxdotted/zxdotted.md"] = "# zxdotted\n"
        site["people/anna-lind.md"] = """
            ---
            name: Anna Lind # zxcomment
            confirmed: 2026-01-01
            contact: {email: anna@zmail.example}
            skills: [{topic: asking, level: skilled}]
            seeks: [asking]
            offers: [{kind: mentor, topics: [asking]}]
            waive: {rule: review.overdue, until: 2027-01-01, why: zxwaiver}
            extra: {note: zxextra}
            ---
            Write to anna@zmail.example.
            """
        site["communities/guild/posts/news.md"] = """
            ---
            title: News for anna@zmail.example
            kind: story
            author: anna-lind
            date: 2026-11-01
            topics: [asking]
            ---
            Read this. <!-- zxremark --> Ask <anna@zmail.example>.

            <!--
            zxremark
            -->

            [//]: # (zxremark)
            """
        site["communities/guild/events/open.md"] =
            "---\ntitle: Open\nstart: 2026-12-01 10:00\nminutes: 30\nhost: anna-lind\nplace: At anna@zmail.example\n---\n"
        site["communities/guild/zxbeside.pdf"] = "zxbeside"
        site["communities/guild/posts/zxbeside.txt"] = "zxbeside"
        for (path, text) in pages(line: line(isHidden: isHidden), word: "zq") { site[path] = text }
        for (path, text) in mentions { site[path] = text }
        return site
    }

    /// Pages that lead to what is concealed, by path, without a word of theirs.
    private var mentions: [String: String] {
        switch self {
        case .unlisted, .unconfirmed, .confirmedLater:
            // Who is not listed is named in a role, and who has not agreed where they are named at all.
            return [
                "communities/roles/index.md": """
                ---
                title: Roles
                purpose: We hold roles.
                for: All
                owners: [anna-lind, nora]
                moderators: {person: nora, until: 2026-01-01}
                join: https://chat.example/roles
                ---
                Ask [her](../../people/nora.md). [list: 3 people about listening]
                """
            ]
        default:
            return [
                "links.md": "# Links\n\n"
                    + pages(line: "", word: "zq").map(\.0).filter { $0.hasSuffix(".md") && !$0.hasSuffix(".sv.md") }
                    .map { $0.lowercased().contains("zq") ? "" : "See [it](\($0)).\n" }.joined()
                    + "\n[list: 9 guides of guild]\n\n[list: 9 resources about listening]\n\n[list: 9 events of guild]\n"
            ]
        }
    }

    private func pages(line: String, word: String) -> [(String, String)] {
        let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><title>zqsvg</title></svg>"
        func page(_ fields: String, _ body: String, line: String = line) -> String {
            "---\n\(fields)\n\(line)\n---\n\n\(body)\n"
        }
        func inside(_ community: String, line: String = line) -> [(String, String)] {
            let folder = "communities/\(community)"
            return [
                (
                    "\(folder)/guides/zqguideslug.md",
                    page(
                        "title: zqguidetitle\nkind: checklist\nsummary: zqguidesummary.\naliases: /zqguidealias/\n"
                            + "topics: listening\norigin: zqorigin",
                        "zqguidebody\n\n## zqguideheading\n\n![zqalt](zqpicture.svg)\n\n- [ ] zqtask\n\n[^1]\n\n[^1]: zqnote",
                        line: line)
                ),
                ("\(folder)/guides/zqpicture.svg", picture),
                (
                    "\(folder)/resources/zqresourceslug.md",
                    page(
                        "title: zqresourcetitle\nkind: article\nurl: https://zqurl.example/\ncurator: anna-lind\n"
                            + "why: zqwhy.\ntopics: listening\nadded: 2026-11-01\nauthors: zqauthor\nreviewed: 2024-01-01",
                        "zqresourcebody", line: line)
                ),
                (
                    "\(folder)/paths/zqpathslug.md",
                    page(
                        "title: zqpathtitle\ncurator: anna-lind\nobjectives: zqobjective\n"
                            + "items: [{title: zqitem, url: 'https://zqitemurl.example/', why: zqitemwhy}]",
                        "zqpathbody", line: line)
                ),
                (
                    "\(folder)/events/zqeventslug.md",
                    page(
                        "title: zqeventtitle\nstart: 2026-12-01 10:00\nminutes: 60\nhost: anna-lind\nplace: zqplace\n"
                            + "repeat: {every: week, count: 3}\noccurrences: {2026-12-08: {title: zqoccurrence}}\n"
                            + "register: https://zqregister.example/\nspeakers: Zqspeaker Berg\ntopics: listening",
                        "zqeventbody", line: line)
                ),
                (
                    "\(folder)/posts/zqpostslug.md",
                    page(
                        "title: zqposttitle\nkind: thanks\nauthor: anna-lind\nto: Zqthanked Berg\ndate: 2026-11-01",
                        "zqpostbody", line: line)
                ),
                (
                    "\(folder)/questions/zqquestionslug.md",
                    page(
                        "title: zqquestiontitle\nasked: 2026-11-01\nasked_by: Zqasker Berg",
                        "zqquestionbody\n\n## @anna-lind 2026-11-02\n\nzqanswer", line: line)
                ),
                ("\(folder)/zqplainslug.md", page("title: zqplaintitle", "zqplainbody", line: line)),
            ]
        }
        switch self {
        case .draft, .notYet, .noLonger:
            return inside("guild") + [
                ("topics/listening.md", page("summary: zqtopicsummary", "zqtopicbody")),
                (
                    "opportunities/zqopportunityslug.md",
                    page(
                        "title: zqopportunitytitle\nkind: swap\nhost: anna-lind\nlearning: zqlearning\napply: zqapply it",
                        "zqopportunitybody")
                ),
                (
                    "people/zqpersonslug.md",
                    page(
                        "name: Zqpersonname Berg\nrole: zqrole\nconfirmed: 2026-01-01\noffers: [{kind: mentor, topics: [listening], "
                            + "format: zqformat}]", "zqpersonbody")
                ),
            ]
        case .draftCommunity:
            return [
                (
                    "communities/zqcommunityslug/index.md",
                    page(
                        "title: zqcommunitytitle\npurpose: zqpurpose.\nfor: zqfor\nowners: [anna-lind, Zqowner Berg]\n"
                            + "join: {how: zqhow, eligibility: zqeligibility, url: 'https://zqjoin.example/'}\n"
                            + "needs: zqneed\nchannels: [{name: zqchannel, url: 'https://zqchannelurl.example/', for: zqpurposeofit}]",
                        "zqcommunitybody")
                )
            ] + inside("zqcommunityslug", line: "status: live")
        case .draftProgramme:
            return [
                (
                    "programmes/zqprogrammeslug/index.md",
                    page(
                        "title: zqprogrammetitle\ncoordinator: anna-lind\nsize: zqsize\ncadence: week\n"
                            + "cohorts: [{name: zqcohort, starts: 2026-12-01 10:00, apply: 'https://zqapply.example/', outcome: zqoutcome}]",
                        "zqprogrammebody")
                ),
                (
                    "programmes/zqprogrammeslug/01-zqsessionslug.md",
                    page("title: zqsessiontitle\ngoal: zqgoal", "zqsessionbody", line: "minutes: 30")
                ),
            ]
        case .draftOriginal:
            return [
                (
                    "communities/guild/guides/zqoriginalslug.md",
                    page("title: zqoriginaltitle\nkind: how-to\naliases: /zqoriginalalias/", "zqoriginalbody")
                ),
                (
                    "communities/guild/guides/zqoriginalslug.sv.md",
                    page("title: zqtranslationtitle", "zqtranslationbody", line: "summary: zqtranslationsummary")
                ),
            ]
        case .draftTranslation:
            return [
                ("communities/guild/guides/g.md", page("title: G\nkind: how-to", "Text.", line: "minutes: 5")),
                (
                    "communities/guild/guides/g.sv.md",
                    page(
                        "title: zqtranslationtitle\naliases: /sv/zqtranslationalias/",
                        "zqtranslationbody ![zqalt](zqpicture.svg)")
                ),
                ("communities/guild/guides/zqpicture.svg", picture),
            ]
        case .unlisted:
            return [
                (
                    "people/nora.md",
                    page("name: Nora Berg\nrole: zqrole\nunit: zqunit\naliases: /zqalias/\n\(Self.private)", "zqbody")
                ),
                ("people/zqphoto.svg", picture),
            ]
        case .unconfirmed, .confirmedLater:
            return [
                ("people/nora.md", page("name: Nora Berg\nrole: Coach\nunit: School\n\(Self.private)", "zqbody")),
                ("people/zqphoto.svg", picture),
            ]
        }
    }

    /// Fields of a person that need their consent.
    private static let `private` = """
        summary: zqsummary.
        topics: listening
        location: zqlocation
        timezone: Europe/Stockholm
        pronouns: zqpronouns
        photo: zqphoto.svg
        photo_alt: zqphotoalt
        links: [{label: zqlinklabel, url: 'https://zqlink.example/'}]
        contact: {email: zqmail@guild.example, chat: 'https://zqchat.example/', booking: 'https://zqbooking.example/'}
        offers: [{kind: mentor, topics: [listening], format: zqformat}]
        """
}

internal import Foundation

/// A generated site of so many pages of about 5.5 kB of Markdown, the same for the same number.
struct Corpus {
    let pages: Int
    private let prose = Prose(vocabulary: 20_000, seed: 1)
    private static let communities = 50
    private static let people = 200
    private static let topics = 60

    init(pages: Int) {
        self.pages = pages
    }

    /// The files, by path below the site's folder.
    func files() -> [(path: String, text: String)] {
        var random = RandomSource(seed: 2)
        var files: [(path: String, text: String)] = [
            (
                "content/site.yaml",
                """
                title: Bench
                language: en
                url: https://bench.example/
                timezone: Europe/Stockholm
                # True of made-up pages, and of no interest.
                checks: {person.unreachable: off, question.unanswered: off, community.one-person: off}

                """
            ),
            ("content/index.md", "---\ntitle: Bench\n---\n\n\(prose.paragraph(&random))\n"),
            ("content/topics.yaml", (0..<Self.topics).map { "topic-\($0): {label: Topic \($0)}\n" }.joined()),
        ]
        for person in 0..<Self.people {
            files.append(("content/people/person-\(person).md", self.person(person, &random)))
        }
        for community in 0..<Self.communities {
            files.append(
                ("content/communities/community-\(community)/index.md", self.community(community, &random)))
        }
        for page in 0..<max(0, pages - Self.people - Self.communities - 1) {
            files.append(self.page(page, &random))
        }
        return files
    }

    /// Writes the site below a folder, which must not hold one yet.
    func write(to folder: String) throws {
        for (path, text) in files() {
            let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    private func person(_ number: Int, _ random: inout RandomSource) -> String {
        """
        ---
        name: Person \(number)
        role: \(prose.phrase(2...3, &random))
        confirmed: 2026-01-01
        skills: [{topic: topic-\(number % Self.topics), level: skilled}]
        offers: [{kind: mentor, topics: [topic-\(number % Self.topics)], minutes: 30}]
        ---

        \(prose.paragraph(&random))

        """
    }

    private func community(_ number: Int, _ random: inout RandomSource) -> String {
        """
        ---
        title: Community \(number)
        purpose: \(prose.sentence(&random))
        for: \(prose.sentence(&random))
        owners: person-\(number)
        moderators: person-\((number * 3) % Self.people)
        join: https://chat.bench.example/\(number)
        topics: [topic-\(number % Self.topics)]
        reviewed: 2026-06-01
        ---

        \(body(for: number, linkingTo: "../community-0/index.md", &random))

        """
    }

    /// Another than a page's first.
    private static func secondTopic(of number: Int) -> Int { (number + 1 + number / 7 % (topics - 1)) % topics }

    private func page(_ number: Int, _ random: inout RandomSource) -> (path: String, text: String) {
        let community = number % Self.communities
        let person = "person-\(number % Self.people)"
        let common = """
            title: \(prose.title(&random)) \(number)
            topics: [topic-\(number % Self.topics), topic-\(Self.secondTopic(of: number))]
            reviewed: 2026-05-\(String(format: "%02d", number % 28 + 1))
            """
        let (folder, fields) =
            switch number % 20 {
            case 0..<8: ("guides", "kind: how-to\nminutes: 10")
            case 8..<14: ("posts", "kind: story\nauthor: \(person)\ndate: 2026-0\(number % 9 + 1)-15")
            case 14..<18:
                (
                    "resources",
                    """
                    kind: article
                    url: https://example.org/\(number)
                    curator: \(person)
                    why: \(prose.sentence(&random))
                    added: 2026-0\(number % 9 + 1)-10
                    """
                )
            case 18: ("questions", "asked: 2026-03-01\nasked_by: \(person)")
            default: ("events", "start: 2026-12-\(number % 20 + 10) 10:00\nminutes: 60\nhost: \(person)")
            }
        return (
            "content/communities/community-\(community)/\(folder)/page-\(number).md",
            "---\n\(common)\n\(fields)\n---\n\n\(body(for: number, linkingTo: "../index.md", &random))\n"
        )
    }

    /// About 5.5 kB: sections with paragraphs, a list, a quote, code, links, and a table on one page in five.
    private func body(for number: Int, linkingTo owners: String, _ random: inout RandomSource) -> String {
        var parts: [String] = []
        for section in 0..<5 {
            parts.append("## \(prose.title(&random))")
            parts.append(prose.paragraph(&random))
            switch section {
            case 0:
                let items = (0..<5).map { _ in "- \(prose.sentence(&random))" }
                parts.append(items.joined(separator: "\n"))
            case 1:
                parts.append("> \(prose.sentence(&random))\n> \(prose.sentence(&random))")
                parts.append(
                    "See [\(prose.word(&random))](https://example.org/\(number)) and **\(prose.word(&random))**.")
            case 2:
                let lines = (0..<6).map { "let \(prose.word(&random))\($0) = \"\(prose.word(&random))\"" }
                parts.append("```swift\n\(lines.joined(separator: "\n"))\n```")
            case 3 where number % 5 == 0:
                let rows = (0..<5).map { _ in "| \(prose.word(&random)) | \(prose.phrase(2...4, &random)) |" }
                parts.append("| a | b |\n| --- | --- |\n\(rows.joined(separator: "\n"))")
            case 3:
                parts.append("Ask the [owners](\(owners)) about *\(prose.phrase(2...4, &random))*.")
            default: break
            }
            parts.append(prose.paragraph(&random))
        }
        return parts.joined(separator: "\n\n")
    }
}

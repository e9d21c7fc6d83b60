import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisAuthoring

@Suite struct TableImportTests: ImportSuite {
    // MARK: Pages

    @Test func rowsBecomePagesWithTheirFieldsInOrder() async throws {
        let table = """
            Title;Link;Type;Note;Tags;Published;Duration
            Öl & bröd: a talk;https://example.org/a;Video;"Clear.
            And short.";coaching;31.3.2024;45 min
            """
        let (result, after) = try await imported("resources", table) {
            ($0.community, $0.author) = ("agile", "Anna Lind")
        }
        #expect(said(result) == [])
        #expect(result.report == ["content/communities/agile/resources/ol-brod-a-talk.md"])
        #expect(
            after["communities/agile/resources/ol-brod-a-talk.md"] == """
                ---
                title: "Öl & bröd: a talk"
                kind: video
                url: https://example.org/a
                curator: Anna Lind
                why: Clear. And short.
                issued: 2024-03-31
                added: 2026-11-23
                minutes: 45
                topics: coaching
                ---

                """)
        let before = try await SmallSite.ofReferences.mistakes().map(\.message)
        #expect(try await after.mistakes().map(\.message).filter { !before.contains($0) } == [])
    }

    @Test func peopleHaveContactsLanguagesAndSkills() async throws {
        let table = """
            Full name,E-mail,Department,Languages,Skills
            Åsa Öst,asa@example.org,Sales,sv; en,coaching: teaching; feedback: Skilled
            """
        let (result, after) = try await imported("people", table)
        #expect(result.report == ["content/people/asa-ost.md"])
        #expect(
            after["people/asa-ost.md"] == """
                ---
                name: Åsa Öst
                unit: Sales
                languages: [sv, en]
                contact:
                  email: asa@example.org
                skills: [{topic: coaching, level: teaching}, {topic: feedback, level: skilled}]
                ---

                """)
        #expect(result.findings.map(\.message) == ["row 2: no topic \"feedback\" in topics.yaml"])
    }

    @Test func communitiesAreImportedAndRowsFindThem() async throws {
        let (made, site) = try await imported(
            "communities", "Title,Purpose,Target group,Owner,Join\nData in Practice,We learn.,All,bo-ek,chat\n")
        #expect(said(made) == [])
        #expect(made.report == ["content/communities/data-in-practice/index.md"])
        let (questions, after) = try await imported(
            "question",
            "title,asked,community,text\nWhy?,2026-03-01,Data in practice,\"First line.\n\n- a list\"\nHow?,2026-03-02,agile,\n",
            into: site)
        #expect(said(questions) == [])
        #expect(
            after["communities/data-in-practice/questions/why.md"]
                == "---\ntitle: Why?\nasked: 2026-03-01\n---\n\nFirst line.\n\n- a list\n")
        #expect(after["communities/agile/questions/how.md"] == "---\ntitle: How?\nasked: 2026-03-02\n---\n")
    }

    @Test func dayAndTimeOfAnEventMayBeInTwoColumns() async throws {
        let table = "Titel;Datum;Tid;Längd;Värd\nÖppet hus;31.3.2027;17.30;90 min;anna-lind\n"
        let (result, after) = try await imported("events", table) { $0.community = "agile" }
        #expect(said(result) == [])
        let text = after["communities/agile/events/oppet-hus.md"]
        #expect(text?.contains("start: 2027-03-31 17:30\n") == true && text?.contains("minutes: 90\n") == true)
    }

    @Test func whatAColumnIsCalledCanBeSaid() async throws {
        let table = "Wie heißt es?,Budget,url,id\nOne,12,https://example.org/1,first-one\n"
        let (result, after) = try await imported("video", table) {
            ($0.community, $0.author, $0.values) = ("data", "bo-ek", [(key: "why", value: "Clear")])
            ($0.columns, $0.leftOut) = ([(header: "wie heißt es?", field: "title")], ["budget"])
        }
        #expect(said(result) == [])
        #expect(
            after["communities/data/resources/first-one.md"]
                == "---\ntitle: One\nkind: video\nurl: https://example.org/1\ncurator: bo-ek\nwhy: Clear\nadded: 2026-11-23\n---\n"
        )
    }

    @Test func textsWithCommasAreNoLists() async throws {
        let (result, after) = try await imported(
            "community",
            "title;purpose;for;owners;join;needs;topics\nA;We learn;All;bo-ek, anna-lind;chat;\"Time, and money\";coaching\n"
        )
        #expect(said(result) == [])
        let text = after["communities/a/index.md"]
        #expect(
            text?.contains("owners: [bo-ek, anna-lind]\n") == true && text?.contains("needs: Time, and money\n") == true
        )
    }

    @Test func rowsWithAPageAreLeftAsTheyAre() async throws {
        let table = "name,role\nAnna Lind,Mentor\nDora Dahl,Coach\n"
        let (result, after) = try await imported("person", table)
        #expect((result.report, result.known) == (["content/people/dora-dahl.md"], 1))
        #expect(after["people/anna-lind.md"] == SmallSite.ofReferences["people/anna-lind.md"])
    }

    @Test func whatARowSaysOtherwiseThanItsPageIsSaidAndNothingIsChanged() async throws {
        let table = """
            title;url;kind;why;curator;topics;minutes;issued;text
            One;https://example.org/1;Video;Clear;Anna Lind;coaching;45 min;31.3.2024;Read it.
            """
        let (first, site) = try await imported("resource", table) { $0.community = "agile" }
        #expect(said(first) == [])
        // In other words and forms it is the same.
        let same = table.replacing("Anna Lind", with: "anna-lind").replacing("31.3.2024", with: "2024-03-31")
            .replacing("Read it.", with: "Read  it. ")
        let (second, _) = try await imported("resource", same, into: site) { $0.community = "agile" }
        #expect((second.known, second.changed, said(second)) == (1, 0, []))
        let other = table.replacing("Clear", with: "Very clear").replacing("Anna Lind", with: "bo-ek")
            .replacing("Read it.", with: "Leave it.")
        let (third, after) = try await imported("resource", other, into: site) { $0.community = "agile" }
        let page = "content/communities/agile/resources/one.md"
        #expect(
            said(third) == [
                "2:33 advice: row 2: why is \"Very clear\" here, and \"Clear\" in \(page); write it there if the table is right",
                "2:44 advice: row 2: curator is \"bo-ek\" here, and \"Anna Lind\" in \(page); write it there if the table is right",
                "2:76 advice: row 2: the text is another than in \(page); write it there if the table is right",
            ])
        #expect((third.known, third.changed, third.report) == (1, 1, []))
        #expect(after.files.paths.map(\.rawValue).allSatisfy { after.files[$0] == site.files[$0] })
    }

    @Test func whatAPageSaysBeyondItsRowIsNoDifference() async throws {
        var site = SmallSite.ofReferences
        site["people/dora-dahl.md"] =
            "---\nname: Dora Dahl\nunit: Sales\ncontact: {email: dora@example.org, chat: dora}\nlanguages: [sv]\n---\nMore.\n"
        let (result, _) = try await imported(
            "people", "name;E-mail;Languages;role\nDora Dahl;dora@example.com;sv;\n", into: site)
        #expect(
            said(result) == [
                "2:11 advice: row 2: contact.email is \"dora@example.com\" here, and \"dora@example.org\" in content/people/dora-dahl.md; write it there if the table is right"
            ])
    }

    @Test func whatBecameOfEachColumnIsToldWithTheResult() async throws {
        let (result, _) = try await imported(
            "person", "Full name;E-mail;role;Budget;Notes;Skils\nDora Dahl;dora@example.org;Coach;7;;x\n"
        ) { $0.leftOut = ["budget"] }
        #expect(
            result.columns == [
                ColumnUse(header: "Full name", outcome: .field("name")),
                ColumnUse(header: "E-mail", outcome: .field("contact.email")),
                ColumnUse(header: "role", outcome: .field("role")),
                ColumnUse(header: "Budget", outcome: .leftOut), ColumnUse(header: "Notes", outcome: .empty),
                ColumnUse(header: "Skils", outcome: .unknown),
            ])
        #expect(result.columns.map(\.isNamedForField) == [false, false, true, false, false, false])
    }

    // MARK: What is wrong

    @Test func allThatIsWrongIsSaidAtItsCellAndNothingIsMade() async throws {
        let table = """
            title;url;kind;why;topics;issued
            One;https://example.org/1;vidio;Clear;coaching;2024

            Two;example.org/2;article;;walking;5/6/2024
            """
        let (result, _) = try await imported("resource", table) { ($0.community, $0.author) = ("agile", "anna-lind") }
        #expect(result.edits.isEmpty)
        #expect(
            said(result) == [
                "2:27 error: row 2: \"vidio\" is not a word for \"kind\"; did you mean video? (write article, video, report, guide, course, book, podcast, tool, template, dataset or talk)",
                "4:1 error: row 4: there is no \"why\": the curator's note on what it is good for, and for whom; write it there, or say it for all rows that have none with --set \"why=…\"",
                "4:5 error: row 4: \"example.org/2\" is not a web address like https://example.org/page; write https://example.org/2",
                "4:28 advice: row 4: no topic \"walking\" in topics.yaml; add it to content/topics.yaml, or leave it out",
                "4:36 error: row 4: \"5/6/2024\" is not a year, a month or a day: 2024, 2024-05 or 2024-05-31; write a year, a month or a day: 2024, 2024-05 or 2024-05-31",
            ])
    }

    @Test func columnsThatAreNoFieldsAndFieldsThatNoColumnIsAreFound() async throws {
        let (result, _) = try await imported(
            "resource", "titel_;url;,Budget;Titles;;Name\nOne;https://example.org;7;x;y;z\n"
        ) {
            $0.community = "agile"
        }
        let messages = result.findings.map(\.message)
        #expect(messages.contains("a resource has no field \",Budget\""))
        #expect(messages.contains("column 5 has no name"))
        #expect(messages.contains { $0.hasPrefix("no column is \"curator\"") })
        #expect(result.edits.isEmpty)
    }

    @Test func twoColumnsOfOneFieldAreRefused() async throws {
        let (result, _) = try await imported("person", "name,Name\nDora Dahl,Dora\n")
        #expect(
            said(result) == [
                "1:6 error: \"Name\" says the same as \"name\"; leave one of them out: --leave-out \"Name\""
            ])
    }

    @Test(arguments: [
        ("ca 2 tim", "120"), ("about 45 minutes", "45"), ("1 h 30 min", "90"), ("~20", "20"), ("2 Timer", "120"),
        ("2 Tage", nil), ("3 weeks", nil), ("1½ h", nil), ("2+ hours", nil), ("12:30", nil), ("90 pages", nil),
        ("3 times", nil), ("1.5 h", nil),
    ])
    func aLengthIsReadOnlyWhereItCanMeanButOne(_ written: String, _ minutes: String?) async throws {
        let table = "title;url;why;minutes\nOne;https://example.org/1;Clear;\(written)\n"
        let (result, after) = try await imported("resource", table) {
            ($0.community, $0.author, $0.values) = ("agile", "anna-lind", [("kind", "article")])
        }
        guard let minutes else {
            #expect(said(result).count == 1)
            #expect(said(result).first?.hasPrefix("2:33 error: row 2: \"\(written)\" is not a whole number") == true)
            #expect(said(result).first?.contains("number alone") == false)
            return
        }
        #expect(after["communities/agile/resources/one.md"]?.contains("\nminutes: \(minutes)\n") == true)
    }

    @Test(arguments: [
        ("5 juillet 2026", "2026-07-05"), ("5 juin 2026", "2026-06-05"), ("3. marraskuuta 2026", "2026-11-03"),
        ("3 mars 2026", "2026-03-03"), ("31.03.2026 00:00:00", "2026-03-31"), ("2026-03-31 17:05", "2026-03-31"),
        ("Tue, 31.3.2026", "2026-03-31"), ("1.–3.4.2026", nil), ("3 April 2026 – 5 April 2026", nil),
        ("31.3.2026 17:00–19:00", nil), ("3/4/2026", nil),
    ])
    func aDayIsReadOnlyWhereItCanMeanButOne(_ written: String, _ day: String?) async throws {
        let table = "title;url;why;issued\nOne;https://example.org/1;Clear;\(written)\n"
        let (result, after) = try await imported("resource", table) {
            ($0.community, $0.author, $0.values) = ("agile", "anna-lind", [("kind", "article")])
        }
        guard let day else {
            #expect(said(result).count == 1)
            #expect(result.edits.isEmpty)
            return
        }
        #expect(after["communities/agile/resources/one.md"]?.contains("\nissued: \(day)\n") == true)
    }

    @Test func aDayThatIsANumberIsWorkedOutButNotTakenForCertain() async throws {
        let (result, _) = try await imported("question", "title;asked;community\nWhy?;45382;agile\n")
        #expect(
            said(result).first?.hasSuffix("if a spreadsheet program counted the days, write 2024-03-31") == true)
        let (resources, _) = try await imported(
            "resource", "title;url;why;kind;issued\nA;https://example.org/1;Clear;book;45382\n"
        ) { ($0.community, $0.author) = ("agile", "anna-lind") }
        #expect(said(resources).first?.hasSuffix("write 2024-03-31") == true)
    }

    @Test func textsThatYAMLWouldReadOtherwiseStayAsTheyAre() async throws {
        let table = """
            title;url;why
            Learn #️⃣ tagging;https://example.org/1;"x""
            ---
            owners: [anna-lind]"
            """
        let (result, after) = try await imported("resource", table) {
            ($0.community, $0.author, $0.values) = ("agile", "anna-lind", [("kind", "article")])
        }
        #expect(said(result) == [])
        let page = try #require(after["communities/agile/resources/learn-tagging.md"])
        #expect(page.contains("\ntitle: \"Learn #️⃣ tagging\"\n"))
        #expect(page.contains("\nwhy: \"x\\\" --- owners: [anna-lind]\"\n"))
    }

    @Test func aNameMayBeInTwoColumns() async throws {
        let (result, after) = try await imported(
            "people", "Efternamn;Förnamn;Titel;E-post\nDahl;Dora;Chef;dora@example.org\n;Bo;;\n")
        #expect(said(result) == [])
        #expect(result.report == ["content/people/dora-dahl.md", "content/people/bo.md"])
        #expect(
            after["people/dora-dahl.md"]
                == "---\nname: Dora Dahl\nrole: Chef\ncontact:\n  email: dora@example.org\n---\n")
    }

    @Test func aNameBesideItsPartsIsAskedAbout() async throws {
        let table = "Vorname,Name\nDora,Dahl\n"
        let (result, _) = try await imported("person", table)
        #expect(
            said(result) == [
                "1:1 error: \"Vorname\" is a part of the name, and \"Name\" is the name; leave it out with --leave-out \"Vorname\", or if \"Name\" is the family name alone, say --column \"Name=family name\""
            ])
        let (second, _) = try await imported("person", table) { $0.columns = [("Name", "family name")] }
        #expect(second.report == ["content/people/dora-dahl.md"])
    }

    @Test func numbersOfRowsAreNoNamesOfFiles() async throws {
        let table = "ID,name\n1,Dora Dahl\n2,Eva Ek\n"
        let (result, _) = try await imported("person", table)
        #expect(
            said(result) == [
                "1:1 error: \"ID\" has numbers alone, and they would be the names of files and addresses; leave it out with --leave-out \"ID\", or if that is meant, say --column \"ID=id\""
            ])
        #expect(try await imported("person", table) { $0.leftOut = ["ID"] }.result.report.count == 2)
        let (meant, _) = try await imported("person", table) { $0.columns = [("ID", "id")] }
        #expect(meant.report == ["content/people/1.md", "content/people/2.md"])
    }

    @Test func whatAFormulaFailedAtIsNoText() async throws {
        let (result, _) = try await imported("person", "name;role;Budget\nDora Dahl;#NV;#N/A\n") {
            $0.leftOut = ["Budget"]
        }
        #expect(
            said(result) == [
                "2:11 error: row 2: \"#NV\" is what a spreadsheet program shows where a formula fails; mend the formula, or empty the cell"
            ])
    }

    @Test func theAuthorInAListOfLinksIsNotWhoVouchesForThem() async throws {
        let (result, after) = try await imported(
            "resource", "title;url;why;Author\nOne;https://example.org/1;Clear;Daniel Kahneman\n"
        ) {
            ($0.community, $0.author, $0.values) = ("agile", "anna-lind", [("kind", "article")])
        }
        #expect(said(result) == [])
        let page = try #require(after["communities/agile/resources/one.md"])
        #expect(page.contains("\ncurator: anna-lind\n"))
        #expect(page.contains("\nauthors: Daniel Kahneman\n"))
    }

    @Test func rowsThatWouldBeOnePageAreRefused() async throws {
        let (result, _) = try await imported("person", "name\nDora Dahl\nDora Dahl!\n!?\n")
        #expect(
            said(result) == [
                "3:1 error: row 3: row 2 would be content/people/dora-dahl.md as well; give each a name of its own in a column id",
                "4:1 error: row 4: \"!?\" has no letter that can stand in an address; give it a name of a–z, 0–9 and hyphens in a column id",
            ])
        #expect(result.edits.isEmpty)
    }

    @Test func aCommunityThatThereIsNotIsSaidAtItsCell() async throws {
        let (result, _) = try await imported(
            "question", "title,asked,community\nWhy?,2026-03-01,agil\nHow?,2026-03-01,\n")
        #expect(
            said(result) == [
                "2:17 error: row 2: there is no community \"agil\"; did you mean agile?",
                "3:1 error: row 3: a question belongs to a community; say which with --community: agile, data",
            ])
    }

    @Test func aCellWithoutEndIsSaidWhereItBegins() async throws {
        let (result, _) = try await imported("person", "name\n\"Dora Dahl\nEva Ek\n")
        #expect(
            said(result) == [
                "2:1 error: the quotation mark that opens this cell is never closed; close it; one that is part of the text is written twice"
            ])
    }

    @Test(arguments: [
        ("topics", "label\nx\n", "a topic is not imported from a table; write topics in content/topics.yaml"),
        ("session", "title\nx\n", "a session is not imported from a table; begin each with praxis new session"),
        ("resourcs", "title\nx\n", "there is no kind of page \"resourcs\"; did you mean resource?"),
        (
            "people", "\n\nname\n",
            "table.csv has no rows below its first, which names the columns; write the names of fields above the columns, for example title;url;why"
        ),
    ])
    func whatMakesAllRowsImpossibleIsRefused(_ kind: String, _ table: String, _ wanted: String) async throws {
        #expect(try await refusal(kind, table) == wanted)
    }

    @Test func columnsAndFieldsThatThereAreNotCannotBeNamed() async throws {
        let table = "Who,Budget\nDora Dahl,7\n"
        let named = try await refusal("person", table) { $0.columns = [(header: "Whom", field: "name")] }
        #expect(named == "table.csv has no column \"Whom\"; did you mean \"Who\"?")
        let meant = try await refusal("person", table) { $0.columns = [(header: "Who", field: "nam")] }
        #expect(meant == "a person has no field \"nam\"; did you mean name?")
        let leftOut = try await refusal("person", table) { $0.leftOut = ["Cost"] }
        #expect(leftOut == "table.csv has no column \"Cost\"; it has \"Who\", \"Budget\"")
    }
}

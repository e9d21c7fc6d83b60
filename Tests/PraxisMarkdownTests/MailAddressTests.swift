import PraxisMarkdown
import Testing

@Suite struct MailAddressTests {
    @Test(arguments: [
        ("Ask berta@bank.example.", "Ask …"), ("Ask <berta@bank.example>.", "Ask <…>."),
        ("Write to a.b+c_d@mail.bank.example for a seat", "Write to … for a seat"),
        ("Anna (anna@bank.example), Bo", "Anna (…), Bo"), ("mailto:anna@bank.example", "…"),
        ("„jürgen@müller.example“", "„…“"), ("a@bank.example, b@bank.example.\nNext", "…, …\nNext"),
        ("anna@bank.example.", "…"), ("x@y@bank.example", "x@…"),
    ])
    func anAddressIsLeftOutOfATextThatStaysReadable(_ text: String, _ shown: String) {
        #expect(MailAddresses.leftOut(of: text) == shown)
    }

    @Test(arguments: [
        "", "@", "a@b", "a@b.c", "@anna-lind 2026-03-03", "at@", "a @ b.example",
        "https://social.example/@anna@bank.example", "see https://anna@host.example/x", "anna@.example", "anna@-",
    ])
    func whatIsNoAddressStays(_ text: String) {
        #expect(MailAddresses.leftOut(of: text) == text)
    }

    @Test(arguments: [
        "Write to anna@bank.example.", "`git config user.email anna@bank.example`", "![anna@bank.example](x.png)",
        "[anna@bank.example](https://bank.example/)", "[![](x.png)](mailto:anna@bank.example)",
        "| anna@bank.example |\n| --- |\n| x |",
    ])
    func pagesHaveNoAddressThatCanBeGathered(_ text: String) {
        #expect(!siteHTML(text).contains("anna@bank"))
        #expect(siteHTML(text).contains("&#"))
    }

    @Test func summariesAndWhatIsSearchedHaveNoAddresses() {
        let page = document(
            "Ask <berta@bank.example>. Or _call_.\n\n## More\n\nOr write to `anna@bank.example` today.\n")
        #expect(page.firstSentence() == "Ask …")
        #expect(page.sections.map(\.text) == ["Ask … Or call.", "Or write to … today."])
    }
}

import Foundation
import PraxisDiagnostics
import PraxisFuzzing
import PraxisMarkdown
import PraxisTestSupport
import Testing

@Suite("Highlighting") struct HighlightingTests {
    private func html(_ code: String, _ info: String) -> String {
        siteHTML("~~~~~~\(info)\n\(code)\n~~~~~~")
    }

    /// What the code is made of: each coloured stretch with what it is.
    private func tokens(_ code: String, _ language: String) -> String {
        html(code, language).components(separatedBy: "<span class=\"hl-").dropFirst().map { part in
            let kind = part.prefix { $0 != "\"" }
            let text = part.dropFirst(kind.count + 2).components(separatedBy: "</span>")[0]
            return "\(kind)[\(Self.unescaped(text))]"
        }.joined(separator: " ")
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }

    @Test(arguments: [
        (
            "sh", "echo \"$A b\" $B ${C} # d\nx#y",
            "keyword[echo] string[\"$A b\"] variable[$B] variable[${C}] comment[# d]"
        ),
        (
            "python", "@a.b\ndef f(x): return \"\"\"a\n\"b\"\"\"\" + 'c' # d",
            "meta[@a.b] keyword[def] keyword[return] string[\"\"\"a\n\"b\"\"\"] string[\" + 'c' # d]"
        ),
        (
            "java", "@Override public int f() { return new Foo(1_000L); } // x",
            "meta[@Override] keyword[public] type[int] keyword[return] keyword[new] type[Foo] number[1_000L] comment[// x]"
        ),
        (
            "cpp", "auto a = 1'000'000; auto s = R\"(a \"b\"\n)\" + 'c';",
            "type[auto] number[1'000'000] type[auto] string[R\"(a \"b\"\n)\"] string['c']"
        ),
        ("js", "const $a = `x\n${y}`; // z", "keyword[const] string[`x\n${] string[}`] comment[// z]"),
        ("typescript", "interface A { b?: string }", "keyword[interface] type[A] type[string]"),
        ("c", "#include <a.h>\nint x = 'a'; /* b\nc */", "meta[#include] type[int] string['a'] comment[/* b\nc */]"),
        (
            "c++", "template <typename T> auto f() { return nullptr; }",
            "keyword[template] keyword[typename] type[auto] keyword[return] constant[nullptr]"
        ),
        ("c#", "var s = @\"a\\\"; int? x = null;", "type[var] string[@\"a\\\"] type[int] constant[null]"),
        (
            "go", "func f() (int, error) { return 0, nil } `a\nb`",
            "keyword[func] type[int] type[error] keyword[return] number[0] constant[nil] string[`a\nb`]"
        ),
        (
            "rust", "fn f<'a>(x: &'a str) -> char { 'x' } r#\"a\"b\"#",
            "keyword[fn] type[str] type[char] string['x'] string[#\"a\"b\"#]"
        ),
        (
            "swift", "let x: Int? = nil /* a /* b */ c */ ##\"a\"#b\"##",
            "keyword[let] type[Int] constant[nil] comment[/* a /* b */ c */] string[##\"a\"#b\"##]"
        ),
        ("kotlin", "val x: Int = 1 // a", "keyword[val] type[Int] number[1] comment[// a]"),
        (
            "sql", "SELECT a FROM b WHERE c = 'it''s' -- d",
            "keyword[SELECT] keyword[FROM] keyword[WHERE] string['it'] string['s'] comment[-- d]"
        ),
        (
            "json", "{\"a\": [1.5e-3, true], \"b\" : \"c:\"}",
            "key[\"a\"] number[1.5e-3] constant[true] key[\"b\"] string[\"c:\"]"
        ),
        (
            "yaml", "# a\nb-c: \"d\"\n- e: f#g # h\n  i: true\n---",
            "comment[# a] key[b-c] string[\"d\"] key[e] comment[# h] key[i] constant[true] meta[---]"
        ),
        (
            "toml", "[a]\nb = \"c\" # d\ne = 1979-05-27",
            "type[[a]] key[b] string[\"c\"] comment[# d] key[e] number[1979-05-27]"
        ),
        (
            "html", "<a b=\"c>d\">&amp; <!-- e --></a>",
            "tag[<a] key[b] string[\"c>d\"] constant[&amp;] comment[<!-- e -->] tag[</a]"
        ),
        (
            "css", "@media (x) { a:b { color: #fff; margin: 1.5em 10%; } } /* c */",
            "meta[@media] key[a] key[color] constant[#fff] key[margin] number[1.5em] number[10%] comment[/* c */]"
        ),
        ("Dockerfile", "FROM a AS b\nRUN echo $C from", "keyword[FROM] keyword[RUN] variable[$C]"),
        ("diff", "--- a\n+++ b\n@@ 1 @@\n-x\n+y\n z", "meta[--- a] meta[+++ b] meta[@@ 1 @@] deleted[-x] inserted[+y]"),
        ("console", "$ cd /x && echo hi\n$ not a prompt\nfor", "meta[$] keyword[cd] keyword[echo] meta[$]"),
        ("ruby", "def f; :a; nil; end # b", "keyword[def] constant[nil] keyword[end] comment[# b]"),
        ("php", "ECHO $a . 'b'; // c", "keyword[ECHO] variable[$a] string['b'] comment[// c]"),
        ("r", "x.y <- function(z) NULL # a", "keyword[function] constant[NULL] comment[# a]"),
        ("nosuch", "let x = 1", ""), ("", "let x = 1", ""),
    ])
    func eachLanguageIsTakenApart(_ language: String, _ code: String, _ expected: String) {
        #expect(tokens(code, language) == expected)
    }

    @Test(arguments: [
        (
            "swift", "\"a\\(b[\"c\"] + (1))d\" + nil",
            "string[\"a\\(] string[\"c\"] number[1] string[)d\"] constant[nil]"
        ),
        ("swift", "\"\\(\"\\(1)\")\"", "string[\"\\(] string[\"\\(] number[1] string[)\"] string[)\"]"),
        ("swift", "\"\\(a\nlet", "string[\"\\(] keyword[let]"),
        (
            "kotlin", "\"${if (a) \"b\" else \"c\"}\" null",
            "string[\"${] keyword[if] string[\"b\"] keyword[else] string[\"c\"] string[}\"] constant[null]"
        ),
        ("js", "`a${{b: `c`}}d` + 1", "string[`a${] string[`c`] string[}d`] number[1]"),
        ("python", "f\"{a[\"b\"]:#x} {{c}}\" None", "string[f\"{] string[\"b\"] string[} {{c}}\"] constant[None]"),
        ("sh", "\"$(a \"b\" $(c))d\" if", "string[\"$(] string[\"b\"] string[)d\"] keyword[if]"),
        ("ruby", "\"#{a[\"b\"]}\" nil", "string[\"#{] string[\"b\"] string[}\"] constant[nil]"),
        ("c#", "$\"{a[\"b\"]}\" null", "string[$\"{] string[\"b\"] string[}\"] constant[null]"),
    ])
    func codeWithinAStringIsCode(_ language: String, _ code: String, _ expected: String) {
        #expect(tokens(code, language) == expected)
    }

    @Test(arguments: [
        ("yaml", "a: |\n  b: true # c\n\n   d\ne: 1", "key[a] string[  b: true # c\n\n   d] key[e] number[1]"),
        ("yaml", "- a: >-  # x\n    it's\n  b: 'c'", "key[a] comment[# x] string[    it's] key[b] string['c']"),
        ("yaml", "- |+2\n  a: b\n- c: d >\n  e: 1", "number[2] string[  a: b] key[c] key[e] number[1]"),
        ("yaml", "a: |\nb: 1", "key[a] key[b] number[1]"),
        ("sh", "cat <<EOF | sort\nit's $A\nEOF\necho 1", "string[it's $A\nEOF] keyword[echo] number[1]"),
        ("sh", "a <<-'B' <<\"C\"\nx\n\tB\ny\nC\nif", "string[x\n\tB\ny\nC] keyword[if]"),
        ("sh", "a <<<\"$b\"\nif (( 1 << 2 || c<<d ))", "string[\"$b\"] keyword[if] number[1] number[2]"),
    ])
    func textsOfWholeLinesAreStrings(_ language: String, _ code: String, _ expected: String) {
        #expect(tokens(code, language) == expected)
    }

    @Test(arguments: [
        ("a < b and c <3 <d e <p f>", "tag[<p] key[f]"),
        ("<a b=\"<c\">x</a>", "tag[<a] key[b] string[\"<c\"] tag[</a]"),
        (
            "<Script type=\"module\">if (a < 1) \"</b>\"</SCRIPT><b>",
            "tag[<Script] key[type] string[\"module\"] keyword[if] number[1] string[\"</b>\"] tag[</SCRIPT] tag[<b]"
        ),
        ("<style>a { b: #fff }</style>", "tag[<style] key[b] constant[#fff] tag[</style]"),
        ("<script src='x'/>if <b>", "tag[<script] key[src] string['x'] tag[<b]"),
        ("<script>if", "tag[<script] keyword[if]"),
    ])
    func markupIsToldFromText(_ code: String, _ expected: String) {
        #expect(tokens(code, "html") == expected)
    }

    @Test func wordsForTheSwiftCompilerStandOut() {
        #expect(
            tokens("#if os(Linux)\nif #available(macOS 15, *) { #\"a\"# }", "swift")
                == "meta[#if] type[Linux] keyword[if] meta[#available] number[15] string[#\"a\"#]")
    }

    private static let languages = [
        "sh", "console", "python", "java", "js", "ts", "c", "cpp", "cs", "go", "rust", "swift", "kotlin", "sql", "json",
        "yaml", "toml", "html", "css", "dockerfile", "diff", "ruby", "php", "r",
    ]

    @Test(arguments: languages)
    func theTextOfTheCodeStaysAsItIs(_ language: String) {
        var generator = SeededGenerator(seed: UInt64(language.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
        let pieces = [
            "\"", "'", "`", "\\", "#", "##\"", "/*", "*/", "//", "<", ">", "<!--", "-->", "&", "&amp;", "$", "${", "}",
            "{",
            "@", "a", "Å", "let", "1e", "-", "+", "\n", " ", ":", "=", "[", "]", "\"\"\"", "'''", "--", "\t", "%", ".",
            "\\(", ")", "f\"", "$(", "#{", "<<A", "\nA\n", ": |\n", "> ", "<script>", "</script>", "<a", "=\"",
        ]
        for round in 0..<200 {
            let code = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let plain = "x\(code)x"
            let shown = html(plain, "\(language) {2,4}")
            let text = shown.replacing(/<[^>]*>/, with: "")
            #expect(Self.unescaped(text) == "\(plain)\n\n", "round \(round)")
            #expect(HTMLAudit.complaints(about: shown) == [])
        }
    }

    @Test(arguments: languages)
    func codeWithoutAnEndIsReadOnce(_ language: String) {
        for piece in [
            "\"", "'", "/*", "#\"", "<!--", "<a ", "${", "`", "\\", "{", "&", "'a", "##########", "\"\\(", "f\"{",
            "\"$(", "`${", "\"#{", "<<a ", "<<a\n", "a: |\n", "a: |\n ", "<a =\"", "<a b='<a c=\"", "<script>", "<a",
        ] {
            let code = String(repeating: piece, count: 3_000)
            #expect(html(code, language).count >= code.count)
        }
    }

    @Test func markedLinesAreWholeAndNothingCrossesTheirEnds() {
        #expect(
            html("a /* b\nc */ d\ne", "c {2}")
                == "<pre tabindex=\"0\"><code class=\"language-c\">a <span class=\"hl-comment\">/* b</span>\n"
                + "<mark class=\"hl-line\"><span class=\"hl-comment\">c */</span> d</mark>\ne\n</code></pre>\n")
    }

    @Test(arguments: [
        ("{2}", []), ("{1, 2-3}", []), ("{4}", ["4"]), ("{0,x,3-2,1-9}", ["0", "x", "3-2", "1-9"]), ("{}", [""]),
        ("title", []),
    ])
    func aMarkOfALineThatIsNotThereIsSaid(_ marks: String, _ mistakes: [String]) {
        let found = findings("text\n\n```swift \(marks)\na\nb\nc\n```")
        #expect(found.map(\.message) == mistakes.map { "\"\($0)\" is no line of this code, which has 3" })
        #expect(found.allSatisfy { $0.location.range?.start.line == 3 })
    }
}

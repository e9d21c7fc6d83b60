// Languages that look like C. The words are those of each language's own specification.

extension CodeLanguage {
    private static let slashes = (
        line: ["//"] as [StaticString], block: [BlockComment(opening: "/*", closing: "*/")]
    )
    private static let quoted = StringRule(opening: "\"", closing: "\"")
    private static let character = StringRule(opening: "'", closing: "'")

    static let c = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "break case const continue default do else enum extern for goto if inline register restrict return sizeof static "
                    + "struct switch typedef typeof union volatile while alignas alignof constexpr static_assert thread_local"
            ),
            (.type, "auto bool char double float int long short signed unsigned void size_t ssize_t FILE"),
            (.constant, "true false nullptr NULL"),
        ]), lineComments: slashes.line, blockComments: slashes.block, strings: [quoted, character],
        habits: .preprocessor)

    static let cpp = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "alignas alignof and asm break case catch class co_await co_return co_yield concept const consteval constexpr "
                    + "constinit const_cast continue decltype default delete do dynamic_cast else enum explicit export extern final "
                    + "for friend goto if inline mutable namespace new noexcept not operator or override private protected public "
                    + "register reinterpret_cast requires return sizeof static static_assert static_cast struct switch template this "
                    + "thread_local throw try typedef typeid typename union using virtual volatile while"
            ),
            (
                .type,
                "auto bool char char8_t char16_t char32_t double float int long short signed unsigned void wchar_t size_t"
            ),
            (.constant, "true false nullptr NULL"),
        ]), lineComments: slashes.line, blockComments: slashes.block,
        strings: [
            StringRule(opening: "R\"(", closing: ")\"", escape: 0, spansLines: true), quoted, character,
        ],
        habits: .preprocessor)

    static let cSharp = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "abstract as async await base break case catch checked class const continue default delegate do else enum event "
                    + "explicit extern finally fixed for foreach get goto if implicit in init interface internal is lock namespace new "
                    + "operator out override params private protected public readonly record ref required return sealed set sizeof "
                    + "stackalloc static struct switch this throw try typeof unchecked unsafe using virtual volatile when where while "
                    + "with yield"
            ),
            (
                .type,
                "bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort var void"
            ),
            (.constant, "true false null"),
        ]), lineComments: slashes.line, blockComments: slashes.block,
        strings: [
            StringRule(opening: "\"\"\"", closing: "\"\"\"", escape: 0, spansLines: true),
            StringRule(opening: "@\"", closing: "\"", escape: 0, spansLines: true),
            StringRule(opening: "$\"", closing: "\"", insertion: .braces), quoted, character,
        ], habits: [.capitalTypes, .preprocessor])

    static let java = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "abstract assert break case catch class continue default do else enum exports extends final finally for goto if "
                    + "implements import instanceof interface module native new package permits private protected public record requires "
                    + "return sealed static strictfp super switch synchronized this throw throws transient try volatile when while yield"
            ),
            (.type, "boolean byte char double float int long short var void"), (.constant, "true false null"),
        ]), lineComments: slashes.line, blockComments: slashes.block,
        strings: [StringRule(opening: "\"\"\"", closing: "\"\"\"", spansLines: true), quoted, character],
        habits: [.capitalTypes, .decorators])

    static let kotlin = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "abstract actual annotation as break by catch class companion const constructor continue crossinline data do else "
                    + "enum expect external final finally for fun get if import in infix init inline inner interface internal is lateinit "
                    + "noinline object open operator out override package private protected public reified return sealed set super "
                    + "suspend tailrec this throw try typealias val value var vararg when where while"
            ),
            (.constant, "true false null"),
        ]), lineComments: slashes.line,
        blockComments: [BlockComment(opening: "/*", closing: "*/", nests: true)],
        strings: [
            StringRule(
                opening: "\"\"\"", closing: "\"\"\"", escape: 0, spansLines: true, insertion: .dollarBraces),
            StringRule(opening: "\"", closing: "\"", insertion: .dollarBraces), character,
        ], habits: [.capitalTypes, .decorators])

    static let go = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "break case chan const continue default defer else fallthrough for func go goto if import interface map package "
                    + "range return select struct switch type var"
            ),
            (
                .type,
                "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint "
                    + "uint8 uint16 uint32 uint64 uintptr"
            ), (.constant, "true false nil iota"),
        ]), lineComments: slashes.line, blockComments: slashes.block,
        strings: [quoted, character, StringRule(opening: "`", closing: "`", escape: 0, spansLines: true)])

    static let rust = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub "
                    + "ref return self static struct super trait type unsafe use where while yield"
            ),
            (
                .type,
                "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Self"
            ), (.constant, "true false"),
        ]), lineComments: slashes.line,
        blockComments: [BlockComment(opening: "/*", closing: "*/", nests: true)],
        strings: [StringRule(opening: "\"", closing: "\"", spansLines: true), character],
        habits: [.capitalTypes, .lifetimes, .hashStrings])

    static let swift = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "actor any as associatedtype async await borrowing break case catch class consuming continue convenience default "
                    + "defer deinit didSet do dynamic else enum extension fallthrough fileprivate final for func get guard if import in "
                    + "indirect infix init inout internal is isolated lazy let macro mutating nonisolated nonmutating open operator "
                    + "optional override package postfix precedencegroup prefix private protocol public repeat required rethrows return "
                    + "self set some static struct subscript super switch throw throws try typealias unowned var weak where while willSet"
            ),
            (.type, "Self"), (.constant, "true false nil"),
        ]), lineComments: slashes.line,
        blockComments: [BlockComment(opening: "/*", closing: "*/", nests: true)],
        strings: [
            StringRule(opening: "\"\"\"", closing: "\"\"\"", spansLines: true, insertion: swiftInsertion),
            StringRule(opening: "\"", closing: "\"", insertion: swiftInsertion),
        ], habits: [.capitalTypes, .decorators, .hashStrings, .hashWords])

    private static let swiftInsertion = Insertion(opening: "\\(", closing: UInt8(ascii: ")"))

    private static let scriptWords =
        "as async await break case catch class const continue debugger default delete do else export extends finally for from "
        + "function get if import in instanceof let new of return set static super switch this throw try typeof using var void "
        + "while with yield"
    private static let scriptStrings = [
        quoted, character, StringRule(opening: "`", closing: "`", spansLines: true, insertion: .dollarBraces),
    ]

    static let javaScript = CodeLanguage(
        words: WordTable([
            (.keyword, scriptWords), (.constant, "true false null undefined NaN Infinity"),
        ]), lineComments: slashes.line, blockComments: slashes.block, strings: scriptStrings, nameBytes: "$",
        habits: [.capitalTypes, .decorators])

    static let typeScript = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                scriptWords
                    + " abstract accessor asserts declare enum implements infer interface is keyof namespace override private "
                    + "protected public readonly satisfies type unique"
            ),
            (.type, "any bigint boolean never number object string symbol unknown"),
            (.constant, "true false null undefined NaN Infinity"),
        ]), lineComments: slashes.line, blockComments: slashes.block, strings: scriptStrings, nameBytes: "$",
        habits: [.capitalTypes, .decorators])

    static let php = CodeLanguage(
        words: WordTable(
            [
                (
                    .keyword,
                    "abstract and as break case catch class clone const continue declare default do echo else elseif enum extends "
                        + "final finally fn for foreach function global goto if implements include include_once instanceof interface "
                        + "match namespace new or print private protected public readonly require require_once return static switch "
                        + "throw trait try use var while yield"
                ),
                (.type, "array bool callable float int iterable mixed never object string void"),
                (.constant, "true false null"),
            ], ignoresCase: true), lineComments: ["//", "#"], blockComments: slashes.block,
        strings: [
            StringRule(opening: "\"", closing: "\"", spansLines: true),
            StringRule(opening: "'", closing: "'", spansLines: true),
        ], habits: .dollarVariables)
}

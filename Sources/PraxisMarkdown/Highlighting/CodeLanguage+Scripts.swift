// Languages without braces or with words of their own. The words are those of each language's own specification.

extension CodeLanguage {
    static let python = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "and as assert async await break case class continue def del elif else except finally for from global if import in "
                    + "is lambda match nonlocal not or pass raise return try type while with yield"
            ),
            (.type, "bool bytes dict float frozenset int list object set str tuple"),
            (.constant, "True False None Ellipsis NotImplemented self cls"),
        ]), lineComments: ["#"],
        strings: [
            StringRule(opening: "f\"\"\"", closing: "\"\"\"", spansLines: true, insertion: .braces),
            StringRule(opening: "f'''", closing: "'''", spansLines: true, insertion: .braces),
            StringRule(opening: "f\"", closing: "\"", insertion: .braces),
            StringRule(opening: "f'", closing: "'", insertion: .braces),
            StringRule(opening: "\"\"\"", closing: "\"\"\"", spansLines: true),
            StringRule(opening: "'''", closing: "'''", spansLines: true), StringRule(opening: "\"", closing: "\""),
            StringRule(opening: "'", closing: "'"),
        ], habits: .decorators)

    static let ruby = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "alias and begin break case class def defined do else elsif end ensure for if in module next not or redo require "
                    + "rescue retry return self super then undef unless until when while yield attr_accessor attr_reader include"
            ), (.constant, "true false nil"),
        ]), lineComments: ["#"],
        strings: [
            StringRule(
                opening: "\"", closing: "\"", spansLines: true,
                insertion: Insertion(opening: "#{", closing: UInt8(ascii: "}"))),
            StringRule(opening: "'", closing: "'", spansLines: true),
        ], habits: [.capitalTypes, .dollarVariables, .spacedComments])

    static let r = CodeLanguage(
        words: WordTable([
            (.keyword, "break else for function if in next repeat return while library require"),
            (.constant, "TRUE FALSE NULL NA NaN Inf"),
        ]), lineComments: ["#"],
        strings: [
            StringRule(opening: "\"", closing: "\"", spansLines: true),
            StringRule(opening: "'", closing: "'", spansLines: true),
        ], nameBytes: ".")

    private static let shellStrings = [
        StringRule(
            opening: "\"", closing: "\"", spansLines: true,
            insertion: Insertion(opening: "$(", closing: UInt8(ascii: ")"))),
        StringRule(opening: "'", closing: "'", escape: 0, spansLines: true),
    ]

    static let shell = CodeLanguage(
        words: WordTable([
            (
                .keyword,
                "case do done elif else esac export fi for function if in local readonly return select set shift then trap unset "
                    + "until while alias cd echo eval exec exit printf read source sudo test"
            ), (.constant, "true false"),
        ]), lineComments: ["#"], strings: shellStrings, nameBytes: "-",
        habits: [.dollarVariables, .spacedComments, .hereDocuments])

    static let dockerfile = CodeLanguage(
        words: WordTable(
            [
                (
                    .keyword,
                    "add arg cmd copy entrypoint env expose from healthcheck label maintainer onbuild run shell stopsignal user volume "
                        + "workdir"
                )
            ], ignoresCase: true), lineComments: ["#"], strings: shellStrings, nameBytes: "-",
        habits: [.dollarVariables, .spacedComments, .wordsBeginLines, .hereDocuments])

    static let sql = CodeLanguage(
        words: WordTable(
            [
                (
                    .keyword,
                    "add all alter and as asc begin between by cascade case check column commit constraint create cross current "
                        + "database default delete desc distinct drop else end except exists explain fetch first for foreign from full "
                        + "grant group having if in index inner insert intersect into is join key last lateral left like limit natural "
                        + "not of offset on or order outer over partition primary recursive references returning revoke right rollback "
                        + "row rows select set table then to transaction trigger truncate union unique update using values view when "
                        + "where window with"
                ),
                (
                    .type,
                    "bigint bit blob boolean char date decimal double float int integer interval json jsonb numeric real serial "
                        + "smallint text time timestamp timestamptz uuid varchar"
                ), (.constant, "true false null"),
            ], ignoresCase: true), lineComments: ["--"], blockComments: [BlockComment(opening: "/*", closing: "*/")],
        strings: [StringRule(opening: "'", closing: "'", escape: 0, spansLines: true)])
}

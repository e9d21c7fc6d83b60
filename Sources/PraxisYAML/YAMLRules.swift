package import PraxisDiagnostics

/// The rules about the form of front matter and data files.
package enum YAMLRules {
    package static let unclosedFence = Rule(
        "yaml.fence-unclosed", .error, "Front matter ends with a line of three hyphens.")
    package static let fence = Rule(
        "yaml.fence", .error, "Front matter begins on the first line of the file, with exactly three hyphens.")
    package static let tooLarge = Rule("yaml.too-large", .error, "Front matter is at most 64 kB long.")
    package static let tooDeep = Rule("yaml.too-deep", .error, "Values are nested at most 64 levels deep.")
    package static let tooManyAliases = Rule(
        "yaml.too-many-aliases", .error, "A file repeats values with *name at most ten times.")

    package static let duplicateKey = Rule("yaml.duplicate-key", .error, "A field is written once.")
    package static let unquotedColon = Rule(
        "yaml.unquoted-colon", .error, "Text with a colon and a space in it stands in quotes.")
    package static let colonSpace = Rule("yaml.colon-space", .error, "A space follows the colon after a field's name.")
    package static let dashSpace = Rule("yaml.dash-space", .error, "A space follows the hyphen of a list item.")
    package static let bullet = Rule("yaml.bullet", .error, "List items begin with a hyphen.")
    package static let equalsSign = Rule("yaml.equals-sign", .error, "A colon follows a field's name.")
    package static let tab = Rule("yaml.tab", .error, "Lines are indented with spaces.")
    package static let invisibleCharacter = Rule(
        "yaml.invisible-character", .error, "Front matter has no control characters and no special spaces around names."
    )
    package static let indentation = Rule(
        "yaml.indentation", .error, "Fields and list items that belong together begin in the same column.")
    package static let unclosedQuote = Rule("yaml.unclosed-quote", .error, "A quote that opens is closed.")
    package static let textAfterQuote = Rule(
        "yaml.text-after-quote", .error, "Quotes that open a text stand around all of it.")
    package static let backslash = Rule(
        "yaml.backslash", .error, "Text with backslashes stands in single quotes, or in none.")
    package static let unclosedBracket = Rule("yaml.unclosed-bracket", .error, "A bracket that opens is closed.")
    package static let textAfterBracket = Rule(
        "yaml.text-after-bracket", .error, "Text that begins with a bracket stands in quotes.")
    package static let specialCharacter = Rule(
        "yaml.special-character", .error, "Text that begins with a character special to YAML stands in quotes.")
    package static let notAField = Rule(
        "yaml.not-a-field", .error, "A line is a field, a list item, or indented text that belongs to the line above.")
    package static let listAmongFields = Rule(
        "yaml.list-among-fields", .error, "List items stand below the field that they belong to.")
    package static let fieldAmongItems = Rule(
        "yaml.field-among-items", .error, "A field does not stand among list items.")
    package static let listAfterValue = Rule(
        "yaml.list-after-value", .error, "A field has either a value on its line or a list below it.")
    package static let listOnLine = Rule(
        "yaml.list-on-line", .error, "A list on the field's own line stands in brackets.")
    package static let syntax = Rule("yaml.syntax", .error, "Front matter is fields, lists and text.")

    package static let numberSign = Rule(
        "yaml.number-sign", .advice,
        "Text with a space and a number sign in it stands in quotes; a comment stands on a line of its own, or behind a date, "
            + "a name or a word that the field knows.")
    package static let curlyQuotes = Rule(
        "yaml.curly-quotes", .advice, "Quotes around a text are straight ones.")

    /// Every rule of this target, in the order of the handbook.
    package static let all: [Rule] = [
        unclosedFence, fence, tooLarge, tooDeep, tooManyAliases, duplicateKey, unquotedColon, colonSpace, dashSpace,
        bullet, equalsSign, tab, invisibleCharacter, indentation, unclosedQuote, textAfterQuote, backslash,
        unclosedBracket, textAfterBracket, specialCharacter, notAField, listAmongFields, fieldAmongItems,
        listAfterValue, listOnLine, syntax, numberSign, curlyQuotes,
        FieldRules.commaList, FieldRules.markup, FieldRules.missing, FieldRules.unknown, FieldRules.wrongShape,
        FieldRules.wrongValue, FieldRules.unknownWord,
    ]
}

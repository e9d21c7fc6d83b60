package import PraxisDiagnostics

/// What a change of files leaves to people.
package enum AuthoringRules {
    package static let byHand = Rule(
        "authoring.by-hand", .advice, "What cannot be mended safely by a program is mended by hand.")
    package static let nameRemains = Rule(
        "authoring.name-remains", .advice, "Somebody who is forgotten is not named in prose without a reason.")

    package static let table = Rule(
        "import.table", .error, "Each row of a table that is imported becomes a page of its own.")
    package static let column = Rule(
        "import.column", .error, "Each column of a table that is imported is a field of the pages.")
    package static let empty = Rule(
        "import.empty", .error, "What a page must say is said in each row, or for all of them.")

    package static let differs = Rule(
        "import.differs", .advice, "A table that is imported again says what the pages say that its rows became.")

    package static let all = [byHand, nameRemains, table, column, empty, differs]
}

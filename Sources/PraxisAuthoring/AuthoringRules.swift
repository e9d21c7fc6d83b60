package import PraxisDiagnostics

/// What a change of files leaves to people.
package enum AuthoringRules {
    package static let byHand = Rule(
        "authoring.by-hand", .advice, "What cannot be mended safely by a program is mended by hand.")
    package static let nameRemains = Rule(
        "authoring.name-remains", .advice, "Somebody who is forgotten is not named in prose without a reason.")

    package static let all = [byHand, nameRemains]
}

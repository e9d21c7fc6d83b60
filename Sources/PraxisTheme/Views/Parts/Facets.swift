/// A property by which a list can be narrowed.
struct FacetView: View {
    var key: String
    var label: String
    var values: [FacetValue]
    /// The rarer values, where there are many.
    var more: FacetMore?

    static let contract = Contract<FacetView>(
        "Facet", "A property by which a list can be narrowed.",
        [
            .text("key", "Its name for scripts: `kind`, `topic` …") { $0.key },
            .text("label", "Its name for readers.") { $0.label },
            .list("values", "What it can be, in its own order, else the most frequent first.") { $0.values },
            .optional("more", "The rarer values, where there are many.") { $0.more },
        ])
}

/// The rarer values of a facet.
struct FacetMore: View {
    var label: String
    var values: [FacetValue]

    static let contract = Contract<FacetMore>(
        "FacetMore", "The rarer values of a facet.",
        [
            .text("label", "How many more there are, in words.") { $0.label },
            .list("values", "The values.") { $0.values },
        ])
}

/// One value of a facet.
struct FacetValue: View {
    var value: String
    var label: String
    var count: Int

    static let contract = Contract<FacetValue>(
        "FacetValue", "One value of a facet.",
        [
            .text("value", "The value for scripts.") { $0.value },
            .text("label", "The value for readers.") { $0.label },
            .number("count", "How many items of the list have it.") { $0.count },
        ])
}

/// A choice in a form of the finder.
struct FilterView: View {
    var key: String
    var label: String
    var any: String
    var values: [FacetValue]

    static let contract = Contract<FilterView>(
        "Filter", "A choice in the finder's form.",
        [
            .text("key", "Its name for scripts.") { $0.key },
            .text("label", "Its name for readers.") { $0.label },
            .text("any", "What stands for no choice.") { $0.any },
            .list("values", "What can be chosen.") { $0.values },
        ])
}

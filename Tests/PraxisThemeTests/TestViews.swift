@testable import PraxisTheme

/// A view with one field of each shape.
struct Meal: View {
    var name = "Soup"
    var note: String?
    var recipe: HTML?
    var isHot = false
    var cook = Cook(name: "Ada")
    var helper: Cook?
    var courses: [Course] = []
    var spices: [String] = []
    var sign = "signs/leaf"

    static let contract = Contract<Meal>(
        "Meal", "Something to eat.",
        [
            .text("name", "What it is called.") { $0.name },
            .optional("note", "What to know.") { $0.note },
            .html("recipe", "How it is made.") { $0.recipe },
            .flag("hot", "Whether it is hot.") { $0.isHot },
            .view("cook", "Who cooks.") { $0.cook },
            .optional("helper", "Who helps.") { $0.helper },
            .list("courses", "What is served.") { $0.courses },
            .texts("spices", "What it tastes of.") { $0.spices },
            .template("sign", "The sign on it.", among: ["signs/leaf", "signs/flame"]) { $0.sign },
        ])
}

/// A part of a meal, with a name of its own and a note that may be missing.
struct Course: View {
    var name: String
    var note: String?

    static let contract = Contract<Course>(
        "Course", "A part of a meal.",
        [
            .text("name", "What it is called.") { $0.name },
            .optional("note", "What to know.") { $0.note },
        ])
}

/// Somebody in the kitchen.
struct Cook: View {
    var name: String

    static let contract = Contract<Cook>(
        "Cook", "Somebody in the kitchen.", [.text("name", "The name.") { $0.name }])
}

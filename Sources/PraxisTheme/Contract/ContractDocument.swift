/// The documentation of the contract, made from the tables that templates are checked against.
package enum ContractDocument {
    /// The page for theme authors, in Markdown.
    package static var text: String {
        let intro = """
            # What templates may use

            This page is made from the program's own tables, and a test compares the two. It describes version \
            \(ThemeContract.version) of the contract; `theme.yaml` says `contract: \(ThemeContract.version)`. A name that \
            goes away or comes to mean something else makes a new version; a name that is added does not.

            Templates are [Mustache](https://mustache.github.io/mustache.5.html) with inheritance. `praxis theme check` \
            and every build check each tag against this page.

            - A *text* is written as `{{name}}`, *markup* as `{{{name}}}`. The other way round is an error.
            - `{{#name}}…{{/name}}` asks a *flag*, repeats for a *list*, and enters a view, a text or markup where it is \
            there. `{{^name}}…{{/name}}` is for where it is not, or is empty.
            - Inside a section over a text, or over a list of texts, `{{.}}` is that text.
            - A dotted name reaches into a view: `{{page.title}}`.
            - A name is looked for in the innermost view first, then outwards. A name that a view has, but that is missing \
            there, stays missing.
            - Each list brings a flag of its own, named after it: `hasTopics` of `topics`.
            - A view marked *?* may be missing.
            - A template must not include itself. `{{>*name}}` includes the template that a field names.


            """
        return intro + pages + parts
    }

    private static var pages: String {
        let shell = ShellView.description
        var text = "## Everywhere\n\n\(shell.summary)\n\n\(table(of: shell))\n## Pages\n\n"
        text += "| template | for | what it gets |\n| --- | --- | --- |\n"
        for page in PageTemplate.allCases {
            text += "| `\(page.name)` | \(page.summary) | \(link(to: page.view.description)) |\n"
        }
        text += "\n"
        for page in PageTemplate.allCases { text += section(of: page.view.description) }
        return text
    }

    private static var parts: String {
        var seen = Set(PageTemplate.allCases.map { $0.view.description.name } + [ShellView.description.name])
        var pending = [ShellView.description] + PageTemplate.allCases.map { $0.view.description }
        var found: [ContractDescription] = []
        while let next = pending.popLast() {
            for field in next.fields {
                guard let part = field.part, seen.insert(part.name).inserted else { continue }
                found.append(part)
                pending.append(part)
            }
        }
        let sorted = found.sorted { $0.name < $1.name }
        return "## Parts\n\n" + sorted.map(section).joined()
    }

    private static func section(of contract: ContractDescription) -> String {
        "### \(contract.name)\n\n\(contract.summary)\n\n\(table(of: contract))\n"
    }

    private static func table(of contract: ContractDescription) -> String {
        var text = "| name | is | |\n| --- | --- | --- |\n"
        for field in contract.fields {
            text += "| `\(field.name)` | \(kind(of: field)) | \(field.summary.replacing("|", with: "\\|")) |\n"
        }
        return text
    }

    private static func kind(of field: FieldDescription) -> String {
        let mark = field.isOptional ? "?" : ""
        return switch field.shape {
        case .text: "text\(mark)"
        case .html: "markup\(mark)"
        case .flag: "flag"
        case .view(let type): link(to: type.description) + mark
        case .views(let type): "list of \(link(to: type.description))"
        case .texts: "list of texts"
        case .template(let names): "template: \(names.map { "`\($0)`" }.joined(separator: ", "))"
        }
    }

    private static func link(to contract: ContractDescription) -> String {
        "[\(contract.name)](#\(contract.name.lowercased()))"
    }
}

extension FieldDescription {
    /// The contract of the view that the field holds, or whose list it is.
    fileprivate var part: ContractDescription? {
        switch shape {
        case .view(let type), .views(let type): type.description
        case .text, .html, .flag, .texts, .template: nil
        }
    }
}

import PraxisDiagnostics

/// Partials, parents and the blocks that they leave to be filled.
extension TemplateCompiler {
    mutating func include(
        _ name: TemplateName, _ place: Place, blocks: [String: Filling], indentation: [UInt8] = []
    ) -> [Instruction] {
        guard let template = template(name, place) else { return [] }
        let key = "\(name.text) \(indentation.count) \(place.scope.key)"
        if blocks.isEmpty, let known = compiled[key] { return known }
        var inner = place
        inner.blocks = blocks
        let result = instructions(of: template, inner, indentation: indentation)
        if blocks.isEmpty { compiled[key] = result }
        return result
    }

    private mutating func template(_ name: TemplateName, _ place: Place) -> Template? {
        guard let template = templates[name.text] else {
            let nearest = Suggestion.nearest(to: name.text, among: templates.keys.sorted()).first
            report(
                .templatePartial, name, place, "no template \"\(name.text)\"",
                advice: nearest.map { "did you mean \"\($0)\"?" } ?? "add templates/\(name.text).mustache")
            return nil
        }
        guard !chain.contains(name.text) else {
            let way = chain.drop { $0 != name.text } + [name.text]
            report(
                .templateCycle, name, place, "the template \"\(name.text)\" includes itself",
                advice: "take one of these out: \(way.joined(separator: " → "))")
            return nil
        }
        return template
    }

    mutating func choice(_ name: TemplateName, _ place: Place) -> [Instruction] {
        guard let (path, field) = resolve(name, place) else { return [] }
        guard case .template(let choices) = field.shape else {
            report(
                .templateUse, name, place, "\"\(name.text)\" is not the name of a template",
                advice: "name a template: {{>components/…}}")
            return []
        }
        var table: [String: [Instruction]] = [:]
        for choice in choices {
            table[choice] = include(TemplateName(text: choice, range: name.range), place, blocks: place.blocks)
        }
        return [.choose(path, table)]
    }

    mutating func inherit(
        _ name: TemplateName, _ blocks: [TemplateBlock], _ place: Place
    ) -> [Instruction] {
        guard let parent = template(name, place) else { return [] }
        let known = blockNames(in: parent)
        var fillings = place.blocks
        for block in blocks {
            if !known.contains(block.name.text) {
                let nearest = Suggestion.nearest(to: block.name.text, among: known.sorted()).first
                report(
                    .templateBlock, block.name, place, "no block \"\(block.name.text)\" in \"\(name.text)\"",
                    advice: nearest.map { "did you mean \"\($0)\"?" }
                        ?? "its blocks are \(known.sorted().map { "\"\($0)\"" }.joined(separator: ", "))")
            }
            if fillings[block.name.text] == nil {
                fillings[block.name.text] = Filling(block: block, template: place.template)
            }
        }
        return include(name, place, blocks: fillings)
    }

    /// The names of the blocks of a template, of its partials and of its parents.
    private func blockNames(in template: Template, _ seen: Set<String> = []) -> Set<String> {
        guard !seen.contains(template.name) else { return [] }
        let seen = seen.union([template.name])
        func names(_ nodes: [TemplateNode]) -> Set<String> {
            nodes.reduce(into: []) { result, node in
                switch node {
                case .text, .variable, .partial(_, true, _): break
                case .section(_, _, let inner): result.formUnion(names(inner))
                case .partial(let name, false, _):
                    if let other = templates[name.text] { result.formUnion(blockNames(in: other, seen)) }
                case .parent(let name, let blocks):
                    if let other = templates[name.text] { result.formUnion(blockNames(in: other, seen)) }
                    for block in blocks { result.formUnion(names(block.content)) }
                case .block(let block):
                    result.insert(block.name.text)
                    result.formUnion(names(block.content))
                }
            }
        }
        return names(template.nodes)
    }

    mutating func fill(_ block: TemplateBlock, _ place: Place) -> [Instruction] {
        guard let filling = place.blocks[block.name.text] else { return instructions(of: block.content, place) }
        var inner = place
        inner.template = filling.template
        // A block that repeats its own name inside means the parent's default there.
        inner.blocks[block.name.text] = nil
        return instructions(of: filling.block.content, inner)
    }
}

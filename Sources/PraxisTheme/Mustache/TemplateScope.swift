/// The views that a template can see at one place, the outermost first.
struct TemplateScope: Sendable {
    /// What a section has entered.
    enum Frame: Sendable {
        case view(ContractDescription)
        /// One text, written as `{{.}}`.
        case text
        case html
    }

    var frames: [Frame]

    init(_ views: [ContractDescription]) {
        frames = views.map { .view($0) }
    }

    func entering(_ frame: Frame) -> TemplateScope {
        var scope = self
        scope.frames.append(frame)
        return scope
    }

    /// What a dotted name leads to: the first part is looked for from the innermost view outwards, the others where
    /// the one before them led.
    func resolve(_ name: String) -> Result<(path: FieldPath, field: FieldDescription), Unknown> {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for (up, frame) in frames.reversed().enumerated() {
            guard case .view(let contract) = frame, let index = contract.index(of: parts[0]) else { continue }
            return follow(parts, from: contract, index: index, up: up)
        }
        return .failure(Unknown(part: parts[0], contract: innermost, known: names, before: ""))
    }

    /// A part of a name that leads nowhere.
    struct Unknown: Error {
        var part: String
        var contract: ContractDescription?
        /// The names that would have led somewhere.
        var known: [String]
        /// The part of the name before it.
        var before: String
    }

    private func follow(
        _ parts: [String], from contract: ContractDescription, index: Int, up: Int
    ) -> Result<(path: FieldPath, field: FieldDescription), Unknown> {
        var field = contract.fields[index]
        var fields = [index]
        for (position, part) in parts.enumerated().dropFirst() {
            let before = parts[..<position].joined(separator: ".") + "."
            guard case .view(let type) = field.shape else {
                return .failure(Unknown(part: part, contract: nil, known: [], before: before))
            }
            let inner = type.description
            guard let next = inner.index(of: part) else {
                return .failure(
                    Unknown(part: part, contract: inner, known: inner.fields.map(\.name), before: before))
            }
            field = inner.fields[next]
            fields.append(next)
        }
        return .success((FieldPath(up: up, fields: fields), field))
    }

    private var innermost: ContractDescription? {
        frames.reversed().lazy.compactMap { if case .view(let contract) = $0 { contract } else { nil } }.first
    }

    /// Every name that can be used here, the innermost first.
    private var names: [String] {
        frames.reversed().flatMap { frame -> [String] in
            if case .view(let contract) = frame { contract.fields.map(\.name) } else { [] }
        }
    }

    /// Tells scopes apart in which a template might mean different things.
    var key: String {
        frames.map { frame in
            switch frame {
            case .view(let contract): contract.name
            case .text: "text"
            case .html: "html"
            }
        }.joined(separator: " ")
    }
}

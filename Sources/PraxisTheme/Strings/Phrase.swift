/// A text of the interface, as a string file has it: with places to fill, perhaps in several plural forms.
struct Phrase: Sendable, Hashable {
    /// A text or a place to fill.
    enum Part: Sendable, Hashable {
        case text(String)
        /// `{name}`.
        case place(String)
    }

    /// Without plural forms, the only one is `other`.
    private let forms: [PluralRule.Form: [Part]]

    /// A text without plural forms.
    init(_ text: String) {
        forms = [.other: Self.parts(of: text)]
    }

    /// A text in several plural forms, `other` among them.
    init(forms: [PluralRule.Form: String]) {
        self.forms = forms.mapValues(Self.parts)
    }

    /// The text, where it has neither places nor plural forms.
    var plain: String? {
        guard forms.count == 1, let parts = forms[.other] else { return nil }
        if parts.isEmpty { return "" }
        if parts.count == 1, case .text(let text) = parts[0] { return text }
        return nil
    }

    /// The names of all places to fill, in all forms.
    var places: Set<String> {
        Set(
            forms.values.joined().compactMap { part in
                if case .place(let name) = part { name } else { nil }
            })
    }

    /// The forms that it is written in.
    var writtenForms: Set<PluralRule.Form> { Set(forms.keys) }

    /// The text with its places filled. A place that nothing is given for stays empty. Linear.
    ///
    /// - Parameter form: Which plural form; `other` where it has no such form.
    func text(_ form: PluralRule.Form = .other, _ values: [String: String] = [:]) -> String {
        var result = ""
        for part in forms[form] ?? forms[.other] ?? [] {
            switch part {
            case .text(let text): result += text
            case .place(let name): result += values[name] ?? ""
            }
        }
        return result
    }

    /// A form as it is written, its places unfilled.
    func bare(_ form: PluralRule.Form) -> String {
        (forms[form] ?? forms[.other] ?? []).reduce(into: "") { result, part in
            switch part {
            case .text(let text): result += text
            case .place(let name): result += "{\(name)}"
            }
        }
    }

    /// `{name}` is a place; a brace that begins no such name stands for itself.
    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            let after = rest[rest.index(after: open)...]
            let name = after.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "}" {
                append(rest[..<open], to: &parts)
                parts.append(.place(String(name)))
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                append(rest[...open], to: &parts)
                rest = after
            }
        }
        append(rest, to: &parts)
        return parts
    }

    private static func append(_ text: Substring, to parts: inout [Part]) {
        guard !text.isEmpty else { return }
        if case .text(let before)? = parts.last {
            parts[parts.count - 1] = .text(before + text)
        } else {
            parts.append(.text(String(text)))
        }
    }
}

import PraxisDiagnostics

/// A piece of a template, as written.
indirect enum TemplateNode: Sendable {
    case text([UInt8])
    /// `{{name}}`, or `{{{name}}}` and `{{&name}}` where it is not escaped.
    case variable(TemplateName, isEscaped: Bool)
    /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}` where it is inverted.
    case section(TemplateName, isInverted: Bool, [TemplateNode])
    /// `{{>name}}`; `{{>*name}}` where the name is to be looked up. The indentation is that of a tag alone on its line.
    case partial(TemplateName, isDynamic: Bool, indentation: [UInt8])
    /// `{{<name}}…{{/name}}`, with the blocks it fills.
    case parent(TemplateName, [TemplateBlock])
    /// `{{$name}}…{{/name}}`.
    case block(TemplateBlock)
}

/// A part of a template that one which inherits from it may fill.
struct TemplateBlock: Sendable {
    var name: TemplateName
    var content: [TemplateNode]
}

/// A name in a tag, with where it stands.
struct TemplateName: Sendable {
    var text: String
    /// Offsets of its bytes in the template.
    var range: Range<Int>
}

/// A template, read.
struct Template: Sendable {
    /// `pages/home`.
    var name: String
    var source: SourceText
    var nodes: [TemplateNode]
}

/// A practice, a how-to, a checklist or a fill-in sheet.
struct GuidePage: View {
    var reading: ReadingHead
    var sheet: SheetView?
    var trail: TrailView?

    static let contract = Contract<GuidePage>(
        "GuidePage", "A practice, a how-to, a checklist or a fill-in sheet.",
        Field.all(of: { $0.reading }) + [
            .optional("sheet", "Where it can be filled in.") { $0.sheet },
            .optional("trail", "What it grew out of, and what grew out of it.") { $0.trail },
        ])
}

/// What a script needs to hand out a filled sheet.
struct SheetView: View {
    var name: String
    /// Its Markdown, with U+FFFC for each field in their order.
    var markdown: String

    static let contract = Contract<SheetView>(
        "Sheet", "What a script needs to hand out a filled sheet.",
        [
            .text("name", "For the name of a file.") { $0.name },
            .text("markdown", "Its Markdown, with U+FFFC for each field in order.") { $0.markdown },
        ])
}

internal import PraxisYAML

extension PageReader {
    /// Things to take up one after the other: each a reference, an address, or a record with `ref` or `title` and `url`,
    /// and perhaps `why`.
    mutating func items(
        _ key: String, _ documentation: String, _ need: RecordReader.Need = .optional, subject: String
    ) -> [(target: LinkOrReference?, why: String?)] {
        struct Item {
            var reference: Located<String>?
            var title: String?
            var url: Located<WebAddress>?
            var why: String?
            var isIncomplete = false
        }
        let items = fields.entries(
            key, documentation, need, subject: subject,
            scalar: { (text: Located<PageName>) in Item(reference: text.map(\.text)) },
            record: { record in
                let reference = record.text("ref", "a page of this site")
                let title = record.text("title", "what it is called")
                let url = record.value("url", as: WebAddress.self, "an address elsewhere")
                let why = record.text("why", "why it is here")
                return Item(
                    reference: reference, title: title?.value, url: url, why: why?.value,
                    isIncomplete: !record.hasValue("ref") && !record.hasValue("url"))
            })
        return items.map { item in
            if let url = item.value.url {
                return (.link(title: item.value.title ?? url.value.text, url: url.value.text), item.value.why)
            }
            if let reference = item.value.reference {
                return (linkOrPage(reference, title: item.value.title), item.value.why)
            }
            guard item.value.isIncomplete else { return (nil, item.value.why) }
            report(
                FieldRules.missing, at: item.range, "this says neither what page it is nor what address",
                advice: "add ref: with a page of this site, or title: and url:")
            return (nil, item.value.why)
        }
    }
}

import PraxisDiagnostics

/// Finds what stands in a template and what browsers refuse under the policy that a site is served with, which lets a page
/// load everything from the site and nothing from within itself (Content Security Policy Level 3).
enum TemplatePolicy {
    /// Linear in the length of the template.
    static func findings(in source: SourceText) -> [Finding] {
        var findings: [Finding] = []
        func report(_ range: Range<Int>, _ message: String, _ advice: String) {
            findings.append(
                Finding(.templatePolicy, at: source.location(of: range), message, advice: advice))
        }
        for element in TemplateElements(of: source.bytes) {
            if let (message, advice) = problem(of: element) { report(element.range, message, advice) }
            for attribute in element.attributes {
                if let (message, advice) = problem(of: attribute, on: element) {
                    report(attribute.range, message, advice)
                }
            }
        }
        return findings
    }

    // MARK: Elements

    private static func problem(of element: TemplateElement) -> (message: String, advice: String)? {
        switch element.name {
        case "script" where element.value("src") == nil && !isData(element):
            (
                "a script within the page does not run on the published site",
                "put it into a file in assets/, and load that with <script src=\"{{assets.NAME.js}}\" defer></script>"
            )
        case "style":
            (
                "a style sheet within the page does nothing on the published site",
                "put it into a file in assets/, and link that with <link rel=\"stylesheet\" href=\"{{assets.NAME.css}}\">"
            )
        case "object", "embed":
            (
                "<\(element.name)> stays empty on the published site",
                "link to the file, or show it with <img> or <video>"
            )
        case "base":
            (
                "<base> does nothing on the published site",
                "begin addresses with {{root}}, which leads to the top of the site"
            )
        default: nil
        }
    }

    /// Whether a script element holds data and nothing that runs.
    private static func isData(_ element: TemplateElement) -> Bool {
        guard let type = element.attributes.first(where: { $0.name == "type" }) else { return false }
        let running = ["", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"]
        return !running.contains(type.value.lowercased())
    }

    // MARK: Attributes

    private static func problem(
        of attribute: TemplateElement.Attribute, on element: TemplateElement
    ) -> (message: String, advice: String)? {
        let name = attribute.name
        if name == "style" {
            return (
                "a style attribute does nothing on the published site",
                "give the element a class, and the class its style in a file of assets/; a drawing has attributes such as fill"
            )
        }
        if name.hasPrefix("on"), name.utf8.count > 2, name.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) {
            return (
                "\"\(name)\" does nothing on the published site",
                "in a script of assets/, write element.addEventListener(\"\(name.dropFirst(2))\", …)"
            )
        }
        guard addresses.contains(name) else { return nil }
        let values = name == "srcset" ? attribute.value.split(separator: ",").map(String.init) : [attribute.value]
        return values.lazy.compactMap { problem(ofAddress: $0, in: name, on: element) }.first
    }

    private static func problem(
        ofAddress text: String, in name: String, on element: TemplateElement
    ) -> (message: String, advice: String)? {
        let address = text.trimmed.lowercased()
        if address.hasPrefix("javascript:") || address.hasPrefix("vbscript:") {
            return (
                "an address that begins with \"\(address.prefix { $0 != ":" }):\" does nothing on the published site",
                "write a <button>, and what it does in a script of assets/"
            )
        }
        if address.hasPrefix("data:") {
            return (
                "an address that begins with \"data:\" is not loaded on the published site",
                "make it a file in assets/, and write {{assets.NAME}}"
            )
        }
        let isElsewhere = ["http:", "https:", "//"].contains { address.hasPrefix($0) }
        guard isElsewhere, loads(name, element) else { return nil }
        let place = text.trimmed
        if name == "action" || name == "formaction" {
            return (
                "a form that leads to \(place) is not sent from the published site", "link there with <a href=\"…\">"
            )
        }
        return (
            "\(place) is not loaded on the published site, since a page asks nobody but its own site",
            "put the file into assets/, and write {{assets.NAME}}"
        )
    }

    /// Attributes that hold an address.
    private static let addresses: Set<String> = [
        "href", "xlink:href", "src", "srcset", "poster", "data", "background", "action", "formaction", "ping",
        "manifest",
    ]

    /// Whether a page loads what is at an address, or sends something there, rather than to lead to it.
    private static func loads(_ name: String, _ element: TemplateElement) -> Bool {
        switch name {
        case "href", "xlink:href":
            guard element.name == "link" else { return ["image", "use", "feimage"].contains(element.name) }
            let relations = (element.value("rel") ?? "").split(separator: " ").map(String.init)
            return !loaded.isDisjoint(with: relations)
        case "data": return element.name == "object"
        default: return true
        }
    }

    /// Relations of a `<link>` that a browser acts on by itself.
    private static let loaded: Set<String> = [
        "stylesheet", "icon", "apple-touch-icon", "mask-icon", "preload", "modulepreload", "prefetch", "preconnect",
        "dns-prefetch", "manifest",
    ]
}

extension String {
    /// Without space at its ends.
    fileprivate var trimmed: String {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

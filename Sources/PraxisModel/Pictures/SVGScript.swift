/// What makes a picture in SVG more than a picture: scripts, and what may run or load them.
///
/// A page shows such a file as an image, where nothing in it runs; but it has an address of its own, and who opens that
/// runs whatever its author put in. So a file with anything of the kind is refused, whole; what is looked for is wide, as
/// drawing programs write none of it.
package enum SVGScript {
    /// What is in the file that no picture needs, in words; `nil` if nothing is. Linear.
    package static func found(in bytes: [UInt8]) -> String? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return "text that is not UTF-8" }
        var scanner = MarkupScanner(bytes: bytes)
        while let tag = scanner.nextTag() {
            switch tag {
            case .other(let problem): if let problem { return problem }
            case .element(let name, let attributes):
                let local = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
                if elements.contains(local) { return "<\(name)>" }
                for (attribute, value) in attributes {
                    if let problem = problem(attribute, value) { return problem }
                }
            }
        }
        return nil
    }

    /// Elements that run something, load something, or hold HTML.
    private static let elements: Set<String> = [
        "script", "foreignobject", "handler", "listener", "iframe", "frame", "object", "embed", "applet", "audio",
        "video", "source", "link", "meta", "base", "html", "body", "head", "form", "input", "button", "textarea", "img",
    ]

    private static func problem(_ attribute: String, _ value: String) -> String? {
        let local = attribute.split(separator: ":").last.map { $0.lowercased() } ?? ""
        if local.hasPrefix("on") { return "the attribute \(attribute)" }
        let plain = value.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F && $0.value != 0xA0 }
            .reduce(into: "") { $0.unicodeScalars.append($1) }.lowercased()
        for scheme in ["javascript:", "vbscript:", "data:text", "data:image/svg", "data:application"]
        where plain.contains(scheme) {
            return "an address that begins with \(scheme)"
        }
        // An animation may put anything there later.
        if local == "attributename", plain.hasSuffix("href") || plain.hasPrefix("on") {
            return "an animation of \(value)"
        }
        return nil
    }
}

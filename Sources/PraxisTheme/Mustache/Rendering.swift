internal import PraxisMarkdown

/// Carries out a compiled template over views and writes bytes.
struct Rendering {
    /// What sections have entered, the outermost first.
    private enum Frame {
        case view(BoxedView)
        case text(String)
        case html(HTML)
    }

    private(set) var output: [UInt8] = []
    private var frames: [Frame]
    /// By number, escaped.
    private let strings: [[UInt8]]
    private let root: [UInt8]
    /// What `shared` instructions write, by number; empty where they are carried out.
    private let shared: [[UInt8]]

    /// - Parameters:
    ///   - views: What the template sees at its top, the outermost first.
    ///   - strings: The texts of the page's language, escaped.
    ///   - root: The way from the page to the site's root: `../`.
    ///   - shared: What the page's frame has for `shared` instructions.
    init(
        views: [BoxedView], strings: [[UInt8]], root: String, shared: [[UInt8]] = [], capacity: Int = 1 << 15
    ) {
        frames = views.map { .view($0) }
        self.strings = strings
        self.root = Array(root.utf8)
        self.shared = shared
        output.reserveCapacity(capacity)
    }

    /// Carries out instructions. Linear in what they write.
    mutating func run(_ instructions: [Instruction]) {
        for instruction in instructions { run(instruction) }
    }

    private mutating func run(_ instruction: Instruction) {
        switch instruction {
        case .write(let bytes): output += bytes
        case .text(let path): if case .text(let text) = value(path) { append(text) }
        case .html(let path): if case .html(let html) = value(path) { output.append(html) }
        case .current:
            switch frames[frames.count - 1] {
            case .text(let text): append(text)
            case .html(let html): output.append(html)
            case .view: break
            }
        case .string(let number): output += strings[number]
        case .asset(let address):
            output += root
            output += address
        case .section(let path, let inside): enter(value(path), inside)
        case .when(let path, let inside): if case .flag(true) = value(path) { run(inside) }
        case .unless(let path, let inside): if !isPresent(value(path)) { run(inside) }
        case .choose(let path, let table):
            if case .text(let name) = value(path), let inside = table[name] { run(inside) }
        case .shared(let number, let inside):
            if number < shared.count { output += shared[number] } else { run(inside) }
        }
    }

    /// Appends a text; of mail addresses in it, each character as a reference, so that no harvester reads them.
    private mutating func append(_ text: String) {
        var text = text
        guard text.withUTF8({ $0.contains(UInt8(ascii: "@")) }) else {
            output.appendEscaped(text)
            return
        }
        let bytes = Array(text.utf8)
        let address = text.hasPrefix("mailto:") ? text.prefix { $0 != "?" }.utf8.count : 0
        var end = 0
        for range in address > 0 ? [0..<address] : MailAddresses.ranges(in: bytes) {
            output.appendEscaped(String(decoding: bytes[end..<range.lowerBound], as: UTF8.self))
            output += MailView.encoded(String(decoding: bytes[range], as: UTF8.self)).bytes
            end = range.upperBound
        }
        output.appendEscaped(String(decoding: bytes[end...], as: UTF8.self))
    }

    private mutating func enter(_ value: Value, _ inside: [Instruction]) {
        switch value {
        case .absent, .flag: break
        case .text(let text): run(inside, in: .text(text))
        case .html(let html): run(inside, in: .html(html))
        case .view(let view): run(inside, in: .view(view))
        case .views(let views): for view in views { run(inside, in: .view(view)) }
        case .texts(let texts): for text in texts { run(inside, in: .text(text)) }
        }
    }

    private mutating func run(_ inside: [Instruction], in frame: Frame) {
        frames.append(frame)
        run(inside)
        frames.removeLast()
    }

    private func value(_ path: FieldPath) -> Value {
        guard case .view(let first) = frames[frames.count - 1 - path.up] else { return .absent }
        var value = first.value(at: path.fields[0])
        for place in 1..<path.fields.count {
            guard case .view(let next) = value else { return .absent }
            value = next.value(at: path.fields[place])
        }
        return value
    }

    private func isPresent(_ value: Value) -> Bool {
        switch value {
        case .absent, .flag(false): false
        case .views(let views): !views.isEmpty
        case .texts(let texts): !texts.isEmpty
        case .text, .html, .view, .flag(true): true
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ html: HTML) {
        append(contentsOf: html.bytes)
    }
}

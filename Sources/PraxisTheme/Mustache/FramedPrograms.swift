/// Compiled templates in which every stretch is marked that depends on nothing but the frame: the site's view, texts and
/// assets. Pages with the same frame have the same bytes there, which are then made once and not for each of them.
struct FramedPrograms {
    /// The templates, each such stretch in a `shared` instruction.
    private(set) var programs: [PageTemplate: [Instruction]] = [:]
    /// What is marked, by number.
    private var stretches: [Stretch] = []
    private var numbers: [Stretch: Int] = [:]

    private struct Stretch: Hashable {
        let instructions: [Instruction]
        /// How many views have been entered where it stands.
        let depth: Int
    }

    /// Linear in the size of the templates.
    init(_ programs: [PageTemplate: [Instruction]]) {
        for (template, program) in programs.sorted(by: { $0.key.name < $1.key.name }) {
            // The shell and the page's own view.
            self.programs[template] = marked(program, depth: 2)
        }
    }

    /// What each marked stretch comes to in a frame, by number.
    ///
    /// - Parameter shell: A view of which nothing but the frame is read.
    func bytes(in shell: BoxedView, strings: [[UInt8]], root: String) -> [[UInt8]] {
        stretches.map { stretch in
            let views = [BoxedView](repeating: shell, count: stretch.depth)
            var rendering = Rendering(views: views, strings: strings, root: root, capacity: 0)
            rendering.run(stretch.instructions)
            return rendering.output
        }
    }

    // MARK: Marking

    private mutating func marked(_ program: [Instruction], depth: Int) -> [Instruction] {
        var result: [Instruction] = []
        var rest = program[...]
        while let instruction = rest.first {
            let stretch = rest.prefix { Self.isOfFrame($0, depth: depth, outer: depth) }
            if stretch.isEmpty {
                result.append(markedInside(instruction, depth: depth))
                rest.removeFirst()
            } else {
                rest = rest[stretch.endIndex...]
                result.append(shared(Array(stretch), depth: depth))
            }
        }
        return result
    }

    private mutating func shared(_ stretch: [Instruction], depth: Int) -> Instruction {
        if stretch.count == 1, case .write = stretch[0] { return stretch[0] }
        let stretch = Stretch(instructions: stretch, depth: depth)
        let number = numbers[stretch] ?? stretches.count
        if number == stretches.count {
            stretches.append(stretch)
            numbers[stretch] = number
        }
        return .shared(number, stretch.instructions)
    }

    private mutating func markedInside(_ instruction: Instruction, depth: Int) -> Instruction {
        switch instruction {
        case .section(let path, let inside): .section(path, marked(inside, depth: depth + 1))
        case .when(let path, let inside): .when(path, marked(inside, depth: depth))
        case .unless(let path, let inside): .unless(path, marked(inside, depth: depth))
        case .choose(let path, let table): .choose(path, table.mapValues { marked($0, depth: depth) })
        case .write, .text, .html, .current, .string, .asset, .shared: instruction
        }
    }

    /// Whether an instruction reads nothing but the frame.
    ///
    /// - Parameters:
    ///   - depth: How many views have been entered where it stands.
    ///   - outer: How many of them may be the page's.
    private static func isOfFrame(_ instruction: Instruction, depth: Int, outer: Int) -> Bool {
        func isOfFrame(_ path: FieldPath) -> Bool {
            let place = depth - 1 - path.up
            return place >= outer || place == 0 && ShellView.frameFields.contains(path.fields[0])
        }
        func areOfFrame(_ inside: [Instruction], entering: Int = 0) -> Bool {
            inside.allSatisfy { Self.isOfFrame($0, depth: depth + entering, outer: outer) }
        }
        return switch instruction {
        case .write, .string, .asset: true
        case .text(let path), .html(let path): isOfFrame(path)
        case .current: depth > outer
        case .section(let path, let inside): isOfFrame(path) && areOfFrame(inside, entering: 1)
        case .when(let path, let inside), .unless(let path, let inside): isOfFrame(path) && areOfFrame(inside)
        case .choose(let path, let table): isOfFrame(path) && table.values.allSatisfy { areOfFrame($0) }
        case .shared: false
        }
    }
}

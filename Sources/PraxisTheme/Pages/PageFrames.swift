import PraxisModel

/// What stands around pages: each stretch of markup that says nothing of the page it is on is made once for all pages of the
/// same language and depth below the root, and of the same section where the navigation says so.
struct PageFrames: Sendable {
    /// The theme's templates, which take those stretches from a frame.
    let programs: [PageTemplate: [Instruction]]
    private let frames: [Key: Frame]
    /// The pages that frames lead to, where the navigation says so.
    private let destinations: Set<Route>

    /// One frame.
    struct Frame: Sendable {
        let site: ViewContent<SiteView>
        /// The stretches, by number.
        let shared: [[UInt8]]

        /// The same frame, which shares with another in memory what both have alike.
        fileprivate func sharing(_ other: Frame) -> Frame {
            Frame(site: site, shared: zip(other.shared, shared).map { $0 == $1 ? $0 : $1 })
        }
    }

    private struct Key: Hashable {
        let edition: Route
        let language: String
        let root: String
        let section: String?

        init(_ maker: ViewMaker, _ section: String?) {
            edition = maker.edition
            language = maker.language
            root = maker.root
            self.section = section
        }
    }

    /// Makes the frames of some outputs. Linear in the number of outputs and in the size of the theme.
    ///
    /// - Parameter maker: What makes an output's views.
    init(of outputs: [PageOutput], programs: [PageTemplate: [Instruction]], maker: (PageOutput) -> ViewMaker?) {
        let framed = FramedPrograms(programs)
        self.programs = framed.programs
        var frames: [Key: Frame] = [:]
        var destinations: [Key: Set<Route>] = [:]
        for output in outputs {
            guard let maker = maker(output) else { continue }
            let shell = ShellMaker(maker)
            let place = Key(maker, nil)
            let others = destinations[place] ?? Set(shell.destinations)
            destinations[place] = others
            guard frames[place] == nil, !others.contains(output.route) else { continue }
            func frame(_ section: String?) -> Frame {
                let view = shell.shell(ShellMaker.Subject(kind: "", title: "", section: section), head: nil)
                return Frame(
                    site: view.site,
                    shared: framed.bytes(in: view.boxed, strings: maker.strings.escaped, root: maker.root))
            }
            let plain = frame(nil)
            frames[place] = plain
            for section in SiteSection.allCases.map(\.path) where others.contains(maker.list(section)) {
                frames[Key(maker, section)] = frame(section).sharing(plain)
            }
        }
        self.frames = frames
        self.destinations = Set(destinations.values.joined())
    }

    /// The frame of a page; `nil` for one that the navigation marks as the place where its reader is.
    ///
    /// - Parameter section: Which part of the navigation it belongs to.
    func frame(for maker: ViewMaker, section: String?) -> Frame? {
        destinations.contains(maker.route) ? nil : frames[Key(maker, section)] ?? frames[Key(maker, nil)]
    }
}

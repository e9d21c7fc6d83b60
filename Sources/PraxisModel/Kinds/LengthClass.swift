/// How long something takes, roughly.
package enum LengthClass: String, CaseIterable, Sendable {
    /// Up to a quarter of an hour.
    case short
    /// Up to an hour.
    case medium
    case long

    package init(minutes: Int) {
        self = minutes <= 15 ? .short : minutes <= 60 ? .medium : .long
    }
}

extension Page {
    /// How long it takes to read, see or take part in, roughly; `nil` where nothing says so.
    package var lengthClass: LengthClass? {
        let minutes: Int? =
            switch content {
            case .resource(let resource): resource.minutes
            case .guide(let guide): guide.minutes
            case .path(let path): path.minutes
            case .session(let session): session.minutes
            default: nil
            }
        return minutes.map(LengthClass.init)
    }
}

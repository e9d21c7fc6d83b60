import PraxisMarkdown
import PraxisModel

/// The picture that a preview of a link to a page shows (Open Graph, https://ogp.me).
///
/// It is the page's own: the photo of a person, which is there only once they have confirmed the page, or the first image in
/// its text; else the logo of the site. Those who show previews draw no SVG.
struct LinkPicture {
    private let file: Route
    private var size: ImageSize?
    private var alternative: String?
    /// Whether it is an image of the page's text, and wide enough to stand above what a preview says.
    private var isWide = false

    /// The picture for a page, or for one that is made of no file; `nil` where there is none.
    static func of(_ page: Page?, in site: Site) -> LinkPicture? {
        page.flatMap { photo(of: $0) ?? image(in: $0) }
            ?? site.settings.logo.flatMap { isShown($0.route) ? LinkPicture(file: $0.route) : nil }
    }

    private static func photo(of page: Page) -> LinkPicture? {
        guard let photo = page.person?.photo, isShown(photo.file) else { return nil }
        return LinkPicture(
            file: photo.file, size: ImageSize(width: photo.width, height: photo.height),
            alternative: photo.alternative)
    }

    private static func image(in page: Page) -> LinkPicture? {
        guard page.links.contains(where: { if case .attachment = $0 { true } else { false } }) else { return nil }
        let document = page.document
        for (link, target) in zip(document.links, page.links) where link.isImage {
            guard case .attachment(let file, let size) = target, isShown(file) else { continue }
            return LinkPicture(
                file: file, size: size, alternative: document.text(of: link),
                isWide: size.map { $0.width >= fewestPixels && $0.width > $0.height } ?? false)
        }
        return nil
    }

    private static func isShown(_ file: Route) -> Bool {
        let ending = file.path.lowercased().split(separator: ".").last ?? ""
        return ["png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp"].contains(ending)
    }

    /// Narrower ones stand beside what a preview says.
    private static let fewestPixels = 300

    /// What the head of the page says of it.
    ///
    /// - Parameter url: Where the site will be; previews are made far away, so the address is whole.
    func properties(at url: String) -> [OpenGraphProperty] {
        let address = url + CodeHost.encoded(String(file.path.dropFirst()), keeping: "/")
        var properties = [OpenGraphProperty(property: "og:image", content: address)]
        if let size {
            properties.append(OpenGraphProperty(property: "og:image:width", content: "\(size.width)"))
            properties.append(OpenGraphProperty(property: "og:image:height", content: "\(size.height)"))
        }
        if let alternative, !alternative.isEmpty {
            properties.append(OpenGraphProperty(property: "og:image:alt", content: alternative))
        }
        properties.append(
            OpenGraphProperty(property: "twitter:card", content: isWide ? "summary_large_image" : "summary"))
        return properties
    }
}

/// What the file of a picture holds, by its bytes and not by its name.
package enum PictureForm: String, Sendable {
    case png = "PNG"
    case jpeg = "JPEG"
    case gif = "GIF"
    case webP = "WebP"
    case avif = "AVIF"
    case svg = "SVG"
    case heic = "HEIC"
    case tiff = "TIFF"
    case bmp = "BMP"
    case pdf = "PDF"
    /// A page of the web, as servers send it in place of a picture that they do not have.
    case page = "a page of HTML"
    /// What Git LFS leaves where the file itself has not been fetched.
    case pointer = "a pointer of Git LFS"
    case empty = "empty"

    /// Looks at the first bytes of a file; `nil` where they say nothing.
    package init?(of bytes: [UInt8]) {
        let picture = PictureBytes(bytes)
        if bytes.isEmpty {
            self = .empty
        } else if picture.isPNG {
            self = .png
        } else if picture.isJPEG {
            self = .jpeg
        } else if picture.isGIF {
            self = .gif
        } else if picture.isWebP {
            self = .webP
        } else if picture.hasText("ftyp", at: 4), let form = Self.form(ofBrandIn: picture) {
            self = form
        } else if picture.hasText("II*\0", at: 0) || picture.hasText("MM\0*", at: 0) {
            self = .tiff
        } else if picture.hasText("BM", at: 0) {
            self = .bmp
        } else if picture.hasText("%PDF", at: 0) {
            self = .pdf
        } else if picture.hasText("version https://git-lfs", at: 0) {
            self = .pointer
        } else {
            // Before a drawing there may be long comments.
            let head = String(decoding: bytes.prefix(1 << 16), as: UTF8.self).lowercased()
            if head.contains("<svg") {
                self = .svg
            } else if head.contains("<!doctype html") || head.contains("<html") {
                self = .page
            } else {
                return nil
            }
        }
    }

    /// The form that the ending of a name promises, in small letters; `nil` for names of other files.
    package init?(ending: String) {
        switch ending {
        case "png": self = .png
        case "jpg", "jpeg": self = .jpeg
        case "gif": self = .gif
        case "webp": self = .webP
        case "svg": self = .svg
        case "heic", "heif": self = .heic
        case "tif", "tiff": self = .tiff
        case "bmp": self = .bmp
        default: return nil
        }
    }

    /// HEIF (ISO/IEC 23008-12, 10.2) and AVIF name themselves in the box that the file begins with.
    private static func form(ofBrandIn picture: PictureBytes) -> PictureForm? {
        if ["avif", "avis"].contains(where: { picture.hasText($0, at: 8) }) { return .avif }
        let brands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]
        return brands.contains { picture.hasText($0, at: 8) } ? .heic : nil
    }

    /// What speaks against a picture of this form on a page, and the form to export it as; `nil` where nothing does.
    package var drawback: (reason: String, better: PictureForm)? {
        switch self {
        case .heic, .tiff: ("which many browsers do not show", .jpeg)
        case .bmp: ("which is many times as large as it need be", .png)
        case .png, .jpeg, .gif, .webP, .avif, .svg, .pdf, .page, .pointer, .empty: nil
        }
    }
}

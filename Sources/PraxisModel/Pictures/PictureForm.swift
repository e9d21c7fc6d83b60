internal import PraxisDiagnostics
internal import PraxisFiles

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
        } else if picture.isTIFF {
            self = .tiff
        } else if picture.hasText("BM", at: 0) {
            self = .bmp
        } else if picture.hasText("%PDF", at: 0) {
            self = .pdf
        } else if picture.hasText("version https://git-lfs", at: 0) {
            self = .pointer
        } else {
            // A page may hold drawings, and a drawing parts of a page: it is the first element that counts.
            switch FirstElement(of: bytes)?.name {
            case "svg": self = .svg
            case "html", "head", "title", "meta", "script", "body": self = .page
            default: return nil
            }
        }
    }

    /// The form that the ending of a name promises, in small letters; `nil` for names of other files.
    package init?(ending: String) {
        switch ending {
        case "png": self = .png
        case "jpg", "jpeg", "jpe", "jfif": self = .jpeg
        case "gif": self = .gif
        case "webp": self = .webP
        case "avif": self = .avif
        case "svg": self = .svg
        case "heic", "heif": self = .heic
        case "tif", "tiff": self = .tiff
        case "bmp": self = .bmp
        default: return nil
        }
    }

    /// HEIF (ISO/IEC 23008-12, 10.2) and AVIF name themselves in the box that the file begins with.
    private static func form(ofBrandIn picture: PictureBytes) -> PictureForm? {
        func isNamed(_ brands: [String], at offset: Int) -> Bool {
            brands.contains { picture.hasText($0, at: offset) }
        }
        let ofHEIC = ["heic", "heix", "heim", "heis", "hevc", "hevx"]
        let ofAVIF = ["avif", "avis"]
        if isNamed(ofHEIC, at: 8) { return .heic }
        if isNamed(ofAVIF, at: 8) { return .avif }
        guard isNamed(["mif1", "msf1"], at: 8) else { return nil }
        // The name of all pictures of this family; the others that a reader may go by follow.
        let end = min(picture.bigEndian(0, 4) ?? 0, picture.bytes.count)
        return stride(from: 16, to: end, by: 4).contains { isNamed(ofAVIF, at: $0) } ? .avif : .heic
    }

    /// What speaks against a picture on a page.
    struct Drawback {
        let rule: Rule
        /// Goes on after the form's name and a comma.
        let reason: String
        /// The form to export it as.
        let better: PictureForm
        /// Whether a file that is only downloaded does not have it.
        var isOnlyForPages = false
    }

    /// What speaks against a picture of this form; `nil` where nothing does. Linear.
    func drawback(in bytes: [UInt8]) -> Drawback? {
        switch self {
        case .heic, .tiff:
            // Maps and scans are downloads in this form, and name no camera's place.
            Drawback(
                rule: .pictureMetadata,
                reason: "which many browsers do not show, and which may say where it was taken: "
                    + "that cannot be taken out of it", better: .jpeg,
                isOnlyForPages: self == .tiff && !PictureBytes(bytes).holdsMetadataOfTIFF)
        case .avif where PictureBytes(bytes).holdsMetadata:
            Drawback(
                rule: .pictureMetadata,
                reason: "which says more than it shows, perhaps where it was taken: that cannot be taken out of it",
                better: .jpeg)
        case .bmp:
            Drawback(
                rule: .pictureForm, reason: "which is many times as large as it need be", better: .png,
                isOnlyForPages: true)
        case .png, .jpeg, .gif, .webP, .avif, .svg, .pdf, .page, .pointer, .empty: nil
        }
    }
}

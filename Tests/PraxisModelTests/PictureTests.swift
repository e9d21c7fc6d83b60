import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

@testable import PraxisModel

struct PictureTests {
    private func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        let length = payload.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
    }

    private func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// What a camera writes: which way up, with little-endian numbers, and a place that can be searched for.
    private func exif(orientation: UInt8) -> [UInt8] {
        segment(
            0xE1,
            text("Exif\0\0II*\0") + [8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
                + text("63.8258N 20.2630E"))
    }

    private var frame: [UInt8] { segment(0xC0, [8, 0, 30, 0, 40, 3]) }
    private var scan: [UInt8] { segment(0xDA, [1, 2, 3]) + [0x11, 0xFF, 0x00, 0xFF, 0xD0, 0x22] }

    @Test func ofAJPEGStaysOnlyWhatShowsIt() throws {
        let profile = segment(0xE2, text("ICC_PROFILE\0colours"))
        let picture =
            [0xFF, 0xD8] + segment(0xE0, text("JFIF\0")) + exif(orientation: 1)
            + segment(0xE1, text("http://ns.adobe.com"))
            + profile + segment(0xE2, text("MPF\0")) + segment(0xED, text("Photoshop"))
            + segment(0xFE, text("a comment"))
            + frame + scan + segment(0xC4, [7]) + scan + [0xFF, 0xD9] + text("a film")
        let kept: [UInt8] =
            [0xFF, 0xD8] + segment(0xE0, text("JFIF\0")) + profile + frame + scan + segment(0xC4, [7]) + scan
            + [0xFF, 0xD9]
        #expect(PictureMetadata.removed(from: picture) == kept)
        #expect(PictureMetadata.removed(from: kept) == nil)
    }

    @Test func aJPEGStaysTheRightWayUp() throws {
        let picture = [0xFF, 0xD8] + exif(orientation: 6) + frame + scan + [0xFF, 0xD9]
        let kept = try #require(PictureMetadata.removed(from: picture))
        #expect(PictureBytes(kept).orientation == 6)
        #expect(kept.firstRange(of: text("20.2630E")) == nil)
        // Shown upright, it is as wide as it lies high in the file.
        #expect(ImageSize(header: kept) == ImageSize(width: 30, height: 40))
        #expect(ImageSize(header: [0xFF, 0xD8] + frame + scan) == ImageSize(width: 40, height: 30))
        #expect(PictureMetadata.removed(from: kept) == nil)
    }

    @Test func ofABrokenFileTheRestIsLeftOut() {
        let broken = [0xFF, 0xD8] + frame + [0xFF, 0xE1, 0xFF, 0xFF] + text("63.8258N")
        #expect(PictureMetadata.removed(from: broken) == [0xFF, 0xD8] + frame)
        for end in 0..<broken.count { _ = PictureMetadata.removed(from: Array(broken.prefix(end))) }
    }

    @Test func ofAPNGStaysOnlyWhatShowsIt() {
        func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
            [0, 0, 0, UInt8(data.count)] + text(name) + data + [0, 0, 0, 0]
        }
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let header = chunk("IHDR", [0, 0, 0, 4, 0, 0, 0, 3, 8, 6, 0, 0, 0])
        let picture =
            signature + header + chunk("eXIf", text("63.8258N")) + chunk("pHYs", [1]) + chunk("tEXt", text("Author"))
            + chunk("caBX", [1]) + chunk("IDAT", [1, 2]) + chunk("IEND", []) + text("more")
        let kept = signature + header + chunk("pHYs", [1]) + chunk("IDAT", [1, 2]) + chunk("IEND", [])
        #expect(PictureMetadata.removed(from: picture) == kept)
        #expect(PictureMetadata.removed(from: kept) == nil)
        #expect(ImageSize(header: kept) == ImageSize(width: 4, height: 3))
    }

    @Test func ofAWebPStaysOnlyWhatShowsIt() {
        func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
            text(name) + [UInt8(data.count), 0, 0, 0] + data + (data.count % 2 == 1 ? [0] : [])
        }
        func file(_ chunks: [UInt8]) -> [UInt8] {
            text("RIFF") + [UInt8(chunks.count + 4), 0, 0, 0] + text("WEBP") + chunks
        }
        func header(_ flags: UInt8) -> [UInt8] { chunk("VP8X", [flags, 0, 0, 0, 3, 0, 0, 2, 0, 0]) }
        let picture = file(
            header(0b11100) + chunk("VP8L", [1, 2, 3]) + chunk("EXIF", text("63.8258N")) + chunk("XMP ", text("who")))
        let kept = file(header(0b10000) + chunk("VP8L", [1, 2, 3]))
        #expect(PictureMetadata.removed(from: picture) == kept)
        #expect(ImageSize(header: kept) == ImageSize(width: 4, height: 3))
    }

    @Test(arguments: [
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/><a href=\"https://a.example\">x</a></svg>", nil),
        ("<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"a\" \"b\"><!-- <script> --><svg><style>a{}</style></svg>", nil),
        ("<svg><image href=\"data:image/png;base64,AA\"/><animate attributeName=\"x\"/></svg>", nil),
        ("<svg><script>alert(1)</script></svg>", "<script>"), ("<svg><s:ScRiPt xmlns:s=\"x\"/></svg>", "<s:ScRiPt>"),
        ("<svg onload=\"x\"/>", "the attribute onload"), ("<svg/ONload=x>", "the attribute ONload"),
        ("<svg><a xlink:href=\"java&#x73;cript:x\"/></svg>", "an address that begins with javascript:"),
        ("<svg><a href=\" java\tscript:x\"/></svg>", "an address that begins with javascript:"),
        ("<svg><use href='data:image/svg+xml,<svg/>'/></svg>", "an address that begins with data:image/svg"),
        ("<svg><set attributeName=\"xlink:href\" to=\"x\"/></svg>", "an animation of xlink:href"),
        ("<svg><foreignObject/></svg>", "<foreignObject>"),
        ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "a declaration of entities"),
        ("<?xml-stylesheet href=\"a.css\"?><svg/>", "a style sheet from elsewhere"), ("<svg", nil), ("<svg a='", nil),
    ])
    func aPictureInSVGRunsNothing(_ text: String, _ found: String?) {
        #expect(SVGScript.found(in: Array(text.utf8)) == found)
    }

    @Test func aPictureInSVGIsUTF8() {
        #expect(SVGScript.found(in: [0xFF, 0xFE, 0x3C, 0]) == "text that is not UTF-8")
    }

    @Test func whatIsNoPictureStaysAsItIs() {
        for file in [[], text("GIF89a"), text("<svg/>"), text("RIFF    WAVE"), [0xFF, 0xD8]] {
            #expect(PictureMetadata.removed(from: file) == nil)
        }
    }

    // MARK: What readers cannot see

    private func finding(_ name: String, _ bytes: [UInt8]) -> String? {
        let check = PictureCheck(SourcePath("content/\(name)"), bytes: bytes, size: ImageSize(header: bytes))
        return check.finding.map { "\($0.severity.rawValue): \($0.message); \($0.advice ?? "")" }
    }

    private var heic: [UInt8] { [0, 0, 0, 24] + text("ftypheic\0\0\0\0mif1heic") }
    private var png: [UInt8] {
        [0x89] + text("PNG\r\n\u{1A}\n") + [0, 0, 0, 13] + text("IHDR") + [
            0, 0, 0, 4, 0, 0, 0, 3, 8, 6, 0, 0, 0, 1, 2, 3, 4,
        ]
            + [0, 0, 0, 0] + text("IEND") + [1, 2, 3, 4]
    }

    @Test func aPictureThatBrowsersDoNotShowIsToBeExported() {
        #expect(
            finding("a.HEIC", heic)
                == "error: this picture is HEIC, which many browsers do not show, and which may say where it was taken: "
                + "that cannot be taken out of it; export it as JPEG, and name that file in the page"
        )
        #expect(
            finding("a.jpg", heic)
                == "error: this picture is HEIC with the name of another, which many browsers do not show, "
                + "and which may say where it was taken: that cannot be taken out of it; "
                + "export it as JPEG, and name that file in the page")
        #expect(finding("a.tif", text("II*\0"))?.hasPrefix("error: this picture is TIFF, which") == true)
        #expect(finding("a.tiff", text("MM\0*"))?.hasPrefix("error: this picture is TIFF, which") == true)
        #expect(
            finding("a.bmp", text("BM"))
                == "advice: this picture is BMP, which is many times as large as it need be; "
                + "export it as PNG, and name that file in the page")
    }

    /// A file of boxes, of which one has 64 bits for its length; what cameras add is named in the box before the picture's
    /// data, or in that after them.
    private func avif(
        brand: String = "avif", header: String = "av01", data: String = "", trailer: String? = nil
    ) -> [UInt8] {
        func box(_ name: String, _ contents: String) -> [UInt8] {
            [0, 0, 0, UInt8(contents.utf8.count + 8)] + text(name + contents)
        }
        return box("ftyp", "\(brand)\0\0\0\0mif1avif") + box("meta", header)
            + [0, 0, 0, 1] + text("mdat") + [0, 0, 0, 0, 0, 0, 0, UInt8(data.utf8.count + 16)] + text(data)
            + (trailer.map { [0, 0, 0, 0] + text("meta" + $0) } ?? [])
    }

    @Test func aPictureInAVIFSaysNoMoreThanItShows() {
        #expect(finding("a.avif", avif()) == nil)
        #expect(finding("a.avif", avif(brand: "mif1")) == nil)
        #expect(finding("a.avif", avif(data: "Exif by chance")) == nil)
        #expect(
            finding("a.avif", avif(header: "infe\0\0Exif"))
                == "error: this picture is AVIF, which says more than it shows, perhaps where it was taken: "
                + "that cannot be taken out of it; export it as JPEG, and name that file in the page")
        for said in [
            avif(brand: "mif1", header: "Exif"), avif(header: "mime application/rdf+xml"),
            avif(data: "coded", trailer: "Exif"),
        ] {
            #expect(finding("a.avif", said)?.hasPrefix("error: this picture is AVIF, which says more") == true)
            for end in 0..<said.count { _ = finding("a.avif", Array(said.prefix(end))) }
        }
        #expect(finding("a.jpg", avif())?.contains("rename it to a.avif") == true)
    }

    @Test(arguments: ["a.jpe", "a.JFIF"])
    func aJPEGHasMoreThanOneEnding(_ name: String) {
        #expect(finding(name, [0xFF, 0xD8] + frame + scan + [0xFF, 0xD9]) == nil)
        #expect(finding(name, heic)?.hasPrefix("error: this picture is HEIC with the name of another") == true)
    }

    @Test func aPictureIsNamedForWhatItIs() {
        #expect(
            finding("my.photo.jpg", png)
                == "advice: this picture is PNG, and its name ends in .jpg; rename it to my.photo.png, also where a page names it"
        )
        #expect(finding("a.png", text("<svg/>"))?.contains("rename it to a.svg") == true)
        #expect(finding("a.png", text("GIF89a") + [1, 0, 1, 0])?.contains("rename it to a.gif") == true)
    }

    @Test func whatIsNoPictureAtAllIsAnError() {
        #expect(finding("a.jpg", []) == "error: this picture is an empty file; save or download it again")
        #expect(
            finding("a.jpg", text("<!DOCTYPE html><title>404"))
                == "error: this is a page of HTML with the name of a picture; "
                + "open the address that it came from in a browser, and save the picture itself")
        #expect(finding("a.png", text("version https://git-lfs.github.com/spec/v1"))?.contains("git lfs pull") == true)
        #expect(finding("a.png", text("%PDF-1.7"))?.hasPrefix("error: this is a PDF") == true)
        #expect(
            finding("a.png", text("hello"))
                == "error: this is not PNG, nor any other picture that is known; save or export it again as JPEG or PNG"
        )
        #expect(
            finding("a.png", Array(png.prefix(20)))?.hasPrefix("error: this PNG is damaged near its beginning") == true)
        #expect(finding("a.jpeg", [0xFF, 0xD8, 0xFF, 0xD9])?.hasPrefix("error: this JPEG is damaged") == true)
    }

    private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"

    @Test(arguments: [
        "<!DOCTYPE html><html><body>\(drawing)", "<html>\(drawing)", "\u{FEFF}\n<!-- x --><!doctype HTML>\(drawing)",
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML\" \"x\"><h:html/>",
        "<head><title>Sign in</title></head>\(drawing)",
    ])
    func aPageThatHoldsADrawingIsAPage(_ page: String) {
        for name in ["a.png", "a.svg"] {
            #expect(finding(name, text(page))?.hasPrefix("error: this is a page of HTML") == true)
        }
    }

    @Test(arguments: [
        drawing, "\u{FEFF}\(drawing)", "<ns0:svg xmlns:ns0=\"http://www.w3.org/2000/svg\"/>", "<SVG>", "<svg/>",
        "<?xml version=\"1.0\"?>\n<!-- <html> -->\n<!DOCTYPE svg PUBLIC \"a\" \"b\" [<!ENTITY n \"x\">]>\n\(drawing)",
        "<svg><foreignObject><html/></foreignObject></svg>",
    ])
    func aDrawingIsKnownByItsFirstElement(_ drawing: String) {
        #expect(finding("a.svg", text(drawing)) == nil)
        #expect(finding("a.png", text(drawing))?.contains("rename it to a.svg") == true)
    }

    @Test func aDrawingMayBeInUTF16() {
        let little = Self.drawing.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = Self.drawing.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
            #expect(PictureForm(of: bytes) == .svg)
            // That it is not read is said by what looks for scripts.
            #expect(finding("a.svg", bytes) == nil)
        }
    }

    @Test(arguments: ["hello", "<!-- no end", "<!DOCTYPE svg [", "<", "<:>", "hello <svg/>", "<Error><Code/></Error>"])
    func whatIsPerhapsADrawingIsNotRefused(_ text: String) {
        #expect(
            finding("a.svg", self.text(text))
                == "advice: this does not begin as SVG does, and browsers may not show it; "
                + "save it again as plain SVG, or as PNG")
        #expect(finding("a.png", self.text(text))?.hasPrefix("error: this is not PNG, nor") == true)
    }

    @Test func aPictureIsThereToItsEnd() {
        #expect(
            finding("a.png", Array(png.dropLast(10)))
                == "advice: the end of this picture is missing; save or download it again")
        #expect(finding("a.png", png) == nil)
        let jpeg = [0xFF, 0xD8] + frame + scan + segment(0xC4, [7]) + scan
        #expect(finding("a.jpg", jpeg + [0xFF, 0xFF, 0xD9]) == nil)
        #expect(finding("a.jpg", jpeg + [0xFF, 0xD9] + text("a film")) == nil)
        for length in [2 + frame.count, 2 + frame.count + 3, jpeg.count - 3, jpeg.count] {
            #expect(finding("a.jpg", Array(jpeg.prefix(length)))?.hasPrefix("advice: the end of this") == true)
        }
        #expect(finding("a.svg", text("<?xml version=\"1.0\"?><svg></svg>")) == nil)
        #expect(finding("a.svg", text("<!-- \(String(repeating: "x", count: 9_000)) --><svg></svg>")) == nil)
        #expect(finding("a.txt", []) == nil)
    }

    @Test func filesBesidePagesAreLookedInto() async throws {
        var site = SmallSite()
        site.files.set("content/team.heic", to: heic)
        site.files.set("content/team.png", to: [])
        site.files.set("content/notes.pdf", to: [])
        site["site.yaml"]? += "\nfiles: [team.heic, team.png, notes.pdf]\n"
        #expect(
            try await site.brokenRules().filter { $0.hasPrefix("files.picture") }
                == ["files.picture-metadata team.heic", "files.picture team.png"])
    }

    // MARK: Downloads

    /// A TIFF file with these tags in its only directory, of numbers of 32 or 64 bits.
    private func tiff(_ tags: [UInt16], isBig: Bool = false, isLong: Bool = false) -> [UInt8] {
        func number(_ number: Int, _ count: Int) -> [UInt8] {
            let bytes = (0..<count).map { UInt8(number >> ($0 * 8) & 0xFF) }
            return isBig ? bytes.reversed() : bytes
        }
        let header = text(isBig ? "MM" : "II") + (isLong ? number(43, 2) + number(8, 2) + number(0, 2) : number(42, 2))
        let size = isLong ? 8 : 4
        let start = header.count + size
        let entries = tags.flatMap { number(Int($0), 2) + [UInt8](repeating: 0, count: isLong ? 18 : 10) }
        return header + number(start, size) + number(tags.count, isLong ? 8 : 2) + entries + number(0, size)
    }

    @Test(arguments: [(false, false), (true, false), (false, true), (true, true)])
    func aMapThatIsOnlyADownloadIsNotRefused(isBig: Bool, isLong: Bool) async throws {
        let map = tiff([0x0100, 0x830E, 0x87AF], isBig: isBig, isLong: isLong)
        let photo = tiff([0x0100, 0x8825], isBig: isBig, isLong: isLong)
        var site = SmallSite()
        site.files.set("content/map.tif", to: map)
        site.files.set("content/photo.tif", to: photo)
        site.files.set("content/scan.bmp", to: text("BM"))
        func broken(_ text: String) async throws -> [String] {
            site["about.md"] = "# About\n\n\(text)\n"
            return try await site.brokenRules().filter { $0.hasPrefix("files.picture") }
        }
        #expect(try await broken("[Map](map.tif) and [scan](scan.bmp)") == [])
        #expect(try await broken("[Photo](photo.tif)") == ["files.picture-metadata photo.tif"])
        #expect(try await broken("![Map](map.tif)") == ["files.picture-metadata map.tif"])
        #expect(try await broken("![Scan](scan.bmp)") == ["files.picture-form scan.bmp"])
    }

    @Test func aMapThatCannotBeReadThroughIsTakenToSayWhereItWasMade() {
        let map = tiff([0x0100, 0x830E])
        #expect(!PictureBytes(map).holdsMetadataOfTIFF)
        for end in 4..<map.count { #expect(PictureBytes(Array(map.prefix(end))).holdsMetadataOfTIFF) }
        // A directory that leads back to itself.
        #expect(PictureBytes(Array(map.dropLast(4)) + [8, 0, 0, 0]).holdsMetadataOfTIFF)
    }

    @Test(arguments: [
        ("<svg width=\"4\" height=\"3px\"/>", 4, 3),
        ("<ns0:svg xmlns:ns0=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>", 4, 3),
        ("<?xml version=\"1.0\"?>\n<!-- <svg width=\"9\"> -->\n<svg\nviewBox='0 0 4\t3'>", 4, 3),
        ("<svg width=\"100%\" height=\"3\" viewBox=\"0,0,40,30\">", 40, 30),
    ])
    func theSizeOfADrawingIsThatOfItsFirstElement(_ drawing: String, width: Int, height: Int) {
        #expect(ImageSize(header: text(drawing)) == ImageSize(width: width, height: height))
    }

    @Test func whatIsWithinAnotherElementIsNoSize() {
        #expect(ImageSize(header: text("<html><svg width=\"4\" height=\"3\"/></html>")) == nil)
    }
}

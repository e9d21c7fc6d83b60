import PraxisFiles
import PraxisTestSupport
import Testing

/// The picture that previews of links show.
struct LinkPictureTests {
    private static let guide = "communities/guild/guides/g.md"

    /// The first bytes of a PNG of some size.
    private static func picture(_ width: UInt8, _ height: UInt8) -> [UInt8] {
        [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + [0, 0, 2, width, 0, 0, 1, height, 8, 6, 0, 0, 0]
    }

    private static func site(_ settings: String = "") -> SmallSite {
        var site = SmallSite()
        site["site.yaml"]? += "\n\(settings)\n"
        site.files.set("content/communities/guild/guides/two people.png", to: picture(88, 44))
        site.files.set("content/people/anna.png", to: picture(0, 0))
        site.files.set("content/logo.png", to: picture(0, 0))
        site["drawing.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>"
        site[guide] = "---\ntitle: G\nkind: how-to\n---\n\nText.\n"
        return site
    }

    /// What the head of a page says of its picture.
    private func told(_ path: String, _ site: SmallSite) async throws -> [String] {
        let page = try #require(try await site.output("\(path)/index.html"))
        return page.matches(of: /<meta property="((?:og:image|twitter)[^"]*)" content="([^"]*)">/)
            .map { "\($0.1)=\($0.2)" }
    }

    @Test func thePagesFirstImageIsShownWide() async throws {
        var site = Self.site("logo: logo.png")
        site[Self.guide]? +=
            "\n![A drawing](../../../drawing.svg) ![Two \"people\"](<two people.png>) ![](../../../logo.png)\n"
        #expect(
            try await told("communities/guild/guides/g", site) == [
                "og:image=https://guild.example/communities/guild/guides/two%20people.png", "og:image:width=600",
                "og:image:height=300", "og:image:alt=Two &quot;people&quot;", "twitter:card=summary_large_image",
            ])
        #expect(
            try await told("communities/guild", site) == [
                "og:image=https://guild.example/logo.png", "twitter:card=summary",
            ])
        #expect(try await told("search", site).first == "og:image=https://guild.example/logo.png")
    }

    @Test func aPersonsPhotoIsShownOnceTheyHaveConfirmedThePage() async throws {
        var site = Self.site()
        let page = "---\nname: Anna Lind\nphoto: anna.png\nphoto_alt: Anna\n"
        site["people/anna-lind.md"] = page + "confirmed: 2026-01-01\n---\n"
        #expect(
            try await told("people/anna-lind", site) == [
                "og:image=https://guild.example/people/anna.png", "og:image:width=512", "og:image:height=256",
                "og:image:alt=Anna", "twitter:card=summary",
            ])
        site["people/anna-lind.md"] = page + "---\n"
        #expect(try await told("people/anna-lind", site) == [])
    }

    @Test(arguments: ["", "logo: drawing.svg"])
    func withoutAPictureThatCanBeShownNothingIsSaid(settings: String) async throws {
        var site = Self.site(settings)
        site[Self.guide]? += "\n![A drawing](../../../drawing.svg) [File](<two people.png>)\n"
        #expect(try await told("communities/guild/guides/g", site) == [])
        #expect(try await told("communities/guild", site) == [])
    }

    @Test func withoutTheSitesAddressNothingIsSaid() async throws {
        var site = Self.site()
        site["site.yaml"] = "title: Guild\nlanguage: en\nlogo: logo.png\n"
        #expect(try await told("communities/guild/guides/g", site) == [])
    }
}

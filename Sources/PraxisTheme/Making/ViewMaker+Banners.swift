import PraxisModel

extension ViewMaker {
    /// What a reader must know before anything else on a page.
    func banners(on page: Page) -> [BannerView] {
        var banners: [BannerView] = []
        let metadata = page.metadata
        if metadata.status == .draft { banners.append(banner("draft", .bannerDraft, .bannerDraftText)) }
        if metadata.isArchived {
            banners.append(archived(page))
        } else if page.communityContent?.goesOn == false {
            banners.append(
                banner(
                    "archived", .bannerClosing, .bannerClosingText, link: successor(of: page), linked: .bannerSuccessor)
            )
        }
        if let replacement = page.resource?.replacedBy?.page {
            banners.append(
                banner("replaced", .bannerReplaced, .bannerReplacedText, link: link(to: replacement)))
        }
        if page.event?.isCancelled == true {
            banners.append(banner("cancelled", .bannerCancelled, .bannerCancelledText))
        }
        if let person = page.person {
            if let left = person.alumni {
                banners.append(
                    banner(
                        "alumni", .bannerAlumni, .bannerAlumniText, ["name": person.name, "date": strings.date(left)]))
            } else if person.confirmed == nil {
                banners.append(
                    banner("unconfirmed", .bannerUnconfirmed, .bannerUnconfirmedText, ["name": person.name]))
            }
        }
        if let due = metadata.review.due, metadata.review.isOverdue(on: today), !metadata.isArchived {
            banners.append(banner("overdue", .bannerOverdue, .bannerOverdueText, ["date": strings.date(due)]))
        }
        return banners
    }

    /// Says that a text is in another language than the page around it.
    func translationBanner(for page: Page) -> BannerView {
        banner(
            "translation", .bannerTranslation, .bannerTranslationText,
            ["language": strings.language(page.language)])
    }

    private func archived(_ page: Page) -> BannerView {
        banner("archived", .bannerArchived, .bannerArchivedText, link: successor(of: page), linked: .bannerSuccessor)
    }

    private func successor(of page: Page) -> LinkView? {
        page.communityContent?.successor?.page.map(link(to:))
    }

    private func banner(
        _ kind: String, _ label: TextKey, _ text: TextKey, _ values: [String: String] = [:], link: LinkView? = nil,
        linked: TextKey? = nil
    ) -> BannerView {
        var sentence = strings.text(text, values)
        if let linked, link != nil { sentence += " \(strings.text(linked))" }
        return BannerView(kind: kind, label: strings.text(label), text: sentence, link: link)
    }
}

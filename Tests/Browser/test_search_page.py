"""The search page: facets that count together, an address to share, marks that lead on, and plain words when it cannot."""

from __future__ import annotations

import re
import unicodedata
import urllib.parse
from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from harness.server import StaticServer
from playwright.sync_api import Locator, Page, Route, expect

INDEX = re.compile(r"/search/index/")
SHARDS = re.compile(r"/search/index/(?!manifest)")
BROKEN = {
    "gone": {"status": 404, "content_type": "text/html", "body": "<!DOCTYPE html><title>Not found</title>"},
    "a page instead": {"status": 200, "content_type": "text/html", "body": "<!DOCTYPE html><title>Sign in</title>"},
    "cut off": {"status": 200, "content_type": "text/javascript", "body": 'PraxisSearch.register("words/","'},
    "of nothing": {"status": 200, "content_type": "text/javascript", "body": ""},
}


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def results(page: Page) -> Locator:
    return page.locator("[data-search-results] > li")


def _status(page: Page) -> Locator:
    return page.locator("main [data-search-status]")


def _plain_words(text: str) -> list[str]:
    letters = unicodedata.normalize("NFD", text.casefold())
    return re.findall(r"\w+", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def _violations(page: Page) -> list[str]:
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def test_choices_count_together_and_stand_in_the_address(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url("/search/?q=feedback"))
    expect(results.first).to_be_visible()
    kinds = page.locator("[data-search-facet=kind] label")
    expect(kinds.nth(1)).to_be_visible()
    count = int(kinds.first.locator("[data-field=count]").inner_text())
    kind = kinds.first.locator("input").get_attribute("value")
    kinds.first.click()
    expect(_status(page)).to_contain_text(str(count))
    expect(kinds.nth(1)).to_be_visible()
    assert f"kind={kind}" in page.url
    communities = page.locator("[data-search-facet=community] [data-field=count]")
    assert sum(int(text) for text in communities.all_inner_texts()) <= count
    address = page.url
    titles = results.locator("a").all_inner_texts()
    page.goto("about:blank")
    page.goto(address)
    expect(results).to_have_count(len(titles))
    assert results.locator("a").all_inner_texts() == titles
    expect(page.locator(f"[data-search-facet=kind] input[value={kind}]")).to_be_checked()
    page.locator("[data-search-facets] button[type=reset]").click()
    expect(_status(page)).not_to_contain_text(re.compile(rf"^{count}\b"))
    assert "kind=" not in page.url


def test_it_sorts_by_title(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url("/search/?q=feedback&sort=title"))
    expect(results.nth(3)).to_be_visible()
    titles = [_plain_words(title) for title in results.locator("a").all_inner_texts()]
    assert titles == sorted(titles)
    expect(page.locator("select[name=sort]")).to_have_value("title")


def test_a_result_leads_to_its_section_and_marks_the_words(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url("/search/?q=retrospective"))
    link = results.locator("a[href*='#']").first
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("mark.search-mark").first).to_have_text(re.compile("retrospect", re.IGNORECASE))
    section = page.locator(f"[id='{page.evaluate('location.hash.slice(1)')}']")
    expect(section).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("mark.search-mark")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("route", ["/topics/working-out-loud/", "/communities/agile-teams/", "/people/anna-lind/"])
def test_marked_words_can_be_read(host: StaticServer, new_page: Callable[..., Page], route: str, scheme: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page.goto(host.url(f"{route}?highlight=work+join+agile+branch"))
    marks = page.locator("mark.search-mark:visible")
    expect(page.locator(".page-head mark.search-mark").first).to_be_visible()
    assert min(marks.evaluate_all(_CONTRASTS)) >= 4.5


def test_quotation_marks_keep_words_together(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url('/search/?q="working agreement"'))
    expect(results.first).to_be_visible()
    apart = page.evaluate(
        """async () => {
          const index = await PraxisSearch.open(document.body.dataset.root);
          const of = async (query) => (await index.search(query, { limit: 100 })).total;
          return [await of('"working agreement"'), await of('"agreement working"'), await of("working agreement ")];
        }"""
    )
    assert apart[0] > 0 and apart[1] == 0 and apart[2] > apart[0]


def test_the_count_says_where_not_all_pages_were_looked_through(page: Page, host: StaticServer) -> None:
    page.goto(host.url('/search/?q="in the"'))
    expect(_status(page)).to_have_text(re.compile(r"^\d\d\+ results for “in the”$"))
    page.goto(host.url('/search/?q="working agreement"'))
    expect(_status(page)).to_have_text(re.compile(r"^\d+ results?\b"))


def test_without_words_the_count_quotes_none(page: Page, host: StaticServer) -> None:
    page.goto(host.url("/search/?kind=video"))
    expect(_status(page)).to_have_text(re.compile(r"^\d+ results$"))


def test_a_choice_that_there_is_not_can_be_taken_back(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url("/search/?q=feedback&kind=nonsense"))
    expect(_status(page)).to_contain_text("Nothing")
    page.locator("[data-search-facets] [type=reset]").click()
    expect(results.first).to_be_visible()


def test_words_are_marked_however_they_are_written(page: Page, host: StaticServer) -> None:
    words = "我们讨论数据保护问题。 " + unicodedata.normalize("NFD", "résumé") + ", inter\u00adnatio\u00adnal, ＡＰＩ２, out: working out loud"

    def with_probe(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"<p id=probe>{words}</p></main>", 1))

    page.route(re.compile(r"/about/\?"), with_probe)
    asked = '数据 据保 保护 résumé international api2 "working out loud"'
    page.goto(host.url(f"/about/?{urllib.parse.urlencode({'highlight': asked})}"))
    marks = [text.replace("\u00ad", "") for text in page.locator("#probe mark").all_text_contents()]
    assert marks == ["数据保护", "résumé", "international", "ＡＰＩ２", "working out loud"]


def test_a_search_that_was_overtaken_says_nothing_when_it_fails(page: Page, host: StaticServer) -> None:
    page.goto(host.url("/search/"))
    answers = page.evaluate(
        """async () => {
          const ask = PraxisSearchBox.latest();
          let fail;
          const overtaken = ask(() => new Promise((_, reject) => { fail = reject; }));
          const answer = await ask(async () => "new");
          fail(new Error("old"));
          const failure = ask(async () => { throw new Error("last"); }).catch(({ message }) => message);
          return [await overtaken ?? "nothing", answer, await failure];
        }"""
    )
    assert answers == ["nothing", "new", "last"]


def test_archived_pages_are_found_when_asked_for(page: Page, host: StaticServer) -> None:
    page.goto(host.url("/search/"))
    totals = page.evaluate(
        """async () => {
          const index = await PraxisSearch.open(document.body.dataset.root);
          const of = async (status) => (await index.search("", { filters: { status }, limit: 1 })).total;
          return [await of(["live"]), await of(["archived"]), await of(["live", "archived"])];
        }"""
    )
    assert totals[1] > 0 and totals[0] + totals[1] == totals[2]


@pytest.mark.parametrize(("query", "said"), [("feedback", "feedback"), ("qzxwvqzxwv", "Nothing found")])
def test_it_keeps_the_rules_with_results_and_with_none(page: Page, host: StaticServer, query: str, said: str) -> None:
    page.goto(host.url(f"/search/?q={query}"))
    expect(_status(page)).to_contain_text(said)
    assert not _violations(page)


def test_where_nothing_is_written_somebody_may_know(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url("/search/?q=qzxwvqzxwv"))
    expect(_status(page)).to_contain_text("Nothing found")
    person = page.get_by_role("link", name="Find somebody who knows")
    expect(person).to_be_visible()
    expect(page.get_by_role("link", name="Ask a question", exact=True)).to_be_visible()
    # There is nothing to sort or to filter.
    expect(page.locator("[data-search-facets]")).to_be_hidden()
    person.click()
    expect(page.locator("[data-finder] [name=words]")).to_have_value("qzxwvqzxwv")
    page.goto(host.url("/search/?q=feedback"))
    expect(results.first).to_be_visible()
    expect(page.locator("[data-search-elsewhere]")).to_be_hidden()
    expect(page.locator("[data-search-facets]")).to_be_visible()


@pytest.mark.parametrize("files", [INDEX, SHARDS], ids=["manifest", "shards"])
@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN.keys())
def test_a_damaged_index_is_said_and_the_titles_stay(
    page: Page, host: StaticServer, files: re.Pattern[str], answer: dict[str, object]
) -> None:
    page.route(files, lambda route: route.fulfill(**answer))  # type: ignore[arg-type]
    page.goto(host.url("/search/?q=feedback"))
    expect(_status(page)).to_have_text(_status(page).get_attribute("data-failed") or "?")
    expect(page.locator("[data-search-fallback] a").first).to_be_visible()


def test_an_index_that_never_comes_is_said(page: Page, host: StaticServer) -> None:
    def wait(route: Route) -> None:
        """Neither answers nor refuses."""

    page.clock.install()
    page.route(SHARDS, wait)
    page.goto(host.url("/search/?q=feedback"), wait_until="domcontentloaded")
    for _ in range(3):
        page.clock.run_for(21_000)
    expect(_status(page)).to_have_text(_status(page).get_attribute("data-failed") or "?")
    expect(page.locator("[data-search-fallback] a").first).to_be_visible()


def test_an_index_that_is_renewed_meanwhile_is_read_anew(page: Page, host: StaticServer, results: Locator) -> None:
    """The manifest that a browser has kept may name files that an upload has since taken away."""
    stale = 0

    def answer(route: Route) -> None:
        nonlocal stale
        if "manifest.js?" in route.request.url:
            route.continue_()
        elif "manifest.js" in route.request.url:
            stale += 1
            body = route.fetch().text()
            route.fulfill(body=re.sub(r'"(en|sv)-[0-9a-f]{12}\.js"', r'"\1-000000000000.js"', body))
        else:
            route.continue_()

    page.route(INDEX, answer)
    page.goto(host.url("/search/?q=feedback"))
    expect(results.first).to_be_visible()
    assert stale == 1


# How far the colour of each element is from its ground, as WCAG counts it.
_CONTRASTS = """(elements) => {
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\\d.]+/g).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return elements.map((element) => {
    const style = getComputedStyle(element);
    const [light, dark] = [luminance(style.color), luminance(style.backgroundColor)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  });
}"""


def test_back_leads_to_the_choice_before(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url("/search/?q=feedback"))
    expect(results.first).to_be_visible()
    kinds = page.locator("[data-search-facet=kind] label")
    first, second = (kinds.nth(number).locator("input").get_attribute("value") for number in (0, 1))
    page.locator(f"[data-search-facet=kind] label:has(input[value={first}])").click()
    page.wait_for_url(f"**/?q=feedback&kind={first}")
    page.locator(f"[data-search-facet=kind] label:has(input[value={second}])").click()
    page.wait_for_url(f"**/?q=feedback&kind={first}&kind={second}")
    page.go_back()
    page.wait_for_url(f"**/?q=feedback&kind={first}")
    expect(page.locator("[data-search-facet=kind] input:checked")).to_have_count(1)
    page.go_back()
    page.wait_for_url("**/?q=feedback")
    expect(page.locator("[data-search-facet=kind] input:checked")).to_have_count(0)


def test_typing_adds_no_steps_to_go_back(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url("/about/"))
    page.goto(host.url("/search/"))
    page.locator("main input[name=q]").press_sequentially("feedback")
    page.wait_for_url("**/?q=feedback")
    expect(results.first).to_be_visible()
    page.go_back()
    page.wait_for_url("**/about/")


def test_words_of_a_quotation_that_stands_nowhere_can_be_searched(
    page: Page, host: StaticServer, results: Locator
) -> None:
    page.goto(host.url("/search/?q=%22agreement+working+feedback%22"))
    offer = page.locator("main").get_by_role("button", name="Search without quotation marks")
    offer.click()
    page.wait_for_url("**/?q=agreement+working+feedback")
    expect(results.first).to_be_visible()
    expect(offer).to_be_hidden()
    page.go_back()
    expect(offer).to_be_visible()


def test_a_person_is_shown_with_what_they_were_found_by(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url("/search/?q=facilitation&kind=person"))
    expect(results.first).to_be_visible()
    marks = results.first.locator("mark")
    expect(marks.first).to_be_visible()


def test_enter_leads_past_the_choices_to_what_was_found(page: Page, host: StaticServer, results: Locator) -> None:
    page.goto(host.url("/search/"))
    page.locator("main input[name=q]").press_sequentially("feedback")
    page.keyboard.press("Enter")
    expect(results.first.locator("a")).to_be_focused()


def test_of_a_long_facet_the_most_frequent_values_are_shown_and_what_is_chosen(
    page: Page, host: StaticServer, results: Locator
) -> None:
    page.goto(host.url("/search/?q=feedback"))
    facet = page.locator("[data-search-facet=topic]")
    shown = facet.locator("[data-search-values] input")
    expect(shown).to_have_count(8)
    facet.locator("summary").click()
    last = facet.locator("[data-search-rest] input").last
    value = last.get_attribute("value")
    last.click()
    expect(shown).to_have_count(9)
    expect(shown.last).to_have_value(value or "")
    expect(shown.last).to_be_focused()

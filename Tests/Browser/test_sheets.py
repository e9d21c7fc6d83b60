"""A sheet can be filled in and taken away as Markdown; nothing of it is sent."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable

import pytest
from harness.program import REPOSITORY
from harness.server import StaticServer
from playwright.sync_api import Page, expect

GUIDE = "communities/facilitators-and-coaches/guides/coaching-grow"


@pytest.fixture
def page(host: StaticServer, new_page: Callable[..., Page]) -> Page:
    page = new_page(accept_downloads=True)
    page.goto(host.url(f"/{GUIDE}/"))
    return page


def test_an_empty_sheet_comes_down_as_it_was_written(page: Page, tmp_path: pathlib.Path) -> None:
    source = (REPOSITORY / "content" / f"{GUIDE}.md").read_text("utf-8")
    body = source.split("\n---\n", 1)[1].strip()
    assert body in _download(page, tmp_path)


def test_what_was_filled_in_is_in_the_download(page: Page, tmp_path: pathlib.Path) -> None:
    empty = _download(page, tmp_path)
    field = page.locator("main form :is(input[type=text], input:not([type]), textarea):visible").first
    field.fill("23 November & <so> on")
    page.locator("main form input[type=checkbox]:visible").nth(1).check()
    text = _download(page, tmp_path)
    assert text.count("23 November & <so> on") == 1
    assert text.count("____") == empty.count("____") - 1
    assert re.findall(r"^- \[(.)\]", text, re.MULTILINE)[:3] == [" ", "x", " "]


def test_filling_in_and_downloading_asks_the_server_for_nothing(page: Page, tmp_path: pathlib.Path) -> None:
    asked: list[str] = []
    # The browser asks for the page's icon when it likes.
    page.on("request", lambda request: "favicon" not in request.url and asked.append(request.url))
    field = page.locator("main form :is(input[type=text], input:not([type]), textarea):visible").first
    field.fill("mine alone")
    field.press("Enter")
    _download(page, tmp_path)
    assert not [url for url in asked if url.startswith("http")]
    assert page.url.endswith(f"/{GUIDE}/")


def test_every_field_has_a_name(page: Page) -> None:
    unnamed = page.locator("main form :is(input, textarea):visible").evaluate_all(
        "fields => fields.filter(field => !field.labels?.length && !field.ariaLabel && !field.getAttribute('aria-labelledby'))"
        ".map(field => field.outerHTML)"
    )
    assert not unnamed


def test_every_field_to_write_in_has_a_name_of_its_own(page: Page) -> None:
    names = page.locator("main form textarea:visible").evaluate_all("fields => fields.map(field => field.ariaLabel)")
    assert {"Options (10 minutes)", "Options (10 minutes), 4"} <= set(names)
    assert len(set(names)) == len(names)


def test_a_long_answer_is_read_in_full(page: Page) -> None:
    answer = "Ask whoever has done it before, " * 12 + "and then decide"
    fields = page.locator("main form :is(input[type=text], textarea):visible")
    count = fields.count()
    assert count > 10
    for field in fields.all():
        field.fill(answer)
    assert fields.evaluate_all(_CUT) == []
    page.emulate_media(media="print")
    assert fields.evaluate_all(_CUT) == []
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main form .prose").inner_text().count("and then decide") == count


def test_a_line_stays_a_line(page: Page, tmp_path: pathlib.Path) -> None:
    field = page.locator("main form textarea:visible").first
    field.fill("one\ntwo")
    field.press("Enter")
    field.press_sequentially(" three")
    assert "one two three" in _download(page, tmp_path)


def test_leaving_asks_while_something_would_be_lost(page: Page, tmp_path: pathlib.Path) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    field = page.locator("main form textarea:visible").first
    field.click()
    page.reload()
    assert not asked
    field.press_sequentially("mine")
    page.reload()
    assert asked == ["beforeunload"]
    field.press_sequentially("mine")
    _download(page, tmp_path)
    page.reload()
    field.press_sequentially("mine")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.reload()
    field.press_sequentially("mine")
    page.locator("main form button[type=reset]").click()
    page.reload()
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    "route",
    [
        "agile-teams/guides/working-agreement",
        "business-advisors/guides/cash-flow-conversation",
        "data-practice/guides/ask-a-data-question",
        "facilitators-and-coaches/guides/coaching-grow",
        "facilitators-and-coaches/guides/feedback-sbi",
        "facilitators-and-coaches/guides/mentoring-agreement",
        "facilitators-and-coaches/guides/mentoring-session-note",
        "facilitators-and-coaches/guides/retrospective",
        "learning-and-development/guides/learning-agreement",
        "nya-chefer/guides/enskilda-samtal",
    ],
)
def test_a_sheet_takes_two_sides_of_paper_at_most(host: StaticServer, new_page: Callable[..., Page], route: str) -> None:
    page = new_page()
    page.goto(host.url(f"/communities/{route}/"))
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 2


def test_lines_to_write_on_reach_the_margin_of_the_paper(page: Page) -> None:
    page.emulate_media(media="print")
    right = page.locator("main form .prose").evaluate("text => text.getBoundingClientRect().right")
    lines = page.locator("main form .prose > p > textarea:only-of-type")
    assert lines.count() > 5
    assert [line.bounding_box()["x"] + line.bounding_box()["width"] for line in lines.all()] == pytest.approx(
        [right] * lines.count(), abs=1
    )


def test_on_a_phone_each_field_stands_below_its_words(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(host.url("/communities/facilitators-and-coaches/guides/coaching-grow/"))
    text = page.locator("main form .prose > p", has=page.locator("> .blank:nth-of-type(3)")).first
    fields = text.locator("> .blank").all()
    edges = {(round(field.bounding_box()["x"]), round(field.bounding_box()["width"])) for field in fields}
    assert len(fields) == 3 and len(edges) == 1


def test_it_can_be_cleared(page: Page) -> None:
    box = page.locator("main form input[type=checkbox]:visible").first
    box.check()
    page.locator("main form button[type=reset]").click()
    expect(box).not_to_be_checked()


# The names of the fields that hold more than they show.
_CUT = """(fields) => fields
  .filter((field) => field.scrollHeight > field.clientHeight + 1 || field.scrollWidth > field.clientWidth)
  .map((field) => field.ariaLabel)"""


def _download(page: Page, folder: pathlib.Path) -> str:
    with page.expect_download() as waiting:
        page.locator("[data-sheet-download]").click()
    assert waiting.value.suggested_filename.endswith(".md")
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_text("utf-8")

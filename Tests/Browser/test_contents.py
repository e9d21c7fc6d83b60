"""Contents of a page say where one is, and stay at hand where there is room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness.server import StaticServer
from playwright.sync_api import Page, expect

GUIDE = "/communities/community-stewards/guides/write-a-page/"
COMMUNITY = "/communities/agile-teams/"


def test_the_part_that_one_reads_is_marked_in_the_contents(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(host.url(GUIDE))
    current = page.locator(".toc [aria-current]")
    expect(current).to_have_count(0)
    page.locator("#the-body").evaluate("heading => heading.scrollIntoView()")
    expect(current).to_have_text("The body")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(current).to_have_text(page.locator(".toc a").last.text_content())
    page.evaluate("scrollTo(0, 0)")
    expect(current).to_have_count(0)


@pytest.mark.parametrize("width", [1200, 1280])
def test_a_large_screen_has_room_for_all_sections(host: StaticServer, new_page: Callable[..., Page], width: int) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    page.goto(host.url("/communities/business-advisors/"))
    last = page.locator(".section-nav a").last.bounding_box()
    margin = page.locator(".section-nav ul").evaluate("list => parseFloat(getComputedStyle(list).paddingRight)")
    assert last["x"] + last["width"] <= width - margin + 0.5


@pytest.mark.parametrize("width", [390, 1280])
def test_the_sections_of_a_community_stay_at_hand(
    host: StaticServer, new_page: Callable[..., Page], width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    page.goto(host.url(COMMUNITY))
    link = page.locator(".section-nav a", has_text="Stories and lessons")
    heading = page.locator(link.get_attribute("href"))
    heading.evaluate("heading => heading.scrollIntoView()")
    expect(page.locator(".section-nav [aria-current]")).to_have_text("Stories and lessons")
    expect(link).to_be_in_viewport(ratio=1)
    # The bar lies over nothing that one jumps to.
    bar = page.locator(".section-nav").bounding_box()
    assert heading.bounding_box()["y"] >= bar["y"] + bar["height"]


@pytest.mark.parametrize("route", ["/topics/feedback/", "/people/clara-jensen/"])
def test_a_long_page_of_a_topic_or_person_has_its_sections_at_hand(
    host: StaticServer, new_page: Callable[..., Page], route: str
) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(host.url(route))
    links = page.locator(".section-nav a")
    headings = page.locator(".section > .section-head h2")
    assert links.count() > 3
    assert set(links.all_text_contents()) <= set(headings.all_text_contents())
    links.last.click()
    expect(links.last).to_have_attribute("aria-current", "true")
    expect(headings.last).to_be_in_viewport()


def test_a_short_page_of_a_person_has_no_bar_of_sections(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/people/ivo-petrov/"))
    expect(page.locator(".section-nav")).to_have_count(0)


def test_what_gets_the_focus_is_not_below_the_sections(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 1280, "height": 844})
    page.goto(host.url(COMMUNITY))
    page.locator("main a").last.focus()
    covered = []
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        found = page.evaluate(_UNDER_THE_BAR)
        if found:
            covered.append(found)
    assert not covered, "\n".join(covered)


def test_a_low_window_keeps_its_room(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 844, "height": 390})
    page.goto(host.url(COMMUNITY))
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    expect(page.locator(".section-nav")).not_to_be_in_viewport()


def test_contents_on_a_phone_are_the_main_parts(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(host.url(GUIDE))
    shown = page.locator(".toc a:visible").count()
    assert 2 < shown == page.locator(".toc > ol > li").count() < page.locator(".toc a").count()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_copy_button_covers_no_code_on_a_phone(
    host: StaticServer, new_page: Callable[..., Page], width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    page.goto(host.url(GUIDE))
    button = page.locator(".copy").first.bounding_box()
    code = page.locator(".code pre").first.bounding_box()
    assert (button["y"] + button["height"] <= code["y"] + 1) == (width == 390)


def test_no_stop_of_the_keyboard_in_the_masthead_is_out_of_sight(
    host: StaticServer, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": 1280, "height": 844})
    page.goto(host.url(COMMUNITY))
    for _ in range(7):
        page.keyboard.press("Tab")
        box = page.locator(":focus").bounding_box()
        assert box["width"] > 10, page.locator(":focus").evaluate("element => element.outerHTML")


# The focused element, where the bar of sections lies over its upper edge.
_UNDER_THE_BAR = """() => {
  const focused = document.activeElement;
  const bar = document.querySelector(".section-nav");
  if (bar.contains(focused)) return null;
  const [box, over] = [focused.getBoundingClientRect(), bar.getBoundingClientRect()];
  const isUnder = box.top < over.bottom - 1 && box.bottom > over.top && over.top <= 0;
  return isUnder ? focused.outerHTML.slice(0, 120) : null;
}"""

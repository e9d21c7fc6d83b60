"""Lists of hundreds: what is far from the screen waits, and is found all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from harness import small
from harness.program import Program
from harness.server import StaticServer
from playwright.sync_api import Page, expect

COUNT = 240


@pytest.fixture(scope="module")
def server(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticServer]:
    """A library with two long groups: books with even numbers, videos with odd ones."""
    resources = {
        f"content/communities/agile/resources/r-{number}.md": f"""---
title: Number {number:03}
kind: {"video" if number % 2 else "book"}
url: https://library.example/{number}
curator: anna-lind
why: It helps, and it is the {number}th that does. {"Read it twice. " * (number % 7)}
added: 2026-01-{number % 28 + 1:02}
minutes: {[10, 40, 90][number % 3]}
---
"""
        for number in range(COUNT)
    }
    site = small.write(tmp_path_factory.mktemp("long"), resources)
    run = program.run("build", "--site", site, "--today", "2026-11-23")
    assert run.code == 0, str(run)
    with StaticServer(site / "public") as server:
        yield server


@pytest.fixture(scope="module")
def places(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticServer]:
    """Many communities, much that is archived, and many titles with one letter."""
    pages = {
        f"content/communities/c-{number}/index.md": f"---\ntitle: Craft {number:03}\npurpose: We learn.\nfor: All\n"
        f"owners: anna-lind\njoin: https://chat.example/{number}\n---\n"
        for number in range(COUNT)
    }
    pages |= {
        f"content/communities/agile/guides/g-{number}.md": f"---\ntitle: Old way {number:03}\nkind: how-to\n"
        f"status: archived\n---\n\nAs it was done.\n"
        for number in range(COUNT)
    }
    pages |= {
        f"content/communities/agile/guides/n-{number}.md": f"---\ntitle: New way {number:03}\nkind: how-to\n---\n\nText.\n"
        for number in range(COUNT + 40)  # more than 500 titles: each letter has a page
    }
    site = small.write(tmp_path_factory.mktemp("places"), pages)
    run = program.run("build", "--site", site, "--today", "2026-11-23")
    assert run.code == 0, str(run)
    with StaticServer(site / "public") as server:
        yield server


@pytest.mark.parametrize(
    ("route", "titles", "width"),
    [
        ("/communities/", ".community-card .card-title a", 1280),
        ("/archive/", ".item-row .card-title a", 1280),
        ("/search/titles/n/", ".titles a", 390),
    ],
)
def test_rows_far_from_the_screen_wait_in_every_long_list(
    places: StaticServer, new_page: Callable[..., Page], route: str, titles: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(places.url(route))
    rows = page.locator(titles)
    assert rows.count() >= COUNT
    assert rows.first.evaluate(_IS_LAID_OUT)
    assert not rows.last.evaluate(_IS_LAID_OUT)
    assert page.evaluate("title => find(title)", rows.last.text_content())
    expect(rows.last).to_be_in_viewport()


@pytest.fixture
def page(server: StaticServer, new_page: Callable[..., Page]) -> Page:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(server.url("/library/"))
    return page


def test_cards_far_from_the_screen_wait(page: Page) -> None:
    titles = page.locator(".card-title a")
    assert titles.first.evaluate(_IS_LAID_OUT)
    assert not titles.last.evaluate(_IS_LAID_OUT)
    titles.last.evaluate("title => title.scrollIntoView()")
    page.wait_for_function(f"({_IS_LAID_OUT})([...document.querySelectorAll('.card-title a')].at(-1))")


def test_a_link_to_a_group_far_below_leads_there(page: Page, server: StaticServer) -> None:
    heading = page.locator("#book")
    page.locator(".library-jump a", has_text="Book").click()
    expect(heading).to_be_in_viewport()
    # Also when the cards around it have taken their room.
    page.evaluate("() => new Promise((done) => setTimeout(done, 0)).then(() => new Promise(requestAnimationFrame))")
    assert 0 <= heading.bounding_box()["y"] < 100
    page.goto("about:blank")
    page.goto(server.url("/library/#book"))
    expect(heading).to_be_in_viewport()
    assert 0 <= heading.bounding_box()["y"] < 100


def test_find_in_page_finds_what_waits(page: Page) -> None:
    last = page.locator(".card-title a").last
    assert page.evaluate("title => find(title)", last.text_content())
    expect(last).to_be_in_viewport()


def test_filters_and_orders_hold_for_what_waits(page: Page) -> None:
    page.locator("input[name=kind][value=book]").check()
    expect(page.locator(".facets-status")).to_have_text("120 resources")
    page.locator("input[name=length][value=long]").check()
    expect(page.locator(".facets-status")).to_have_text("40 resources")
    counts = page.locator(".facet", has=page.locator("input[name=length]")).locator(".facet-count")
    assert counts.all_inner_texts() == ["40", "40", "40"]
    page.locator("select[name=sort]").select_option("title")
    titles = page.locator(".card-title a:visible").all_text_contents()
    assert titles == [f"Number {number:03}" for number in range(COUNT) if number % 2 == 0 and number % 3 == 2]
    page.locator("select[name=sort]").select_option("")
    assert page.locator(".group:visible > h2").all_inner_texts() == ["Books 120"]


def test_paper_waits_for_nothing(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator(".card-title a").last.evaluate(_IS_LAID_OUT)


_IS_LAID_OUT = "(title) => title.checkVisibility({ contentVisibilityAuto: true })"

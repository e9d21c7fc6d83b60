"""With the system's own colours nothing is told by a ground or a shadow alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness.server import StaticServer
from playwright.sync_api import Page, expect

_GROUND = """element => getComputedStyle(element, element.localName === "dt" ? "::before" : null).backgroundColor"""


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page(viewport={"width": 1280, "height": 844}, forced_colors="active", color_scheme="dark")


def test_the_hit_that_the_keys_have_chosen_is_seen(page: Page, host: StaticServer) -> None:
    page.goto(host.url("/"))
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_role("combobox").press_sequentially("feedback")
    hits = page.locator(".search-hits [role=option]")
    expect(hits).not_to_have_count(0)
    page.keyboard.press("ArrowDown")
    assert hits.nth(0).evaluate("hit => getComputedStyle(hit).outlineStyle") == "solid"
    assert hits.nth(1).evaluate("hit => getComputedStyle(hit).outlineStyle") == "none"


def test_the_part_of_the_site_where_one_is_is_seen(page: Page, host: StaticServer) -> None:
    page.goto(host.url("/library/"))
    links = page.locator(".site-nav a")
    styles = links.evaluate_all("links => links.map(link => getComputedStyle(link).outlineStyle)")
    assert styles.count("solid") == 1
    assert links.nth(styles.index("solid")).text_content() == "Library"


@pytest.mark.parametrize(
    ("route", "keys"),
    [
        ("/communities/agile-teams/", ".balance-key .swatch"),
        ("/communities/agile-teams/", ".participation-key dt"),
        ("/people/clara-jensen/", ".level-1 i"),
    ],
)
def test_the_keys_of_a_drawing_keep_their_colours(page: Page, host: StaticServer, route: str, keys: str) -> None:
    page.goto(host.url(route))
    grounds = {key.evaluate(_GROUND) for key in page.locator(keys).all()}
    assert len(grounds) > 1
    assert "rgb(0, 0, 0)" not in grounds

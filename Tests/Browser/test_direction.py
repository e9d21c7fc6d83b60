"""Text that runs from right to left does so on a page whose interface runs from left to right."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterator

import pytest
from harness import small
from harness.program import Program
from harness.server import StaticServer
from playwright.sync_api import Page

GUIDE = """---
title: كيف تبدأ الاجتماع؟
summary: ما الذي يقال أولاً؟
kind: how-to
language: ar
---

اكتب `praxis build --help` أولاً.

- واحد
- اثنان
"""


@pytest.fixture(scope="module")
def place(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticServer]:
    folder: pathlib.Path = tmp_path_factory.mktemp("direction")
    small.write(folder, {"content/communities/agile/guides/arabic.md": GUIDE})
    run = program.run("build", "--site", folder)
    assert run.code == 0, str(run)
    with StaticServer(folder / "public") as server:
        yield server


def test_a_page_runs_in_the_direction_of_its_language(place: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(place.url("/communities/agile/guides/arabic/"))
    middle = page.viewport_size["width"] / 2
    for selector in ["h1", ".lead", ".prose p", ".prose li"]:
        assert page.locator(selector).first.evaluate(_MIDDLE) > middle, selector
    assert page.locator(".prose").evaluate("prose => getComputedStyle(prose).direction") == "rtl"
    assert page.locator(".prose code").evaluate("code => getComputedStyle(code).direction") == "ltr"
    # The interface around it keeps its own.
    assert page.locator(".breadcrumbs a").first.bounding_box()["x"] < middle / 2


def test_a_title_ends_with_its_mark_in_a_list_of_others(place: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(place.url("/guides/"))
    link = page.locator(".card-title a[lang=ar]")
    box = link.bounding_box()
    # The question mark stands last, which is to the left of all letters.
    assert link.evaluate(_LAST_LETTER) - box["x"] < box["width"] / 4


def test_a_page_in_the_language_of_the_interface_says_nothing(place: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(place.url("/communities/agile/guides/retrospective/"))
    assert page.locator("[dir]").count() == 0


# Where what is written in an element has its middle.
_MIDDLE = """element => {
  const text = document.createRange();
  text.selectNodeContents(element);
  const { left, right } = text.getBoundingClientRect();
  return (left + right) / 2;
}"""

# Where the last letter of an element's text begins.
_LAST_LETTER = """element => {
  const text = element.firstChild;
  const letter = document.createRange();
  letter.setStart(text, text.length - 1);
  letter.setEnd(text, text.length);
  return letter.getBoundingClientRect().left;
}"""

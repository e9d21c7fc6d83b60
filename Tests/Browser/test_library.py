"""The library's filters: what they show, and a history to go back in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from harness.server import StaticServer
from playwright.sync_api import Page, expect


@pytest.fixture
def page(host: StaticServer, new_page: Callable[..., Page]) -> Page:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(host.url("/library/"))
    return page


def _status(page: Page) -> str:
    return page.locator(".facets-status").inner_text()


def _values(page: Page, facet: str) -> list[str]:
    return page.locator(f".facets input[name={facet}]").evaluate_all("boxes => boxes.map(box => box.value)")


def test_values_without_a_hit_leave_their_room_to_others(page: Page) -> None:
    topics = page.locator(".facet", has=page.locator("input[name=topic]"))
    more = topics.locator(".facet-more")
    expect(more).to_be_visible()
    page.locator("input[name=kind][value=article]").check()
    page.locator("input[name=level][value=learning]").check()
    shown = topics.locator("> ul input")
    expect(shown).to_have_count(8)
    assert shown.evaluate_all("boxes => boxes.every(box => !box.disabled)")
    hidden = more.locator("input:not(:disabled)").count()
    expect(more.locator("summary")).to_have_text(f"Show {hidden} more")
    page.locator("input[name=level][value=learning]").uncheck()
    page.locator("input[name=kind][value=article]").uncheck()
    counts = [int(text) for text in topics.locator("> ul .facet-count").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)


def test_a_choice_keeps_the_focus(page: Page) -> None:
    box = page.locator("input[name=topic]").nth(3)
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()


def test_lengths_and_levels_stand_in_their_order(page: Page) -> None:
    assert _values(page, "length") == ["short", "medium", "long"]
    assert _values(page, "level") == ["learning", "practising", "skilled", "teaching"]


def test_it_can_be_narrowed_to_what_is_new(page: Page) -> None:
    assert _values(page, "freshness") == ["recent", "older"]
    page.locator("input[name=freshness][value=recent]").check()
    days = page.locator("[data-facets]:visible").evaluate_all(
        "cards => cards.map(card => /added=(\\S+)/.exec(card.dataset.facets)[1])"
    )
    assert days and min(days) >= "2025-11-23"


def test_there_is_something_to_clear_only_where_something_is_chosen(page: Page) -> None:
    clear = page.locator(".facets [type=reset]")
    expect(clear).to_be_hidden()
    page.locator("input[name=kind]").first.check()
    clear.click()
    expect(clear).to_be_hidden()
    page.locator("select[name=sort]").select_option("title")
    expect(clear).to_be_visible()


def test_going_back_leads_through_the_choices(page: Page) -> None:
    said = [_status(page)]
    for box in ["input[name=kind][value=article]", "input[name=level][value=learning]"]:
        page.locator(box).check()
        said.append(_status(page))
    assert len(set(said)) == 3
    page.go_back()
    expect(page.locator(".facets-status")).to_have_text(said[1])
    expect(page.locator("input[name=level][value=learning]")).not_to_be_checked()
    page.go_back()
    expect(page.locator(".facets-status")).to_have_text(said[0])
    expect(page).to_have_url(re.compile(r"/library/$"))
    page.go_forward()
    expect(page.locator(".facets-status")).to_have_text(said[1])


def test_the_table_stays_below_what_is_sorted(page: Page) -> None:
    page.locator("select[name=sort]").select_option("new")
    last = page.locator("[data-facets]:visible").last.bounding_box()
    assert page.locator(".library-table").bounding_box()["y"] >= last["y"] + last["height"]


def test_a_card_that_says_nothing_more_ends_without_a_line(page: Page) -> None:
    card = page.locator(".resource-card").first
    line = "note => getComputedStyle(note).borderBlockEndWidth"
    assert card.locator(".why").evaluate(line) == "1px"
    card.locator("> .meta").evaluate("meta => meta.remove()")
    assert card.locator(".why").evaluate(line) == "0px"

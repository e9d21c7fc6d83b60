"""The search box follows the combobox pattern of ARIA: keys open it, move in it, choose and close it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from harness.server import StaticServer
from playwright.sync_api import Locator, Page, expect

START = "/communities/agile-teams/"


@pytest.fixture
def page(host: StaticServer, new_page: Callable[..., Page]) -> Page:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(host.url(START))
    return page


@pytest.fixture
def field(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_role("combobox")


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_it(page: Page, field: Locator, key: str) -> None:
    page.keyboard.press(key)
    expect(field).to_be_focused()
    expect(field).to_have_value("")


def test_a_slash_in_a_field_is_a_slash(page: Page, host: StaticServer) -> None:
    page.goto(host.url("/search/"))
    written = page.locator("main input[name=q]")
    written.press_sequentially("and/or")
    expect(written).to_have_value("and/or")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_what_is_typed_finds_pages_and_says_how_many(page: Page, field: Locator) -> None:
    page.keyboard.press("/")
    field.press_sequentially("retro")
    expect(page.get_by_role("option").first).to_contain_text(re.compile("retro", re.IGNORECASE))
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(re.compile(r"\d"))


def test_arrows_move_and_enter_goes(page: Page, field: Locator) -> None:
    page.keyboard.press("/")
    field.press_sequentially("retrospective")
    options = page.get_by_role("option")
    expect(options.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(0)).not_to_have_attribute("aria-selected", "true")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id") or "?")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    title = options.nth(0).locator("[data-field=title]").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith(START))
    expect(page.locator("h1")).to_contain_text(title)


@pytest.mark.parametrize("how", [{"modifiers": ["Control"]}, {"button": "middle"}], ids=["control", "middle"])
def test_a_hit_opens_beside_the_page(page: Page, field: Locator, how: dict[str, Any]) -> None:
    page.keyboard.press("/")
    field.press_sequentially("retrospective")
    option = page.get_by_role("option").first
    expect(option).to_be_visible()
    with page.context.expect_page() as opening:
        option.click(**how)
    opening.value.wait_for_url(re.compile(r"highlight=retrospectives?"))
    assert page.url.endswith(START)


def test_enter_without_a_choice_leads_to_the_search_page(page: Page, field: Locator) -> None:
    page.keyboard.press("/")
    field.press_sequentially("feedback")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=feedback")


def test_escape_closes_it_and_returns(page: Page, field: Locator) -> None:
    link = page.locator("main a[href]:visible").first
    link.focus()
    page.keyboard.press("/")
    expect(field).to_be_focused()
    field.press_sequentially("retro")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    # A first Escape may empty the field, as browsers do with search fields.
    if field.is_visible():
        page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(link).to_be_focused()


def test_words_without_a_match_say_so(page: Page, field: Locator) -> None:
    page.keyboard.press("/")
    field.press_sequentially("qzxwvqzxwv")
    expect(page.get_by_role("dialog").get_by_role("status")).not_to_be_empty()
    expect(page.get_by_role("option")).to_have_count(0)


def test_a_misspelt_word_is_told_with_what_stands_in_for_it(page: Page, field: Locator) -> None:
    page.keyboard.press("/")
    field.press_sequentially("retrospektivee ")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_contain_text("No page has “retrospektivee”. Looked for retrospective")
    expect(page.get_by_role("option").first).to_be_visible()
    field.fill("feedback qzxwvqzxwv ")
    expect(status).to_contain_text("No page has “qzxwvqzxwv”.")
    field.fill("feedback")
    expect(status).not_to_contain_text("No page has")


def test_a_quotation_that_stands_nowhere_can_be_searched_without_its_marks(page: Page, field: Locator) -> None:
    page.keyboard.press("/")
    field.press_sequentially('"agreement working feedback"')
    offer = page.get_by_role("dialog").get_by_role("button", name="Search without quotation marks")
    expect(offer).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(0)
    offer.click()
    expect(page.get_by_role("option").first).to_be_visible()
    expect(field).to_have_value("agreement working feedback")
    expect(field).to_be_focused()
    expect(offer).to_be_hidden()


def test_a_hit_in_another_language_says_so(page: Page, field: Locator) -> None:
    page.keyboard.press("/")
    field.press_sequentially("subscribe")
    expect(page.get_by_role("option").first).to_contain_text("Subscribe")
    expect(page.get_by_role("option").first.locator("[data-field=language]")).to_have_count(0)
    field.fill("chefer")
    swedish = page.get_by_role("option").filter(has=page.locator("[data-field=title][lang=sv]"))
    expect(swedish.first).to_contain_text("Swedish")

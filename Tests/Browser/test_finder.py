"""Finding somebody: plain sentences, typing errors, a way on where nobody fits, and a history to go back in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from harness.server import StaticServer
from playwright.sync_api import Locator, Page, expect


@pytest.fixture
def page(host: StaticServer, new_page: Callable[..., Page]) -> Page:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(host.url("/find/"))
    return page


def _words(page: Page) -> Locator:
    return page.locator("[data-finder] [name=words]")


def _reasons(page: Page) -> list[str]:
    """Why each person is shown, the best match first."""
    return page.locator("[data-finder-results] > :not([hidden]) .reasons").all_inner_texts()


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("how to say no to a customer", "Customer conversations"),
        ("I want to learn to give feedback", "Feedback"),
        ("retospective", "Retrospectives"),
        ("agiel", "Agile delivery"),
    ],
)
def test_people_who_offer_what_was_meant_come_first(page: Page, asked: str, topic: str) -> None:
    _words(page).fill(asked)
    first = _reasons(page)[0]
    assert f": {topic}" in first and f"{topic}: " in first
    assert all(topic in reasons for reasons in _reasons(page))


def test_a_sentence_in_swedish_is_understood(page: Page, host: StaticServer) -> None:
    page.goto(host.url("/sv/find/"))
    _words(page).fill("jag vill lära mig att ge återkoppling")
    reasons = _reasons(page)
    assert reasons and all("Feedback" in reason for reason in reasons)


def test_where_nobody_fits_the_words_the_rest_of_the_site_is_searched(page: Page) -> None:
    _words(page).fill("qzxwv & co")
    status = page.locator("[data-finder-status]")
    expect(status).not_to_contain_text("filter")
    status.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/search/\?q=qzxwv(%20|\+)%26(%20|\+)co$"))


def test_a_filter_that_leaves_nobody_is_said(page: Page) -> None:
    _words(page).fill("qzxwv")
    page.locator("select[name=offer]").select_option(index=1)
    expect(page.locator("[data-finder-status]")).to_contain_text("Take away a filter")


def test_the_order_of_names_is_told_only_where_people_stand_in_it(page: Page) -> None:
    note = page.locator(".section:has([data-finder-results]) .section-note")
    expect(note).to_contain_text("By name")
    _words(page).fill("feedback")
    expect(note).to_be_hidden()
    page.locator("[data-finder] [type=reset]").click()
    expect(note).to_be_visible()


def test_there_is_something_to_clear_only_where_something_is_chosen(page: Page) -> None:
    clear = page.locator("[data-finder] [type=reset]")
    expect(clear).to_be_hidden()
    _words(page).fill("feedback")
    clear.click()
    expect(clear).to_be_hidden()
    expect(_words(page)).to_have_value("")


def test_going_back_leads_through_the_searches(page: Page) -> None:
    _words(page).press_sequentially("feedback")
    _words(page).press("Enter")
    _words(page).fill("")
    _words(page).press_sequentially("python")
    page.locator("select[name=offer]").select_option(index=1)
    for words in ["python", "feedback", ""]:
        page.go_back()
        expect(_words(page)).to_have_value(words)
        expect(page.locator("select[name=offer]")).to_have_value("")
    page.go_forward()
    expect(_words(page)).to_have_value("feedback")
    assert "Feedback" in _reasons(page)[0]


@pytest.mark.parametrize("route", ["/find/", "/sv/find/"])
def test_languages_have_names(page: Page, host: StaticServer, route: str) -> None:
    page.goto(host.url(route))
    options = page.locator("select[name=language] option:not([value=''])")
    bare = options.evaluate_all("options => options.filter(option => option.text === option.value).map(option => option.value)")
    assert options.count() > 10 and not bare


def test_without_scripts_it_says_where_to_look(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(host.url("/find/"))
    expect(page.locator("[data-finder]")).to_be_hidden()
    links = page.locator("main .finder-plain a")
    expect(links).to_have_count(2)
    for route in ["/people/", "/topics/"]:
        expect(page.locator(f"main .finder-plain a[href$='{route}']")).to_be_visible()


def test_on_a_phone_filters_are_folded_until_one_is_chosen(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(host.url("/find/"))
    offer = page.locator("select[name=offer]")
    expect(offer).to_be_hidden()
    expect(page.locator("[data-finder-results] a").first).to_be_in_viewport()
    page.locator("[data-finder] summary").click()
    offer.select_option("mentor")
    page.goto(host.url("/"))
    page.go_back()
    expect(offer).to_be_visible()
    expect(offer).to_have_value("mentor")


def test_each_way_to_write_says_to_whom(page: Page) -> None:
    links = page.locator("[data-message]").all_inner_texts()
    assert len(links) > 5
    assert len(set(links)) == len(links)

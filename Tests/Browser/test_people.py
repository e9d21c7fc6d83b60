"""The list of people: a field narrows it, and one way leads to whoever can help."""

from __future__ import annotations

from collections.abc import Callable

from harness.server import StaticServer
from playwright.sync_api import Page, expect


def test_a_field_leaves_whom_its_words_fit(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(host.url("/people/"))
    rows = page.locator("#site-people .person-row")
    everybody = rows.count()
    field = page.get_by_label("Filter by name, place or skill")
    field.fill("UMEÅ leadership")
    shown = page.locator("#site-people .person-row:visible")
    assert 0 < shown.count() < everybody
    for text in shown.all_inner_texts():
        assert "umeå" in text.casefold() and "leadership" in text.casefold(), text
    count = shown.count()
    expect(page.locator(".report-filter [role=status]")).to_have_text("1 person" if count == 1 else f"{count} people")
    # Words of two lines beside each other are no word.
    field.fill("LindBranch")
    expect(shown).to_have_count(0)
    field.fill("")
    expect(shown).to_have_count(everybody)


def test_it_leads_to_the_finder(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/people/"))
    page.get_by_role("link", name="Find somebody by what you need").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find somebody")


def test_on_a_phone_its_field_takes_the_room_there_is(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(host.url("/people/"))
    field = page.get_by_label("Filter by name, place or skill")
    assert field.bounding_box()["width"] == page.locator(".list-tools").bounding_box()["width"]

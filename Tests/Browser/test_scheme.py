"""Light and dark: as the system has it, until a reader chooses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness.server import StaticServer
from playwright.sync_api import Page, expect

_IS_DARK = """() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_system(host: StaticServer, new_page: Callable[..., Page], scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(host.url("/"))
    assert page.evaluate(_IS_DARK) == (scheme == "dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_choice_holds_on_the_next_page(host: StaticServer, new_page: Callable[..., Page], scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page.goto(host.url("/"))
    toggle = page.locator("[data-scheme-toggle]")
    expect(toggle).to_have_attribute("aria-pressed", str(scheme == "dark").lower())
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", str(scheme == "light").lower())
    assert page.evaluate(_IS_DARK) == (scheme == "light")
    page.goto(host.url("/library/"))
    assert page.evaluate(_IS_DARK) == (scheme == "light")
    page.locator("[data-scheme-toggle]").click()
    assert page.evaluate(_IS_DARK) == (scheme == "dark")
    page.goto(host.url("/people/"))
    assert page.evaluate(_IS_DARK) == (scheme == "dark")


def test_a_reader_who_goes_back_to_the_systems_follows_it_again(
    host: StaticServer, new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme="light", viewport={"width": 1280, "height": 900})
    page.goto(host.url("/"))
    page.locator("[data-scheme-toggle]").click()
    page.locator("[data-scheme-toggle]").click()
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(_IS_DARK)


def test_the_button_works_from_the_keyboard_and_has_a_name(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(color_scheme="light", viewport={"width": 1280, "height": 900})
    page.goto(host.url("/"))
    toggle = page.locator("[data-scheme-toggle]")
    assert toggle.evaluate("button => (button.ariaLabel || button.textContent).trim()")
    toggle.focus()
    page.keyboard.press("Space")
    assert page.evaluate(_IS_DARK)

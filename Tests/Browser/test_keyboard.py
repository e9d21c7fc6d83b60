"""Getting about without a mouse."""

from __future__ import annotations

from collections.abc import Callable

from harness.server import StaticServer
from harness.site import Site
from playwright.sync_api import Page, expect


def test_the_first_tab_offers_to_skip_to_the_text(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/communities/agile-teams/"))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", "#main")
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert inside, "the next stop after skipping is not in the text"


def test_what_has_the_focus_shows_it(site: Site, host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    unseen = []
    for sample in site.samples():
        page.goto(host.url(sample.route))
        for _ in range(12):
            page.keyboard.press("Tab")
            plain = page.evaluate(_HAS_NO_OUTLINE)
            if plain:
                unseen.append(f"{sample}: {plain}")
    assert not unseen, "focused, and looks as before:\n" + "\n".join(dict.fromkeys(unseen))


# The focused element, where neither it nor what wraps it closely is drawn with an outline or a shadow.
_HAS_NO_OUTLINE = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const drawn = (element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  const around = [focused, focused.parentElement, focused.closest("form, label, article, li")].filter(Boolean);
  return around.some(drawn) ? null : focused.outerHTML.slice(0, 120);
}"""

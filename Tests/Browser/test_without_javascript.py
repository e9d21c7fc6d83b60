"""Everything can be read and reached in a browser that runs no scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness.server import StaticServer
from harness.site import Site
from playwright.sync_api import Page, expect

# The headings and links that a reader sees, outside what only scripts make use of.
_VISIBLE = """() => [...document.querySelectorAll("main :is(h1, h2, h3, a[href])")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("form, [data-search-results]"))
  .map((element) => `${element.localName} ${element.textContent.trim().replace(/\\s+/g, " ")}`)"""


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page(java_script_enabled=False)


def test_a_page_of_each_kind_shows_the_same_headings_and_links(
    site: Site, host: StaticServer, page: Page, new_page: Callable[..., Page]
) -> None:
    scripted = new_page()
    problems = []
    for sample in site.samples():
        page.goto(host.url(sample.route))
        scripted.goto(host.url(sample.route))
        plain = page.evaluate(_VISIBLE)
        lost = set(scripted.evaluate(_VISIBLE)) - set(plain)
        if lost or not plain:
            problems.append(f"{sample}: {', '.join(sorted(lost)[:5]) or 'nothing to read'}")
    assert not problems, "shown only with JavaScript:\n" + "\n".join(problems)


def test_no_button_is_shown_that_does_nothing(site: Site, host: StaticServer, page: Page) -> None:
    problems = []
    for sample in site.samples():
        page.goto(host.url(sample.route))
        # A popover opens without a script; a button of type submit or reset has its form.
        buttons = page.locator("button[type=button]:not([popovertarget]):visible")
        problems += [f"{sample}: {text.strip()!r}" for text in buttons.all_text_contents()]
    assert not problems, "buttons that need JavaScript:\n" + "\n".join(problems)


def test_searching_leads_to_a_list_of_all_titles(site: Site, host: StaticServer, page: Page) -> None:
    page.goto(host.url("/communities/"))
    field = page.locator("form[role=search]:visible input[name=q]").first
    field.fill("feedback")
    field.press("Enter")
    page.wait_for_url("**/search/?q=feedback")
    titles = page.locator("main li a[href]:visible")
    articles = [sample for sample in site.pages if sample.kind.endswith(("/guides/*", "/resources/*"))]
    assert titles.count() >= len(articles), f"{titles.count()} links, but {len(articles)} guides and resources"
    titles.filter(has_text="GROW").first.click()
    expect(page.locator("h1")).to_contain_text("GROW")


def test_the_library_lists_every_resource(site: Site, host: StaticServer, page: Page) -> None:
    page.goto(host.url("/library/"))
    shown = page.locator("main a[href]:visible").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    resources = [sample for sample in site.pages if sample.kind.endswith("/communities/*/resources/*")]
    archived = {sample.route for sample in resources if "banner-archived" in sample.file.read_text("utf-8")}
    here = {sample.route for sample in resources if not sample.route.startswith("/sv/")}
    assert archived and not archived & set(shown)
    assert not here - archived - set(shown), "resources that the library does not show"

"""One output works everywhere: at a host's root, below any path, and opened from a folder."""

from __future__ import annotations

import contextlib
import pathlib
from collections.abc import Callable, Iterator

import pytest
from harness.browser import Watch
from harness.server import StaticServer
from harness.site import Site
from playwright.sync_api import Page, expect

# Links to other pages of the site in the text, as they stand; a drawing's links are left to the check of all links.
_LINKS = """(root) => [...document.querySelectorAll("main a[href]")]
  .filter((link) => link.tagName === "A" && link.checkVisibility() && !link.hasAttribute("download")
    && link.href.startsWith(root) && link.pathname.endsWith("/") && link.pathname !== location.pathname)
  .map((link) => link.getAttribute("href"))"""


@pytest.fixture(params=["root", "below a path", "folder"])
def root(request: pytest.FixtureRequest, site: Site, tmp_path: pathlib.Path) -> Iterator[str]:
    """The address of the site's root, ending with a slash."""
    with contextlib.ExitStack() as stack:
        if request.param == "root":
            yield stack.enter_context(StaticServer(site.root)).address
        elif request.param == "below a path":
            yield stack.enter_context(StaticServer(site.root, prefix="/any/sub/path/")).address
        else:
            yield site.root.as_uri() + "/"


def test_clicking_through_meets_no_failed_request(root: str, site: Site, new_page: Callable[..., Page]) -> None:
    page = new_page()
    watch = Watch(page)
    troubles = []
    for sample in site.samples():
        # The page for what is not found may be served at any depth and so knows only the path in the site's own url.
        if sample.route == "/404.html" and not _is_top(root):
            continue
        page.goto(_address(root, sample.route))
        troubles += watch.take(sample.route)
        links = page.evaluate(_LINKS, root)
        if not links:
            continue
        page.locator(f'main a[href="{links[0]}"]:visible').first.click()
        page.wait_for_load_state()
        if not page.locator("h1").count():
            troubles.append(f"{sample.route}: the link {links[0]!r} leads to {page.url}, which has no heading")
        troubles += watch.take(f"{sample.route}, after a click on {links[0]!r}")
    assert not troubles, "\n".join(troubles)


def test_the_main_navigation_leads_to_pages(root: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    watch = Watch(page)
    page.goto(_address(root, "/people/anna-lind/"))
    links = page.get_by_role("banner").get_by_role("navigation").get_by_role("link")
    for index in range(links.count()):
        page.goto(_address(root, "/people/anna-lind/"))
        name = links.nth(index).inner_text()
        links.nth(index).click()
        page.wait_for_load_state()
        expect(page.locator("h1"), f"where {name!r} leads ({page.url})").to_be_visible()
    assert not watch.troubles, "\n".join(watch.troubles)


def test_searching_works(root: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    watch = Watch(page)
    page.goto(_address(root, "/communities/agile-teams/"))
    page.keyboard.press("/")
    page.keyboard.type("retrospective")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/agile-teams/index.html" not in url and not url.endswith("/agile-teams/"))
    expect(page.locator("h1")).to_be_visible()
    assert not watch.troubles, "\n".join(watch.troubles)


def test_the_search_form_leads_to_the_search_page(root: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(_address(root, "/404.html" if _is_top(root) else "/search/"))
    field = page.locator("main form[role=search] input[name=q]")
    field.fill("feedback")
    field.press("Enter")
    page.wait_for_url("**/search/**q=feedback*")
    expect(page.locator("[data-search-results] a").first).to_be_visible()


def test_an_old_address_leads_on(root: str, site: Site, new_page: Callable[..., Page]) -> None:
    redirects = [sample for sample in site.pages if sample.is_redirect]
    assert redirects, "content/ has no page with aliases"
    page = new_page()
    watch = Watch(page)
    for redirect in redirects[:3]:
        page.goto(_address(root, redirect.route))
        expect(page.get_by_role("banner"), f"where {redirect} leads").to_be_visible()
    assert not watch.troubles, "\n".join(watch.troubles)


def _is_top(root: str) -> bool:
    """Whether the site is at the root of a host, where its own url says that it is."""
    return root.startswith("http") and root.count("/") == 3


def _address(root: str, route: str) -> str:
    """A page's address; a folder does not open its index on a file share."""
    address = root + route.removeprefix("/")
    return address + "index.html" if root.startswith("file:") and address.endswith("/") else address

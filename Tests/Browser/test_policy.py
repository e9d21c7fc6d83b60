"""The site works under the strictest policy that a host may send: `default-src 'self'`."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

from harness.browser import Watch
from harness.server import STRICT_POLICY, StaticServer
from harness.site import Site
from playwright.sync_api import Page, expect


def test_a_page_of_each_kind_loads_without_a_violation(site: Site, new_page: Callable[..., Page]) -> None:
    page = new_page()
    watch = Watch(page)
    troubles = []
    with StaticServer(site.root, headers=STRICT_POLICY) as server:
        for sample in site.samples():
            page.goto(server.url(sample.route))
            troubles += watch.take(sample.route)
    assert not troubles, "\n".join(troubles)


def test_searching_works_under_it(site: Site, new_page: Callable[..., Page]) -> None:
    page = new_page()
    with StaticServer(site.root, headers=STRICT_POLICY) as server:
        watch = Watch(page)
        page.goto(server.url("/"))
        page.keyboard.press("/")
        page.keyboard.type("retrospective")
        expect(page.get_by_role("option").first).to_be_visible()
        page.goto(server.url("/search/?q=retrospective"))
        expect(page.locator("[data-search-results] a").first).to_be_visible()
    assert not watch.troubles, "\n".join(watch.troubles)


def test_the_policy_is_really_sent(tmp_path, new_page: Callable[..., Page]) -> None:
    (tmp_path / "index.html").write_text('<!DOCTYPE html><title>x</title><p style="color: red">x')
    page = new_page()
    with StaticServer(tmp_path, headers=STRICT_POLICY) as server:
        watch = Watch(page)
        page.goto(server.address)
        assert any("Content Security Policy" in trouble for trouble in watch.troubles)


def test_no_page_holds_what_the_policy_refuses(site: Site) -> None:
    problems = []
    for page in site.pages:
        finder = _RefusedFinder()
        finder.feed(page.file.read_text("utf-8"))
        problems += [f"{page}: {what}" for what in finder.found]
    assert not problems, "\n".join(problems[:40])


class _RefusedFinder(HTMLParser):
    """Notes style attributes and elements, scripts in the page, event handlers, and addresses that are not the site's."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/ld+json"):
            self.found.append(f"<{tag}> with its text in the page")
        for name, value in given.items():
            address = (value or "").strip().lower()
            if name == "style" or name.startswith("on"):
                self.found.append(f"{name} on <{tag}>")
            elif name in ("src", "srcset", "poster") and address.startswith(("data:", "http:", "https:", "//")):
                self.found.append(f"<{tag} {name}={value!r}>")
            elif address.startswith(("javascript:", "vbscript:")):
                self.found.append(f"<{tag} {name}={value!r}>")

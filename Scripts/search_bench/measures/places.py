"""Whether an engine answers where much is forbidden: under a strict policy, and from a folder."""

from __future__ import annotations

import pathlib

from harness.server import STRICT_POLICY
from playwright.sync_api import Browser, Error, Page

from search_bench.engines.engine import Index
from search_bench.host import START, Host
from search_bench.measures import asking


def works_under_policy(browser: Browser, index: Index, query: str) -> bool:
    """With `default-src 'self'` on every response."""
    with Host(*index.roots, headers=STRICT_POLICY) as host:
        return _answers(browser, index, host.address + START, host.address, query)


def works_from_folder(browser: Browser, index: Index, query: str) -> bool:
    """In a page that was opened from a folder."""
    root: pathlib.Path = index.roots[0].resolve()
    page = next((file for file in index.roots[-1].resolve().glob("index.html")), None)
    return page is not None and _answers(browser, index, page.as_uri(), f"{root.as_uri()}/", query)


def _answers(browser: Browser, index: Index, address: str, root: str, query: str) -> bool:
    page: Page = browser.new_page()
    try:
        page.goto(address)
        asking.start(page, index, root)
        return asking.titles(page, query, index.engine.shown) > 0
    except Error:
        return False
    finally:
        page.context.close()

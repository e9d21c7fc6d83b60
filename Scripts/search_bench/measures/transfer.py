"""What a browser that has nothing yet loads for one query."""

from __future__ import annotations

import time
from dataclasses import dataclass

from playwright.sync_api import Browser

from search_bench.engines.engine import Index
from search_bench.host import START, Host, Transfer
from search_bench.measures import asking

EXCERPTS = 5


@dataclass(frozen=True)
class Cold:
    """What was loaded for a query until titles show, and until excerpts do."""

    kind: str
    query: str
    results: int
    until_titles: list[Transfer]
    until_excerpts: list[Transfer]
    # From the start until titles can be shown, over a line without delay.
    milliseconds: float

    @property
    def sizes(self) -> tuple[int, int]:
        """Bytes until titles show, and until excerpts do."""
        titles, excerpts = (sum(one.size for one in all_of) for all_of in (self.until_titles, self.until_excerpts))
        return titles, excerpts


def cold(browser: Browser, index: Index, queries: dict[str, str]) -> list[Cold]:
    """Asks each query in a browser's context of its own."""
    with Host(*index.roots) as host:
        return [_cold(browser, index, host, kind, query) for kind, query in queries.items()]


def _cold(browser: Browser, index: Index, host: Host, kind: str, query: str) -> Cold:
    context = browser.new_context()
    page = context.new_page()
    page.goto(host.address + START)
    host.forget()
    began = time.monotonic()
    asking.start(page, index, host.address)
    found = asking.titles(page, query, index.engine.shown)
    milliseconds = (time.monotonic() - began) * 1000
    until_titles = host.transfers()
    asking.details(page, EXCERPTS)
    until_excerpts = host.transfers()
    context.close()
    return Cold(kind, query, found, until_titles, until_excerpts, milliseconds)

"""Puts queries to an engine in a page of a browser."""

from __future__ import annotations

from playwright.sync_api import Page

from search_bench.engines.engine import Index

_TIMEOUT = 60_000
_OPEN = "async (place) => { globalThis.engine = await (CLIENT)(place); }"
_TITLES = "([query, count]) => globalThis.engine.titles(query, count)"
_DETAILS = "async (count) => { await globalThis.engine.details(count); }"
_RANKED = """async ([queries, count]) => {
  const found = [];
  for (const query of queries) found.push(await globalThis.engine.ranked(query, count));
  return found;
}"""
_GROUP = 25


def start(page: Page, index: Index, root: str) -> None:
    """Loads the engine for a site, by the address of its root."""
    page.set_default_timeout(_TIMEOUT)
    page.evaluate(_OPEN.replace("CLIENT", index.engine.client), [root, index.script])


def titles(page: Page, query: str, count: int) -> int:
    """Waits until the titles of the first results can be shown; how many there are."""
    return int(page.evaluate(_TITLES, [query, count]))


def details(page: Page, count: int) -> None:
    """Waits for the excerpts of the first results of the last query."""
    page.evaluate(_DETAILS, count)


def ranked(page: Page, index: Index, queries: list[str], count: int) -> list[list[str]]:
    """By query, the paths of the first results."""
    found: list[list[str]] = []
    for first in range(0, len(queries), _GROUP):
        found += page.evaluate(_RANKED, [queries[first : first + _GROUP], count])
    return [[index.path(result) for result in results] for results in found]

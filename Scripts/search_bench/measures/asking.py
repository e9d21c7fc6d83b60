"""Puts queries to an engine in a page of a browser."""

from __future__ import annotations

import urllib.parse

from playwright.sync_api import Page

from search_bench.engines.engine import Index

_TIMEOUT = 60_000
_OPEN = "async (place) => { globalThis.engine = await ({client})(place); }"
_ASK = """async ([queries, count]) => {
  const found = [];
  for (const query of queries) found.push(await globalThis.engine.titles(query, count));
  return found;
}"""
_DETAILS = "async (count) => { await globalThis.engine.details(count); }"
_GROUP = 25


def start(page: Page, index: Index, root: str) -> None:
    """Loads the engine for a site, by the address of its root."""
    page.set_default_timeout(_TIMEOUT)
    page.evaluate(_OPEN.replace("{client}", index.engine.client), [root, index.script])


def titles(page: Page, query: str, count: int) -> list[str]:
    """The paths of the first results."""
    return [urllib.parse.urlsplit(url).path for url in page.evaluate(_ASK, [[query], count])[0]]


def details(page: Page, count: int) -> None:
    """Reads the excerpts of the first results of the last query."""
    page.evaluate(_DETAILS, count)


def all_titles(page: Page, queries: list[str], count: int) -> list[list[str]]:
    """By query, the paths of the first results."""
    found: list[list[str]] = []
    for first in range(0, len(queries), _GROUP):
        found += page.evaluate(_ASK, [queries[first : first + _GROUP], count])
    return [[urllib.parse.urlsplit(url).path for url in urls] for urls in found]

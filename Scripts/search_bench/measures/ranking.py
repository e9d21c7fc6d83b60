"""How well an engine ranks what it finds."""

from __future__ import annotations

from playwright.sync_api import Browser

from search_bench.corpus import site
from search_bench.corpus.relevance import Collection
from search_bench.engines.engine import Index
from search_bench.host import START, Host
from search_bench.known_items import KnownItem, reciprocal_rank
from search_bench.measures import asking

_CONSIDERED = 10


def known_items(browser: Browser, index: Index, rows: dict[str, list[KnownItem]], count: int) -> dict[str, list[float]]:
    """By row, the reciprocal rank of each query, of a corpus of so many documents."""
    queries = [item.query for items in rows.values() for item in items]
    answers = iter(_found(browser, index, queries, count))
    return {row: [reciprocal_rank(next(answers), item.wanted) for item in items] for row, items in rows.items()}


def ndcg(browser: Browser, index: Index, collection: Collection) -> float:
    """The mean nDCG@10 of a collection's queries."""
    found = _found(browser, index, list(collection.queries.values()), len(collection.documents))
    return collection.ndcg(dict(zip(collection.queries, found, strict=True)))


def _found(browser: Browser, index: Index, queries: list[str], count: int) -> list[list[int]]:
    """By query, the numbers of the first documents; a page of the site that is no document has number -1."""
    numbers = {site.route(number): number for number in range(count)}
    with Host(*index.roots) as host:
        page = browser.new_page()
        page.goto(host.address + START)
        asking.start(page, index, host.address)
        found = asking.ranked(page, index, queries, _CONSIDERED)
        page.context.close()
    return [[numbers.get(path, -1) for path in paths] for paths in found]

"""What may be found by titles alone, which tells how hard a corpus is."""

from __future__ import annotations

import heapq

from search_bench.corpus.document import Document
from search_bench.known_items import KnownItem, reciprocal_rank
from search_bench.words import words

# The rows whose queries are made of titles.
_ROWS = ("title", "two words", "typo", "cut", "unknown")
_CONSIDERED = 10


def by_titles(documents: list[Document], rows: dict[str, list[KnownItem]]) -> dict[str, float]:
    """By row, the mean reciprocal rank where pages are ranked by how many words of a query their title contains
    anywhere, the shortest title first among equals."""
    titles = [document.title.lower() for document in documents]
    return {
        row: sum(reciprocal_rank(_found(item.query, titles), item.wanted) for item in rows[row]) / len(rows[row])
        for row in _ROWS
        if rows[row]
    }


def _found(query: str, titles: list[str]) -> list[int]:
    asked = words(query.lower())
    ranked = ((-sum(word in title for word in asked), len(title), number) for number, title in enumerate(titles))
    return [number for *_, number in heapq.nsmallest(_CONSIDERED, ranked)]

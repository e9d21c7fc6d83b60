"""What is asked of a corpus and changed in it."""

from __future__ import annotations

import hashlib
import json
import pathlib
from dataclasses import dataclass

from search_bench import changes
from search_bench.changes import Change
from search_bench.cold_queries import cold_queries
from search_bench.corpus.prepared import Corpus
from search_bench.known_items import KnownItem, KnownItems

# What a plan depends on besides the corpus.
_SOURCES = (
    "changes.py",
    "cold_queries.py",
    "known_items.py",
    "plan.py",
    "words.py",
    "corpus/site.py",
    "corpus/markdown.py",
)


@dataclass(frozen=True)
class Plan:
    """Queries and changes, the same for the same corpus, size of the sample and seed."""

    pages: int
    rows: dict[str, list[KnownItem]]
    cold: dict[str, str]
    changes: dict[str, list[Change]]


def plan(corpus: Corpus, sample: int, seed: int) -> Plan:
    """Makes one, which takes reading all of the corpus, or takes the one that was kept beside it."""
    kept = corpus.folder / f"plan-{_fingerprint(sample, seed)}.json"
    if not kept.is_file():
        made = _made(corpus, sample, seed)
        kept.write_text(_written(made), "utf-8")
    return _read(kept.read_text("utf-8"))


def _made(corpus: Corpus, sample: int, seed: int) -> Plan:
    documents = corpus.documents
    items = KnownItems(documents, sample, seed)
    return Plan(
        pages=len(documents),
        rows=items.rows(),
        cold=cold_queries(documents, items, seed),
        changes=changes.of_each_kind(documents, corpus.spare, seed),
    )


def _fingerprint(sample: int, seed: int) -> str:
    here = pathlib.Path(__file__).parent
    parts = [f"{sample} {seed}".encode(), *((here / name).read_bytes() for name in _SOURCES)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]


def _written(made: Plan) -> str:
    data = {
        "pages": made.pages,
        "rows": {row: [[item.query, sorted(item.wanted)] for item in items] for row, items in made.rows.items()},
        "cold": made.cold,
        "changes": {
            key: [[change.name, str(change.file), change.text] for change in found]
            for key, found in made.changes.items()
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _read(text: str) -> Plan:
    data = json.loads(text)
    made = {
        key: [Change(name, pathlib.Path(file), text) for name, file, text in found]
        for key, found in data["changes"].items()
    }
    rows = {
        row: [KnownItem(query, frozenset(wanted)) for query, wanted in items] for row, items in data["rows"].items()
    }
    return Plan(data["pages"], rows, data["cold"], made)

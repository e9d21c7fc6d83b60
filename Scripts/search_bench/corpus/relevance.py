"""Public collections of documents, queries and judgements, and the figure that says how well an engine ranks them."""

from __future__ import annotations

import json
import math
import pathlib
from dataclasses import dataclass

from search_bench.corpus.document import Block, Document


@dataclass(frozen=True)
class Collection:
    """Documents, queries and, by query, the grades of documents by their numbers in `documents`."""

    name: str
    documents: list[Document]
    queries: dict[str, str]
    grades: dict[str, dict[int, int]]

    def ndcg(self, found: dict[str, list[int]]) -> float:
        """The mean normalised discounted cumulative gain of the first ten, by query the numbers of documents."""
        return sum(self._ndcg(query, found[query]) for query in self.queries) / len(self.queries)

    def _ndcg(self, query: str, found: list[int]) -> float:
        grades = self.grades.get(query, {})
        best = _gain(sorted(grades.values(), reverse=True))
        return _gain([grades.get(number, 0) for number in found]) / best if best else 0.0


def load(folder: pathlib.Path) -> Collection:
    """Reads `docs.jsonl`, `queries.tsv` and `qrels.tsv`. A document without a title is called by its number."""
    rows = [json.loads(line) for line in _lines(folder / "docs.jsonl")]
    numbers = {row["id"]: number for number, row in enumerate(rows)}
    queries = dict(line.split("\t", 1) for line in _lines(folder / "queries.tsv"))
    grades: dict[str, dict[int, int]] = {query: {} for query in queries}
    for line in _lines(folder / "qrels.tsv"):
        query, document, grade = line.split("\t")
        grades[query][numbers[document]] = int(grade)
    return Collection(folder.name, [_document(row) for row in rows], queries, grades)


def _document(row: dict[str, str]) -> Document:
    blocks = (Block("text", ((row["text"], False),)),) if row["text"] else ()
    return Document(row["id"], row["title"] or f"Document {row['id']}", blocks)


def _gain(grades: list[int]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


def _lines(file: pathlib.Path) -> list[str]:
    return file.read_text("utf-8").splitlines()

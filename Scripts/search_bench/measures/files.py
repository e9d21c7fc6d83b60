"""The files of an index: how many, how large, and which are new after a change."""

from __future__ import annotations

import hashlib
import pathlib
from dataclasses import dataclass

from search_bench.engines.engine import Index
from search_bench.host import on_the_line


@dataclass(frozen=True)
class Files:
    """Number and sizes of files; `compressed` is what they have on the line."""

    count: int
    size: int
    compressed: int


def all_of(index: Index) -> Files:
    """Every file of an index."""
    return _sum(list(index.files()))


def new_in(index: Index, before: Index) -> Files:
    """Those that an index did not have before, by name or by content: what has to be uploaded."""
    old = _contents(before)
    return _sum([file for file in index.files() if old.get(str(file.relative_to(index.folder))) != _hash(file)])


def _contents(index: Index) -> dict[str, str]:
    return {str(file.relative_to(index.folder)): _hash(file) for file in index.files()}


def _hash(file: pathlib.Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _sum(files: list[pathlib.Path]) -> Files:
    contents = [(file.name, file.read_bytes()) for file in files]
    return Files(
        len(files),
        sum(len(content) for _, content in contents),
        sum(len(on_the_line(name, content)) for name, content in contents),
    )

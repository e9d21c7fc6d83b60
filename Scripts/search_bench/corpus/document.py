"""A page of a corpus."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Kind = Literal["heading", "text", "item", "code"]

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"'“(A-Z])")


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, an item of a list or row of a table, or a block of code."""

    kind: Kind
    # The text, in parts that are code and parts that are not.
    runs: tuple[tuple[str, bool], ...]
    # Of a heading, from 2.
    level: int = 0

    @property
    def text(self) -> str:
        """With code and all, as readers see it."""
        return "".join(text for text, _ in self.runs)


@dataclass(frozen=True)
class Document:
    """A title and what stands below it; `name` says where it came from."""

    name: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def headings(self) -> list[str]:
        """Those below the title, in order."""
        return [block.text for block in self.blocks if block.kind == "heading"]

    @property
    def sentences(self) -> list[str]:
        """Those of its paragraphs."""
        paragraphs = (block.text for block in self.blocks if block.kind == "text")
        return [sentence for paragraph in paragraphs for sentence in _SENTENCE_END.split(paragraph)]

    @cached_property
    def text(self) -> str:
        """All of it below the title."""
        return "\n".join(block.text for block in self.blocks)


def written(documents: Iterable[Document]) -> str:
    """Documents as lines of JSON."""
    rows = ([d.name, d.title, [[b.kind, b.level, b.runs] for b in d.blocks]] for d in documents)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read(lines: Iterable[str]) -> Iterator[Document]:
    """The opposite of `written`."""
    for line in lines:
        name, title, blocks = json.loads(line)
        made = (Block(kind, tuple((text, code) for text, code in runs), level) for kind, level, runs in blocks)
        yield Document(name, title, tuple(made))

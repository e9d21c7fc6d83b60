"""What an engine is to the bench."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Engine:
    """How a search box uses an engine."""

    name: str
    # How many titles it shows at once.
    shown: int
    # A JavaScript function of `[root, address]` (the site's root, the script in it) that resolves to an object:
    # `ranked(query, count)` is what the engine calls the first results, as fast as it can; `titles(query, count)`
    # is how many there are, once titles can be shown; `details(count)` waits for the excerpts of the first.
    client: str


@dataclass(frozen=True)
class Index:
    """An index of a built site."""

    engine: Engine
    # The folders that a host serves for it, as if they were one.
    roots: tuple[pathlib.Path, ...]
    # The address of its script, from the site's root.
    script: str
    folder: pathlib.Path
    # The page of a result as `ranked` gives it, as a path from the site's root.
    path: Callable[[str], str]
    # The wall-clock time that it took, and what else there is to say about that.
    seconds: float
    note: str

    def files(self) -> Iterator[pathlib.Path]:
        """Those of the index."""
        return (path for path in sorted(self.folder.rglob("*")) if path.is_file())


def client(name: str) -> str:
    """The JavaScript beside this file."""
    return (pathlib.Path(__file__).parent / f"{name}.js").read_text("utf-8")

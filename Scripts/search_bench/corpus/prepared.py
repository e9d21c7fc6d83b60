"""A corpus kept in a folder, so that it is read from HTML once."""

from __future__ import annotations

import pathlib
from dataclasses import dataclass
from functools import cached_property

from search_bench.corpus import document, invented, site, sources
from search_bench.corpus.document import Document

# Pages kept out of the site, to be added to it later.
SPARE = 3
_PAGES, _SPARE = "documents.jsonl", "spare.jsonl"


@dataclass(frozen=True)
class Corpus:
    """A folder with documents in the order of their numbers, the site made of them, and documents not in it."""

    folder: pathlib.Path

    @property
    def site(self) -> pathlib.Path:
        """What Praxis builds."""
        return self.folder / "site"

    @cached_property
    def documents(self) -> list[Document]:
        """Those of the site."""
        return self._read(_PAGES)

    @cached_property
    def spare(self) -> list[Document]:
        """Those that are not in it, to be added later."""
        return self._read(_SPARE)

    @property
    def is_there(self) -> bool:
        """Whether the folder holds one."""
        return (self.folder / _PAGES).is_file()

    def _read(self, name: str) -> list[Document]:
        with (self.folder / name).open(encoding="utf-8") as lines:
            return list(document.read(lines))


def prepare(folder: pathlib.Path, html_folders: list[pathlib.Path], limit: int, seed: int) -> Corpus:
    """Reads a corpus from folders of HTML, or invents one if there are none, and keeps it in a folder."""
    if html_folders:
        found = sources.documents(html_folders, limit + SPARE, seed)
    else:
        found = invented.documents(limit + SPARE, seed)
    # Taken from all over, as they come from all sources.
    step = max(2, len(found) // (SPARE + 1))
    spare = found[step - 1 :: step][:SPARE]
    pages = [page for page in found if page not in spare]
    corpus = Corpus(folder)
    site.write(corpus.site, pages)
    (folder / _SPARE).write_text(document.written(spare), "utf-8")
    # Last, as it says that the corpus is complete.
    (folder / _PAGES).write_text(document.written(pages), "utf-8")
    return corpus

"""A corpus kept in a folder, so that it is read from HTML once."""

from __future__ import annotations

import pathlib
from dataclasses import dataclass

from search_bench.corpus import document, invented, site, sources
from search_bench.corpus.document import Document

# Pages kept out of the site, to be added to it later.
SPARE = 3
_PAGES, _SPARE = "documents.jsonl", "spare.jsonl"


@dataclass(frozen=True)
class Corpus:
    """Documents in the order of their numbers, the folder of the site made of them, and documents not in it."""

    folder: pathlib.Path
    documents: list[Document]
    spare: list[Document]

    @property
    def site(self) -> pathlib.Path:
        return self.folder / "site"


def is_there(folder: pathlib.Path) -> bool:
    """Whether a folder holds a corpus."""
    return (folder / _PAGES).is_file()


def load(folder: pathlib.Path) -> Corpus:
    """Takes a corpus as it was kept."""
    pages, spare = (
        list(document.read((folder / name).read_text("utf-8").splitlines())) for name in (_PAGES, _SPARE)
    )
    return Corpus(folder, pages, spare)


def prepare(folder: pathlib.Path, html_folders: list[pathlib.Path], pages: int, seed: int) -> Corpus:
    """Reads a corpus from folders of HTML, or invents one if there are none, and keeps it in a folder."""
    if html_folders:
        found = sources.documents(html_folders, pages + SPARE, seed)
    else:
        found = invented.documents(pages + SPARE, seed)
    # Taken from all over, as they come from all sources.
    step = max(2, len(found) // (SPARE + 1))
    spare = found[step - 1 :: step][:SPARE]
    corpus = Corpus(folder, [page for page in found if page not in spare], spare)
    site.write(corpus.site, corpus.documents)
    (folder / _SPARE).write_text(document.written(spare), "utf-8")
    # Last, as it says that the corpus is complete.
    (folder / _PAGES).write_text(document.written(corpus.documents), "utf-8")
    return corpus

"""Chooses pages from folders of HTML."""

from __future__ import annotations

import pathlib
import random
from collections.abc import Iterator

from search_bench.corpus import html
from search_bench.corpus.document import Document


def documents(folders: list[pathlib.Path], limit: int, seed: int) -> list[Document]:
    """At most so many pages, in turn one from each folder until it has no more, and of those with the same text one;
    sorted, but for the order of folders the same for the same seed."""
    waiting = [_pages(folder, seed) for folder in folders]
    chosen: dict[str, Document] = {}
    while waiting and len(chosen) < limit:
        for pages in list(waiting):
            page = next((page for page in pages if page.text not in chosen), None)
            if page is None:
                waiting.remove(pages)
            elif len(chosen) < limit:
                chosen[page.text] = page
    return sorted(chosen.values(), key=lambda page: page.name)


def _pages(folder: pathlib.Path, seed: int) -> Iterator[Document]:
    files = sorted(path for path in folder.rglob("*.htm*") if path.suffix in (".html", ".htm") and path.is_file())
    random.Random(seed).shuffle(files)
    book = folder.parent.name if folder.name == "html" else folder.name
    for file in files:
        page = html.document(f"{book}/{file.relative_to(folder)}", file.read_bytes())
        if page is not None:
            yield page

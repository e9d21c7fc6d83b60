"""A corpus as a site for Praxis to build."""

from __future__ import annotations

import pathlib

from search_bench.corpus import markdown
from search_bench.corpus.document import Document

# Inside the built site, all pages of a corpus and none of the others.
GLOB = "communities/*/guides/*/index.html"
_PAGES_PER_COMMUNITY = 200
# True of pages made by a program, and of no interest.
_CHECKS = "review.missing person.unreachable community.one-person field.markup image.no-text markdown.html".split()


def write(folder: pathlib.Path, documents: list[Document]) -> None:
    """Writes a new site, each document a guide of a community."""
    content = folder / "content"
    checks = ", ".join(f"{rule}: off" for rule in _CHECKS)
    _write(content / "site.yaml", f"title: Search bench\nlanguage: en\nchecks: {{{checks}}}\n")
    _write(content / "index.md", "---\ntitle: Search bench\n---\n")
    _write(content / "people" / "keeper.md", "---\nname: Keeper\n---\n")
    for number in range(_community(max(0, len(documents) - 1)) + 1):
        _write(
            content / "communities" / f"c{number:03}" / "index.md",
            f"---\ntitle: C{number:03}\npurpose: Pages.\nfor: All\nowners: keeper\njoin: https://chat.example/\n---\n",
        )
    for number, document in enumerate(documents):
        _write(file(folder, number), page(document))


def page(document: Document) -> str:
    """The text of a guide."""
    title = document.title.replace("'", "''")
    return f"---\ntitle: '{title}'\nkind: how-to\n---\n\n{markdown.body(document.blocks)}"


def file(folder: pathlib.Path, number: int) -> pathlib.Path:
    """Where a document of the corpus is written."""
    return folder / "content" / "communities" / f"c{_community(number):03}" / "guides" / f"{_slug(number)}.md"


def new_file(folder: pathlib.Path, number: int) -> pathlib.Path:
    """Where a page is written that comes just after a document."""
    return file(folder, number).with_suffix("").with_name(f"{_slug(number)}-new.md")


def route(number: int) -> str:
    """The address of a document's page in the site."""
    return f"/communities/c{_community(number):03}/guides/{_slug(number)}/"


def _community(number: int) -> int:
    return number // _PAGES_PER_COMMUNITY


def _slug(number: int) -> str:
    return f"p{number:05}"


def _write(path: pathlib.Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")

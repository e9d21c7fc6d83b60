"""Small changes to a corpus, each in a copy of its site."""

from __future__ import annotations

import pathlib
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search_bench.corpus import site
from search_bench.corpus.document import Block, Document

COUNT = 3


@dataclass(frozen=True)
class Change:
    """A file that is written, and its text."""

    name: str
    file: pathlib.Path
    text: str

    def make(self, source: pathlib.Path, copy: pathlib.Path) -> None:
        """Copies a site and changes the copy."""
        shutil.copytree(source, copy)
        (copy / self.file).write_text(self.text, "utf-8")


def edits(documents: list[Document], seed: int) -> list[Change]:
    """Paragraphs of different pages in which one sentence becomes a sentence of another page."""
    source = random.Random(f"{seed} edits")
    numbers = source.sample(range(len(documents)), len(documents))
    sentences = _sentences(documents[number] for number in reversed(numbers))
    found = []
    for number in numbers:
        document = documents[number]
        places = [place for place, block in enumerate(document.blocks) if _is_paragraph(block)]
        if places:
            edited = _edited(document, source.choice(places), next(sentences))
            file = site.file(pathlib.Path(), number)
            found.append(Change(f"in {document.name}", file, site.page(edited)))
        if len(found) == COUNT:
            break
    return found


def additions(spare: list[Document], count: int) -> list[Change]:
    """Pages kept out of a corpus of so many documents, put among them."""
    step = count // (len(spare) + 1)
    return [
        Change(document.name, site.new_file(pathlib.Path(), place * step), site.page(document))
        for place, document in enumerate(spare, 1)
    ]


def _is_paragraph(block: Block) -> bool:
    return block.kind == "text" and len(block.text.split()) >= 25


def _sentences(documents: Iterator[Document]) -> Iterator[str]:
    return (sentence for document in documents for sentence in document.sentences if 8 <= len(sentence.split()) <= 25)


def _edited(document: Document, place: int, sentence: str) -> Document:
    block = document.blocks[place]
    own = replace(document, blocks=(block,)).sentences
    changed = Block("text", ((" ".join([sentence, *own[1:]]), False),))
    return replace(document, blocks=(*document.blocks[:place], changed, *document.blocks[place + 1 :]))

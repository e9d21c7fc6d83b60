"""Small changes to a corpus, each in a copy of its site."""

from __future__ import annotations

import pathlib
import random
import shutil
from collections.abc import Callable, Iterator
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


def of_each_kind(documents: list[Document], spare: list[Document], seed: int) -> dict[str, list[Change]]:
    """By row of the table. The spare documents are none of the corpus."""
    short = [replace(document, blocks=_beginning(document, 40)) for document in spare]
    return {
        "edited": _edits(documents, seed, _with_sentence),
        "word": _edits(documents, seed, _with_word),
        "added": _additions(spare, len(documents)),
        "short": _additions(short, len(documents)),
    }


def _edits(
    documents: list[Document], seed: int, edited: Callable[[Document, int, str], Document]
) -> list[Change]:
    """Paragraphs of different pages that take something of a sentence of another page."""
    source = random.Random(f"{seed} edits")
    numbers = source.sample(range(len(documents)), len(documents))
    sentences = _sentences(documents[number] for number in reversed(numbers))
    found = []
    for number in numbers:
        document = documents[number]
        places = [place for place, block in enumerate(document.blocks) if _is_paragraph(block)]
        if places:
            page = site.page(edited(document, source.choice(places), next(sentences)))
            found.append(Change(f"in {document.name}", site.file(pathlib.Path(), number), page))
        if len(found) == COUNT:
            break
    return found


def _additions(spare: list[Document], count: int) -> list[Change]:
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


def _with_sentence(document: Document, place: int, sentence: str) -> Document:
    """With that sentence instead of a paragraph's first."""
    own = replace(document, blocks=(document.blocks[place],)).sentences
    return _with_text(document, place, " ".join([sentence, *own[1:]]))


def _with_word(document: Document, place: int, sentence: str) -> Document:
    """With the longest word of that sentence instead of a paragraph's tenth."""
    own = document.blocks[place].text.split()
    return _with_text(document, place, " ".join([*own[:10], max(sentence.split(), key=len), *own[11:]]))


def _with_text(document: Document, place: int, text: str) -> Document:
    changed = Block("text", ((text, False),))
    return replace(document, blocks=(*document.blocks[:place], changed, *document.blocks[place + 1 :]))


def _beginning(document: Document, words: int) -> tuple[Block, ...]:
    """A paragraph of a document's first words."""
    return (Block("text", ((" ".join(document.text.split()[:words]), False),)),)

"""Invents documents: words as frequent as in real texts (Zipf), with endings, in titles, headings and sentences."""

from __future__ import annotations

import itertools
import random

from search_bench.corpus.document import Block, Document, Kind

_ONSETS = "b br d f fl g h k l m n p pr r s st t tr v".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = ["", "", "n", "r", "s", "t", "l", "nd", "st", "mp"]
_ENDINGS = ["", "", "", "", "s", "s", "ed", "ing"]
_FUNCTION_WORDS = "the of and to in is a for that with as on by this be are it from or an not can which when if".split()
_ROOTS = 20_000


class _Language:
    def __init__(self, random_source: random.Random) -> None:
        self.random = random_source
        roots: set[str] = set()
        while len(roots) < _ROOTS:
            syllables = random_source.randint(1, 4)
            root = "".join("".join(map(random_source.choice, (_ONSETS, _VOWELS, _CODAS))) for _ in range(syllables))
            if len(root) >= 4:
                roots.add(root)
        self.roots = sorted(roots, key=lambda root: (len(root), root))
        self.weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(_ROOTS)))

    def words(self, count: int) -> list[str]:
        """Content words, with endings."""
        roots = self.random.choices(self.roots, cum_weights=self.weights, k=count)
        return [root + self.random.choice(_ENDINGS) for root in roots]

    def phrase(self, least: int, most: int) -> str:
        return " ".join(self.words(self.random.randint(least, most))).capitalize()

    def sentence(self) -> str:
        words = []
        for word in self.words(self.random.randint(4, 12)):
            if self.random.random() < 0.6:
                words.append(self.random.choice(_FUNCTION_WORDS))
            words.append(word)
        return " ".join(words).capitalize() + "."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(2, 5)))


def documents(limit: int, seed: int) -> list[Document]:
    """So many documents, the same for the same seed."""
    language = _Language(random.Random(seed))
    return [_document(number, language) for number in range(limit)]


def _document(number: int, language: _Language) -> Document:
    blocks = [_block("text", language.paragraph())]
    # A page keeps to its subject: words of the title come back in headings and text.
    title = language.phrase(2, 5)
    subject = title.lower().split()
    for section in range(language.random.randint(2, 6)):
        heading = language.phrase(1, 3) + " " + language.random.choice(subject)
        blocks.append(Block("heading", ((heading, False),), 2 if section % 3 else 3))
        for _ in range(language.random.randint(1, 4)):
            words = language.paragraph().split()
            words.insert(language.random.randrange(len(words)), language.random.choice(subject))
            blocks.append(_block("text", " ".join(words)))
        if section % 2:
            blocks += [_block("item", language.sentence()) for _ in range(3)]
        if section % 3 == 1:
            words = language.words(6)
            lines = (f"{name} = {value}" for name, value in zip(words[::2], words[1::2]))
            blocks.append(Block("code", (("\n".join(lines), True),)))
    return Document(f"invented/{number}", title, tuple(blocks))


def _block(kind: Kind, text: str) -> Block:
    return Block(kind, ((text, False),))

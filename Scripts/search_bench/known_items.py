"""Queries that are made from a page, and are to find it."""

from __future__ import annotations

import random
import string
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from search_bench.corpus.document import Document
from search_bench.words import content_words, words

# A heading tells its page from others if one of its words is on so few.
_FEW_PAGES = 20
_UNKNOWN_SYLLABLES = ["zqu", "vrox", "jilb", "kwun", "xept", "fyod"]


@dataclass(frozen=True)
class KnownItem:
    """A query and the numbers of the documents that are what it asks for."""

    query: str
    wanted: frozenset[int]


class KnownItems:
    """Makes queries from a sample of the documents whose title no page of another text has.

    Documents of the same text, or of the same title and so of the same text, are one item: to find any is to find it.
    """

    def __init__(self, documents: list[Document], size: int, seed: int) -> None:
        self._seed = seed
        self._documents = documents
        by_title: defaultdict[str, set[int]] = defaultdict(set)
        by_text: defaultdict[str, set[int]] = defaultdict(set)
        for number, document in enumerate(documents):
            by_title[_folded(document.title)].add(number)
            by_text[document.text].add(number)
        self._items = {
            number: frozenset(by_text[document.text])
            for number, document in enumerate(documents)
            if by_title[_folded(document.title)] <= by_text[document.text] and content_words(document.title)
        }
        self._titles = by_title
        self._pages = Counter(word for document in documents for word in set(map(str.lower, words(document.text))))
        self._headings = Counter(heading for document in documents for heading in set(map(_folded, document.headings)))
        self._sentences = Counter(
            sentence for document in documents for sentence in set(map(_folded, document.sentences))
        )
        numbers = sorted(self._items)
        random.Random(seed).shuffle(numbers)
        self._order = numbers
        self._size = size

    def rows(self) -> dict[str, list[KnownItem]]:
        """By row of the table, at most as many queries as the sample has documents; those of which a row can make no
        query (a title of one word has no two) are replaced by others."""
        makers: dict[str, Callable[[Document, random.Random], str | None]] = {
            "title": lambda document, _: document.title,
            "two words": _two_words,
            "typo": lambda document, source: with_typo(document.title, source),
            "cut": lambda document, _: cut_short(document.title),
            "unknown": with_unknown_word,
            "heading": self._telling_heading,
            "any heading": self._heading,
            "sentence": self._telling_words,
            "any sentence": self._any_words,
        }
        return {row: self._made(row, make) for row, make in makers.items()}

    def documents(self) -> list[Document]:
        """All that are an item, in the order of the sample."""
        return [self._documents[number] for number in self._order]

    def _made(self, row: str, make: Callable[[Document, random.Random], str | None]) -> list[KnownItem]:
        found = []
        for number in self._order:
            query = make(self._documents[number], random.Random(f"{self._seed} {row} {number}"))
            if query:
                found.append(KnownItem(query, self._items[number]))
            if len(found) == self._size:
                break
        return found

    def _telling_heading(self, document: Document, source: random.Random) -> str | None:
        """One with a word that few pages have."""
        fit = [heading for heading in self._own_headings(document) if self._rarest(heading) <= _FEW_PAGES]
        return source.choice(fit) if fit else None

    def _heading(self, document: Document, source: random.Random) -> str | None:
        fit = self._own_headings(document)
        return source.choice(fit) if fit else None

    def _own_headings(self, document: Document) -> list[str]:
        """Those that stand on this page only, have two content words, and are no page's title."""
        return [
            heading
            for heading in document.headings
            if self._headings[_folded(heading)] == 1
            and _folded(heading) not in self._titles
            and len(content_words(heading)) >= 2
            and len(heading) <= 80
        ]

    def _rarest(self, text: str) -> int:
        return min(self._pages[word.lower()] for word in content_words(text))

    def _telling_words(self, document: Document, source: random.Random) -> str | None:
        """The three words of a sentence that fewest pages have, in their order."""
        found = self._sentence_words(document, source)
        rarest = sorted(found, key=lambda word: self._pages[word.lower()])[:3]
        return " ".join(word for word in found if word in rarest) if found else None

    def _any_words(self, document: Document, source: random.Random) -> str | None:
        """Any three words of a sentence."""
        found = self._sentence_words(document, source)
        return " ".join(source.sample(found, 3)) if found else None

    def _sentence_words(self, document: Document, source: random.Random) -> list[str]:
        """The content words of a sentence that stands on this page only and has five; none if there is no such sentence."""
        fit = [
            found
            for sentence in document.sentences
            if self._sentences[_folded(sentence)] == 1 and len(found := content_words(sentence)) >= 5
        ]
        return source.choice(fit) if fit else []


def with_typo(text: str, source: random.Random) -> str | None:
    """One edit in one word of five letters or more: a letter exchanged for another, left out, added, or swapped with
    its neighbour."""
    fit = [word for word in words(text) if len(word) >= 5 and word.isalpha()]
    if not fit:
        return None
    word = source.choice(fit)
    wrong = word
    while wrong == word:
        wrong = _edited(word, source)
    return text.replace(word, wrong, 1)


def cut_short(text: str) -> str | None:
    """Ends in the first two thirds of its last word: three letters at least, and two at least are missing."""
    found = words(text)
    last = found[-1] if found else ""
    if len(last) < 5 or not last.isalpha():
        return None
    return text[: text.rindex(last)] + last[: len(last) - max(2, len(last) // 3)]


def with_unknown_word(document: Document, source: random.Random) -> str:
    """The title with a word that no page has, somewhere in it."""
    parts = document.title.split()
    parts.insert(source.randint(0, len(parts)), "".join(source.sample(_UNKNOWN_SYLLABLES, 3)))
    return " ".join(parts)


def _edited(word: str, source: random.Random) -> str:
    place = source.randrange(len(word))
    letter = source.choice(string.ascii_lowercase)
    match source.randrange(4):
        case 0:
            return word[:place] + letter + word[place + 1 :]
        case 1:
            return word[:place] + word[place + 1 :]
        case 2:
            return word[:place] + letter + word[place:]
        case _:
            place = min(place, len(word) - 2)
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _two_words(document: Document, source: random.Random) -> str | None:
    found = content_words(document.title)
    return " ".join(source.sample(found, 2)) if len(found) >= 2 else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def reciprocal_rank(found: list[int], wanted: frozenset[int]) -> float:
    """One over the place of the first that is wanted among the first ten; nought if there is none."""
    return next((1 / place for place, number in enumerate(found[:10], 1) if number in wanted), 0.0)

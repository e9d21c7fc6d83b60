"""Ten queries of many kinds, asked by browsers that have nothing yet."""

from __future__ import annotations

import random
import re
from collections import Counter

from search_bench.corpus.document import Document
from search_bench.known_items import KnownItems, cut_short, with_typo
from search_bench.words import carries_meaning, content_words, words

# Four words with nothing but spaces between them, one of them likely a frequent one.
_PHRASE = re.compile(r"\b[a-z]{4,} (?:of|the|in|for|with|to) [a-z]{4,} [a-z]{4,}\b")


def cold_queries(documents: list[Document], items: KnownItems, seed: int) -> dict[str, str]:
    """By kind; the same for the same corpus and seed."""
    source = random.Random(f"{seed} cold")
    pages = Counter(word for document in documents for word in set(words(_text(document).lower())))
    plain = [word for word in pages if word.isascii() and word.isalpha() and carries_meaning(word)]
    frequent = sorted(plain, key=lambda word: (-pages[word], word))
    rare = sorted(word for word in plain if pages[word] == 1 and len(word) >= 6)
    titled = items.documents()
    long = [title for document in titled if len(words(title := document.title)) >= 4 and with_typo(title, source)]
    two = next(found for document in titled if len(found := content_words(document.title)) >= 2)
    ended = next(cut for title in long if (cut := cut_short(title)))
    sentences = (sentence for document in titled for sentence in document.sentences)
    three = next(found for sentence in sentences if len(found := content_words(sentence)) >= 5)
    phrase = next(match.group() for sentence in sentences if (match := _PHRASE.search(sentence)))
    return {
        "frequent word": next(word for word in frequent if len(word) >= 4),
        "rare word": source.choice(rare or frequent[-1:]),
        "two words": " ".join(two[:2]),
        "three words": " ".join(source.sample(three, 3)),
        "long title": max((title for title in long if len(words(title)) <= 12), key=lambda title: len(words(title))),
        "typo": with_typo(long[0], source) or long[0],
        "cut short": ended,
        "phrase in quotation marks": f'"{phrase}"',
        "unknown word": f"{long[1 % len(long)]} zquvroxjilb",
        "two letters": source.choice(frequent[:500])[:2],
    }


def _text(document: Document) -> str:
    return f"{document.title}\n{document.text}"

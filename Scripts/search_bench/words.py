"""Words as readers type them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_STOP_WORDS = set(
    "a about above after again against all also am an and any are as at be because been before being below "
    "between both but by can cannot could did do does doing done down during each either else every few for from "
    "further get had has have having he her here hers him his how however i if in into is it its itself just let "
    "like made make many may me might more most much must my no nor not now of off on once one only or other "
    "others ought our out over own per same shall she should since so some such than that the their them then "
    "there these they this those through thus to too two under until up upon us use used using very via was we "
    "were what when where whether which while who whom whose why will with within without would yes yet you "
    "your".split()
)


def words(text: str) -> list[str]:
    """The runs of letters and digits in a text."""
    return _WORD.findall(text)


def content_words(text: str) -> list[str]:
    """Those that carry meaning, each once."""
    found = {word.lower(): word for word in reversed(words(text))}
    return [word for key, word in reversed(found.items()) if carries_meaning(key)]


def carries_meaning(word: str) -> bool:
    """Whether a word, in small letters, has two letters or digits or more, is no number, and is not among the most
    frequent of English."""
    return len(word) > 1 and not word.isdigit() and word not in _STOP_WORDS

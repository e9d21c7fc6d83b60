"""What search is to reach, row by row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A row of the table: what is measured, how it is shown, and which figures are good enough."""

    key: str
    what: str
    limit: float
    is_least: bool
    show: Callable[[float], str]

    def is_met(self, value: float) -> bool:
        """Whether a figure reaches it."""
        return value >= self.limit if self.is_least else value <= self.limit

    @property
    def shown(self) -> str:
        """The limit, with its direction."""
        sign = "" if self.show is works else "≥ " if self.is_least else "≤ "
        return sign + self.show(self.limit)


def seconds(value: float) -> str:
    """A time."""
    return f"{value:.2f} s"


def kilobytes(value: float) -> str:
    """A size."""
    return f"{value / 1000:.1f} kB"


def count(value: float) -> str:
    """A number of things."""
    return f"{value:,.0f}"


def share(value: float) -> str:
    """A figure between nought and one."""
    return f"{value:.3f}".removeprefix("0")


def works(value: float) -> str:
    """Whether there were results."""
    return "works" if value else "no results"


def _at_most(key: str, what: str, limit: float, show: Callable[[float], str]) -> Goal:
    return Goal(key, what, limit, False, show)


def _at_least(key: str, what: str, limit: float, show: Callable[[float], str] = share) -> Goal:
    return Goal(key, what, limit, True, show)


GOALS = [
    _at_most("build", "index build, wall", 2, seconds),
    _at_most("title bytes", "bytes until ranked titles show, worst of ten", 130_000, kilobytes),
    _at_most("title requests", "requests until then, worst of ten", 8, count),
    _at_most("excerpt bytes", "bytes with excerpts of the first five, worst of ten", 200_000, kilobytes),
    _at_most("excerpt requests", "requests until then, worst of ten", 14, count),
    _at_most("files", "files on disk", 1500, count),
    _at_least("title", "known item, full title, MRR@10", 0.985),
    _at_least("two words", "known item, two words of its title", 0.70),
    _at_least("typo", "known item, one typo", 0.92),
    _at_least("cut", "known item, last word cut short", 0.78),
    _at_least("unknown", "known item, one unknown word added", 0.98),
    _at_least("heading", "known item, a heading that tells", 0.92),
    _at_least("any heading", "known item, any heading", 0.92),
    _at_least("sentence", "known item, the three telling words of a sentence", 0.82),
    _at_least("any sentence", "known item, any three words of a sentence", 0.82),
    _at_least("cranfield", "Cranfield, nDCG@10", 0.39),
    _at_least("med", "MED, nDCG@10", 0.70),
    _at_most("edited", "one paragraph edited, a sentence: index files changed, worst of three", 12, count),
    _at_most("word", "one paragraph edited, a word: index files changed, worst of three", 12, count),
    _at_most("added", "one page added: index files changed, worst of three", 40, count),
    _at_most("short", "one page of 40 words added: index files changed, worst of three", 40, count),
    _at_least("policy", "`default-src 'self'` on every response", 1, works),
    _at_least("folder", "`file://`", 1, works),
]

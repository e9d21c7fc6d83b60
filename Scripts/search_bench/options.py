"""What can be said on the command line."""

from __future__ import annotations

import os
import pathlib
from argparse import ArgumentParser
from dataclasses import dataclass

_SHARED = pathlib.Path(os.environ.get("PRAXIS_SHARED", pathlib.Path(__file__).resolve().parents[3] / "shared"))
# What can be measured by itself: time and files of the index, which always are, cold queries, known items, the
# collections, small changes, and answers where much is forbidden.
PARTS = ("index", "cold", "known", "relevance", "changes", "places")


@dataclass(frozen=True)
class Options:
    """As `Scripts/bench-search --help` explains them."""

    corpus: list[pathlib.Path]
    pages: int
    sample: int
    seed: int
    only: set[str]
    without_pagefind: bool
    beside: pathlib.Path | None
    keep: pathlib.Path | None
    json: pathlib.Path | None
    misses: pathlib.Path | None
    relevance: pathlib.Path


def read() -> Options:
    """Takes them from the command line."""
    parser = ArgumentParser("Scripts/bench-search", description="Measures search beside Pagefind on the same pages.")
    add = parser.add_argument
    add("--corpus", metavar="PATH:…", default="", help="folders of HTML, or the folder of a kept corpus")
    add("--pages", type=int, default=9746, help="at most so many pages (%(default)s)")
    add("--sample", type=int, default=400, help="queries a row (%(default)s)")
    add("--seed", type=int, default=1, help="another one chooses other pages and queries (%(default)s)")
    add("--only", metavar="PART", nargs="+", choices=PARTS, default=PARTS, help=f"of: {', '.join(PARTS)}")
    add("--without-pagefind", action="store_true", help="measure Praxis alone")
    add("--beside", metavar="FILE", type=pathlib.Path, help="take Pagefind's figures from an earlier --json")
    add("--keep", metavar="FOLDER", type=pathlib.Path, help="keep corpus and built sites, and use them again")
    add("--json", metavar="FILE", type=pathlib.Path, help="write all that was measured")
    add("--misses", metavar="FILE", type=pathlib.Path, help="write the queries that Praxis does not answer first")
    add("--relevance", metavar="FOLDER", type=pathlib.Path, default=_SHARED / "relevance", help="the collections")
    given = vars(parser.parse_args())
    given["corpus"] = [pathlib.Path(path) for path in given["corpus"].split(":") if path]
    given["only"] = set(given["only"])
    return Options(**given)

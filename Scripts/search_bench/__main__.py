"""Runs the bench; `Scripts/bench-search --help` says what it takes."""

from __future__ import annotations

import pathlib
import sys
import tempfile
import time

from harness.browser import launch
from playwright.sync_api import sync_playwright

from search_bench import options, report
from search_bench.corpus import prepared
from search_bench.corpus.prepared import Corpus
from search_bench.engines import pagefind
from search_bench.options import Options
from search_bench.session import Session

_BEGAN = time.monotonic()


def main() -> None:
    chosen = options.read()
    version = None if chosen.without_pagefind else pagefind.version()
    if not version and not chosen.without_pagefind:
        _say("Pagefind is not installed; Praxis is measured alone")
    with tempfile.TemporaryDirectory(prefix="praxis-bench-search-") as temporary, sync_playwright() as playwright:
        work = chosen.keep or pathlib.Path(temporary)
        corpus = _corpus(chosen, work / "corpus")
        browser = launch(playwright)
        session = Session(corpus, work, browser, chosen, version is not None, _say)
        session.run()
        browser.close()
    about = f"{len(corpus.documents):,} pages, {chosen.sample} queries a row at most, seed {chosen.seed}"
    if version:
        about += f"; Pagefind {version}, {pagefind.HOW}"
    praxis, *others = session.results
    print(f"\n{about}\n\n{report.table(praxis, others[0] if others else None)}")
    for results in session.results:
        print(f"\n{report.details(results)}")
    if chosen.json:
        report.write(chosen.json, about, session.results)
    if chosen.misses:
        lines = (f"{row}\t{rank:.2f}\t{item.query}\t{min(item.wanted)}\n" for row, item, rank in session.misses())
        chosen.misses.write_text("".join(lines), "utf-8")


def _corpus(chosen: Options, kept: pathlib.Path) -> Corpus:
    """The one in the folder that was named, else the one kept, else a new one."""
    for folder in [*chosen.corpus[:1], kept]:
        if prepared.is_there(folder):
            _say(f"corpus in {folder}")
            return prepared.load(folder)
    _say("reading pages" if chosen.corpus else "inventing pages")
    return prepared.prepare(kept, chosen.corpus, chosen.pages, chosen.seed)


def _say(text: str) -> None:
    print(f"{time.monotonic() - _BEGAN:6.0f} s  {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

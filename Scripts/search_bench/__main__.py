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
from search_bench.measures.titles import by_titles
from search_bench.options import Options
from search_bench.plan import plan
from search_bench.session import Session

_BEGAN = time.monotonic()


def main() -> None:
    """Measures, prints the table and what it comes from, and writes what was asked for."""
    chosen = options.read()
    has_pagefind = not chosen.without_pagefind and not chosen.beside
    if has_pagefind and not pagefind.version():
        _say("Pagefind is not installed; Praxis is measured alone")
        has_pagefind = False
    with tempfile.TemporaryDirectory(prefix="praxis-bench-search-") as temporary, sync_playwright() as playwright:
        work = chosen.keep or pathlib.Path(temporary)
        corpus = _corpus(chosen, work / "corpus")
        made = plan(corpus, chosen.sample, chosen.seed)
        browser = launch(playwright)
        session = Session(corpus.site, made, work, browser, chosen, has_pagefind, _say)
        session.run()
        browser.close()
        titles = by_titles(corpus.documents, made.rows) if "known" in chosen.only else {}
    about = f"{made.pages:,} pages, {chosen.sample} queries a row at most, seed {chosen.seed}"
    if has_pagefind:
        about += f"; Pagefind {pagefind.version()}, {pagefind.HOW}"
    figures = [results.figures for results in session.results]
    beside = report.figures(chosen.beside, pagefind.ENGINE.name) if chosen.beside else {}
    print(f"\n{about}\n\n{report.table(*[*figures, beside][:2], titles)}")
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
        if (corpus := Corpus(folder)).is_there:
            _say(f"corpus in {folder}")
            return corpus
    _say("reading pages" if chosen.corpus else "inventing pages")
    return prepared.prepare(kept, chosen.corpus, chosen.pages, chosen.seed)


def _say(text: str) -> None:
    print(f"{time.monotonic() - _BEGAN:6.0f} s  {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

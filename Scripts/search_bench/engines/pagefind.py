"""Pagefind, run over the pages that Praxis built."""

from __future__ import annotations

import importlib.metadata
import pathlib
import subprocess
import sys
import time

from search_bench.corpus import site
from search_bench.engines.engine import Engine, Index, client

ENGINE = Engine("Pagefind", shown=5, client=client("pagefind"))
# What an author would say with data-pagefind-body and data-pagefind-ignore: of each page of the corpus the title and the
# text, without the table of contents and the facts beside it; and no page that only lists others.
_ROOT = "main"
_IGNORED = (".reading-aside", ".head-meta", ".kind")
HOW = f"--glob '{site.GLOB}' --root-selector {_ROOT} --exclude-selectors '{', '.join(_IGNORED)}'"


def version() -> str | None:
    """The one that is installed beside the bench, if any."""
    try:
        return importlib.metadata.version("pagefind")
    except importlib.metadata.PackageNotFoundError:
        return None


def index(built: pathlib.Path, output: pathlib.Path) -> Index:
    """Makes an index of a built site in a new folder."""
    words = [sys.executable, "-m", "pagefind", "--silent", "--site", built, "--output-path", output / "pagefind"]
    words += ["--glob", site.GLOB, "--root-selector", _ROOT]
    for selector in _IGNORED:
        words += ["--exclude-selectors", selector]
    began = time.monotonic()
    run = subprocess.run(words, capture_output=True, text=True)
    seconds = time.monotonic() - began
    if run.returncode != 0:
        raise RuntimeError(f"pagefind failed:\n{(run.stdout + run.stderr)[-4000:]}")
    return Index(
        engine=ENGINE,
        roots=(output, built),
        script="pagefind/pagefind.js",
        folder=output / "pagefind",
        seconds=seconds,
        note="a second run over the built pages",
    )

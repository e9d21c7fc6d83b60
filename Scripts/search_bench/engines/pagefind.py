"""Pagefind, run over the pages that Praxis built."""

from __future__ import annotations

import gzip
import importlib.metadata
import json
import pathlib
import sys
from functools import partial

from search_bench import programs
from search_bench.corpus import site
from search_bench.engines.engine import Engine, Index, client

ENGINE = Engine("Pagefind", shown=5, client=client("pagefind"))
# What an author would say with data-pagefind-body and data-pagefind-ignore: of each page of the corpus the title and
# the text, without the table of contents and the facts beside it; and no page that only lists others.
_ROOT = "main"
_MAGIC = "pagefind_dcd"
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
    command = [sys.executable, "-m", "pagefind", "--silent", "--glob", site.GLOB, "--root-selector", _ROOT]
    for selector in _IGNORED:
        command += ["--exclude-selectors", selector]
    run = programs.run([*command, "--site", built, "--output-path", output / "pagefind"])
    return Index(
        engine=ENGINE,
        roots=(output, built),
        script="pagefind/pagefind.js",
        folder=output / "pagefind",
        path=partial(_path, output / "pagefind" / "fragment"),
        seconds=run.wall,
        note=f"a run over the built pages, {run.work:.2f} s of processor time",
    )


def _path(fragments: pathlib.Path, result: str) -> str:
    """The address that `data()` would give, which for a long page takes seconds in a browser."""
    text = gzip.decompress((fragments / f"{result}.pf_fragment").read_bytes()).decode("utf-8")
    return str(json.loads(text.removeprefix(_MAGIC))["url"])

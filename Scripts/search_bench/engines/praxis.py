"""Praxis, whose index is made with the site."""

from __future__ import annotations

import pathlib
import re
import urllib.parse

from harness.program import Program
from search_bench import programs
from search_bench.engines.engine import Engine, Index, client

# As many as the search box shows.
ENGINE = Engine("Praxis", shown=8, client=client("praxis"))
# The day that every build takes for today.
_TODAY = "2026-11-01"
# Stages of a build in which it works for search and nothing else.
_STAGES = {"words", "search"}
_STAGE = re.compile(r"^  ((?!slowest)\S.*?)\s+(\d+(?:\.\d+)?(?:e-\d+)?) s$", re.MULTILINE)
_SCRIPT = re.compile(r"<script\b[^>]*?\bsrc=\"([^\"]*?\bsearch(?:[.-][0-9A-Za-z]{6,})?\.js)\"")


def build(site: pathlib.Path, output: pathlib.Path) -> Index:
    """Builds a site with the binary in `$PRAXIS`, or the one built last, into a new folder.

    The index takes what the stages for search take. Some of the work for it runs beside the rendering of pages.
    """
    command = [Program.find().path, "build", "--site", site, "--output", output, "--today", _TODAY, "--timings"]
    run = programs.run(command)
    stages = {name: float(seconds) for name, seconds in _STAGE.findall(run.said)}
    listed = ", ".join(f"{name} {seconds:.2f}" for name, seconds in stages.items())
    return Index(
        engine=ENGINE,
        roots=(output,),
        script=_script(output),
        folder=output / "search" / "index",
        path=lambda url: urllib.parse.urlsplit(url).path,
        seconds=sum(seconds for name, seconds in stages.items() if name in _STAGES),
        note=f"the whole build took {run.wall:.2f} s, {run.work:.2f} s of processor time; stages: {listed}",
    )


def _script(output: pathlib.Path) -> str:
    """The client as the home page loads it."""
    found = _SCRIPT.search((output / "index.html").read_text("utf-8"))
    if found is None:
        raise RuntimeError("the home page loads no search.js")
    return found.group(1).removeprefix("./").removeprefix("/")

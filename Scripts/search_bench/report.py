"""Prints results as tables, and writes them as JSON."""

from __future__ import annotations

import json
import pathlib
from dataclasses import asdict

from search_bench.goals import GOALS, kilobytes
from search_bench.measures.files import Files
from search_bench.measures.transfer import Cold
from search_bench.results import Results


def table(praxis: dict[str, float], pagefind: dict[str, float], titles: dict[str, float]) -> str:
    """A row for each goal, from the figures of both engines and of titles alone."""
    lines = ["| | Pagefind | titles alone | goal | Praxis | met? |", "| --- | ---: | ---: | ---: | ---: | --- |"]
    for goal in GOALS:
        value = praxis.get(goal.key)
        shown, *beside = (
            "–" if figure is None else goal.show(figure)
            for figure in (value, pagefind.get(goal.key), titles.get(goal.key))
        )
        met = "–" if value is None else "yes" if goal.is_met(value) else "**no**"
        lines.append(f"| {goal.what} | {' | '.join(beside)} | {goal.shown} | {shown} | {met} |")
    return "\n".join(lines)


def details(results: Results) -> str:
    """What the figures of an engine come from."""
    parts = [f"{results.engine}: {results.note}."]
    if results.index:
        parts.append(f"Index: {_files(results.index)}.")
    parts += [f"{name}: {_files(files)} new." for name, files in results.changes.items()]
    if results.queries:
        parts.append("Queries: " + ", ".join(f"{row} {count}" for row, count in results.queries.items()) + ".")
    text = "\n".join(parts)
    return f"{text}\n\n{_cold(results.cold)}" if results.cold else text


def _files(files: Files) -> str:
    return f"{files.count:,} files, {kilobytes(files.size)}, compressed {kilobytes(files.compressed)}"


def _cold(queries: list[Cold]) -> str:
    lines = [
        "| cold query | | titles | requests | until titles | requests | until excerpts | time |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for cold in queries:
        title_bytes, excerpt_bytes = cold.sizes
        lines.append(
            f"| {cold.kind} | {cold.query} | {cold.results} | {len(cold.until_titles)} | {kilobytes(title_bytes)} |"
            f" {len(cold.until_excerpts)} | {kilobytes(excerpt_bytes)} | {cold.milliseconds:.0f} ms |"
        )
    return "\n".join(lines)


def write(file: pathlib.Path, about: str, results: list[Results]) -> None:
    """Everything, each request of the cold queries too."""
    data = {"about": about, "engines": [asdict(one) for one in results]}
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


def figures(file: pathlib.Path, engine: str) -> dict[str, float]:
    """Those of an engine, as `write` wrote them."""
    engines = json.loads(file.read_text("utf-8"))["engines"]
    return next((one["figures"] for one in engines if one["engine"] == engine), {})

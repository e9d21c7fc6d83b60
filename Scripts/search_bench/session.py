"""The order in which everything is measured."""

from __future__ import annotations

import pathlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser

from search_bench.changes import Change
from search_bench.corpus import relevance, site
from search_bench.engines import pagefind, praxis
from search_bench.engines.engine import Index
from search_bench.goals import share
from search_bench.known_items import KnownItem
from search_bench.measures import files, places, ranking, transfer
from search_bench.options import Options
from search_bench.plan import Plan
from search_bench.results import Results

_COLLECTIONS = ("cranfield", "med")


@dataclass
class Session:
    """Measures the site of a corpus with every engine, in a folder to work in, and says what it is at."""

    site: pathlib.Path
    plan: Plan
    work: pathlib.Path
    browser: Browser
    options: Options
    has_pagefind: bool
    say: Callable[[str], None]
    results: list[Results] = field(default_factory=list)
    ranks: dict[str, list[float]] = field(default_factory=dict)

    def run(self) -> None:
        """Measures the parts that were asked for; `results` has those of Praxis first."""
        only = self.options.only
        indexes = self._indexes(self.site, "pages")
        self.results = [Results(index.engine.name) for index in indexes]
        for index, results in zip(indexes, self.results, strict=True):
            self._measure_files(index, results)
            if "cold" in only:
                self._measure_cold(index, results)
            if "places" in only:
                self._measure_places(index, results)
            if "known" in only:
                self._measure_known(index, results)
        if "relevance" in only:
            for name in _COLLECTIONS:
                self._measure_relevance(name)
        if "changes" in only:
            for key, made in self.plan.changes.items():
                self._measure_changes(indexes, key, made)

    def misses(self) -> list[tuple[str, KnownItem, float]]:
        """The queries to Praxis, by row, whose item did not come first."""
        asked = (
            (row, item, rank)
            for row in self.ranks
            for item, rank in zip(self.plan.rows[row], self.ranks[row], strict=True)
        )
        return [(row, item, rank) for row, item, rank in asked if rank < 1]

    def _indexes(self, source: pathlib.Path, name: str) -> list[Index]:
        """Builds a site and indexes it, with each engine, all anew."""
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.say(f"{name}: Praxis builds")
        found = [praxis.build(source, folder / "site")]
        if self.has_pagefind:
            self.say(f"{name}: Pagefind indexes")
            found.append(pagefind.index(folder / "site", folder / "pagefind"))
        return found

    def _measure_files(self, index: Index, results: Results) -> None:
        results.index = files.all_of(index)
        results.note = index.note
        results.figures |= {"build": index.seconds, "files": results.index.count}

    def _measure_cold(self, index: Index, results: Results) -> None:
        self.say(f"{results.engine}: cold queries")
        results.cold = transfer.cold(self.browser, index, self.plan.cold)
        results.figures |= {
            "title bytes": max(cold.sizes[0] for cold in results.cold),
            "title requests": max(len(cold.until_titles) for cold in results.cold),
            "excerpt bytes": max(cold.sizes[1] for cold in results.cold),
            "excerpt requests": max(len(cold.until_excerpts) for cold in results.cold),
        }

    def _measure_places(self, index: Index, results: Results) -> None:
        self.say(f"{results.engine}: under a policy, and from a folder")
        query = self.plan.cold["two words"]
        results.figures["policy"] = places.works_under_policy(self.browser, index, query)
        results.figures["folder"] = places.works_from_folder(self.browser, index, query)

    def _measure_known(self, index: Index, results: Results) -> None:
        self.say(f"{results.engine}: known items")
        ranks = ranking.known_items(self.browser, index, self.plan.rows, self.plan.pages)
        results.figures |= {row: _mean(values) for row, values in ranks.items() if values}
        results.queries = {row: len(values) for row, values in ranks.items()}
        self.say(", ".join(f"{row} {share(results.figures[row])}" for row in ranks if row in results.figures))
        self.ranks = self.ranks or ranks

    def _measure_relevance(self, name: str) -> None:
        folder = self.options.relevance / name
        if not folder.is_dir():
            return self.say(f"{name} is not there")
        collection = relevance.load(folder)
        source = self.work / f"{name}-source"
        shutil.rmtree(source, ignore_errors=True)
        site.write(source, collection.documents)
        for index, results in zip(self._indexes(source, name), self.results, strict=True):
            results.figures[name] = ranking.ndcg(self.browser, index, collection)

    def _measure_changes(self, before: list[Index], key: str, made: list[Change]) -> None:
        """Makes each change by itself and counts what is new; the figure is the worst of them."""
        for number, change in enumerate(made, 1):
            source = self.work / f"{key}-{number}-source"
            shutil.rmtree(source, ignore_errors=True)
            change.make(self.site, source)
            for index, old, results in zip(self._indexes(source, f"{key}-{number}"), before, self.results, strict=True):
                new = files.new_in(index, old)
                results.changes[f"{key}, {change.name}"] = new
                results.figures[key] = max(results.figures.get(key, 0), new.count)
            shutil.rmtree(source)
            shutil.rmtree(self.work / f"{key}-{number}")


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)

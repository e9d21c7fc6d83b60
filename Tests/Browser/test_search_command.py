"""`praxis search`: what the search box answers, on the command line."""

from __future__ import annotations

import json
import pathlib
import re

import pytest
from harness.program import Program, Run
from harness.site import Site


def _search(program: Program, site: Site, *arguments: str) -> Run:
    return program.run("search", "--index", str(site.root), *arguments)


def _objects(program: Program, site: Site, *arguments: str) -> list[dict[str, object]]:
    run = _search(program, site, "--json", *arguments)
    assert run.code == 0, str(run)
    found: list[dict[str, object]] = json.loads(run.output)
    return found


def test_results_have_title_kind_community_and_address(program: Program, site: Site) -> None:
    run = _search(program, site, "working", "agreement")
    assert run.code == 0, str(run)
    assert run.output.splitlines()[:2] == [
        "A working agreement  (guide, agile-teams)",
        "    communities/agile-teams/guides/working-agreement/",
    ]
    assert re.search(r"^\d+ results$", run.errors, re.MULTILINE), str(run)


def test_json_has_the_same_in_the_same_order(program: Program, site: Site) -> None:
    lines = _search(program, site, "feedback").output.splitlines()
    found = _objects(program, site, "feedback")
    assert [each["url"] for each in found] == [line.strip() for line in lines[1::2]]
    assert {"url", "title", "kind", "language", "score"} <= set(found[0])


def test_filters_limit_order_and_language_choose(program: Program, site: Site) -> None:
    guides = _objects(program, site, "feedback", "--filter", "kind=guide")
    assert guides and {each["kind"] for each in guides} == {"guide"}
    either = _objects(program, site, "feedback", "--filter", "kind=guide", "--filter", "kind=event", "--limit", "100")
    assert {each["kind"] for each in either} == {"guide", "event"}
    assert len(_objects(program, site, "feedback", "--limit", "3")) == 3
    titles = [str(each["title"]).casefold() for each in _objects(program, site, "feedback", "--sort", "title")]
    assert titles == sorted(titles) and len(titles) == 10
    swedish = _objects(program, site, "feedback", "--language", "sv")
    assert swedish and {each["language"] for each in swedish} == {"sv"}


def test_a_count_that_may_be_short_says_so(program: Program, site: Site) -> None:
    assert "among the pages that fit best; there may be more" in _search(program, site, '"in the"').errors
    assert "there may be more" not in _search(program, site, '"working agreement"').errors


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["feedback", "--filter", "kind=guid"], 'no page has the kind "guid"; did you mean "guide"?'),
        (["feedback", "--filter", "guide"], '"guide" is no filter; write for example kind=video'),
        (["feedback", "--language", "xx"], 'no page is in "xx"; there are en, sv'),
        (["feedback", "--limit", "0"], "--limit takes a number from 1 to 1000"),
        (["feedback", "--sort", "age"], "age"),
        ([" "], "say what to search for"),
    ],
    ids=["value", "filter", "language", "limit", "order", "query"],
)
def test_what_cannot_be_meant_is_refused(program: Program, site: Site, arguments: list[str], said: str) -> None:
    run = _search(program, site, *arguments)
    assert run.code == 2 and said in run.errors and not run.output, str(run)


def test_an_index_that_is_not_there_or_damaged_is_named(program: Program, tmp_path: pathlib.Path) -> None:
    run = program.run("search", "feedback", folder=tmp_path)
    assert run.code != 0 and 'there is no search index in "public"; build the site first' in run.errors, str(run)
    manifest = tmp_path / "public" / "search" / "index" / "manifest.js"
    manifest.parent.mkdir(parents=True)
    manifest.write_text("<!DOCTYPE html>\n", "utf-8")
    run = program.run("search", "feedback", folder=tmp_path)
    assert run.code != 0 and "search/index/manifest.js is damaged; build the site again" in run.errors, str(run)

"""The data interface, `/api/v1/`, holds what its published schema says."""

from __future__ import annotations

import copy
import json
import pathlib
from collections.abc import Callable

import jsonschema
import pytest
from conftest import TODAY
from harness import small
from harness.program import Program
from harness.site import Site

KINDS = "communities events guides opportunities paths posts programmes questions resources".split()


def _files(site: Site) -> dict[str, dict]:
    """The files of the interface by name."""
    return {path.stem: json.loads(path.read_text("utf-8")) for path in (site.root / "api/v1").glob("*.json")}


def _validator(files: dict[str, dict]) -> jsonschema.Draft202012Validator:
    schema = files.pop("schema")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture
def small_site(program: Program, tmp_path: pathlib.Path) -> Site:
    """A site that lets people into its data, and has its own levels."""
    folder = small.write(
        tmp_path,
        {
            "content/site.yaml": small.FILES["content/site.yaml"] + "people: {data: true}\nlevels: [first, second]\n",
            "content/communities/agile/resources/book.md": "---\ntitle: Book\nkind: book\nurl: https://books.example/\n"
            "curator: anna-lind\nwhy: Short.\nlevel: second\nminutes: 90\n---\n",
            "content/communities/agile/events/call.md": "---\ntitle: Call\nkind: office hours\nstart: 2026-11-02 10:00\n"
            "minutes: 30\nhost: anna-lind\nrepeat: {every: week}\noccurrences: {2026-11-30: {cancelled: true}}\n---\n",
        },
    )
    run = program.run("build", "--site", folder, "--today", TODAY)
    assert run.code == 0, str(run)
    return Site(folder / "public")


def test_every_file_of_the_sample_site_is_as_the_schema_says(site: Site) -> None:
    files = _files(site)
    validator = _validator(files)
    assert sorted(files) == KINDS
    for name, file in files.items():
        assert file["items"], name
        assert not [f"{name}: {error.message}" for error in validator.iter_errors(file)]


def test_so_is_every_file_of_a_site_with_words_and_people_of_its_own(small_site: Site) -> None:
    files = _files(small_site)
    validator = _validator(files)
    assert sorted(files) == sorted([*KINDS, "people"])
    assert files["people"]["items"][0]["title"] == "Anna Lind"
    assert files["resources"]["items"][0]["level"] == "second"
    dates = files["events"]["items"][0]["dates"]
    assert len(dates) == 53 and [date["start"] for date in dates if date["cancelled"]] == ["2026-11-30T10:00"]
    for name, file in files.items():
        assert not [f"{name}: {error.message}" for error in validator.iter_errors(file)]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("events", lambda item: item.pop("start")),
        ("events", lambda item: item.update(start="2026-11-02")),
        ("events", lambda item: item["dates"][0].update(where="here")),
        ("resources", lambda item: item.update(level="third")),
        ("resources", lambda item: item.update(kind="shadowing of ghosts")),
        ("resources", lambda item: item.update(owner="Anna Lind")),
        ("guides", lambda item: item.pop("topics")),
    ],
)
def test_what_is_otherwise_is_refused(small_site: Site, name: str, change: Callable[[dict], object]) -> None:
    files = _files(small_site)
    validator = _validator(files)
    file = copy.deepcopy(files[name])
    change(file["items"][0])
    assert not validator.is_valid(file)


@pytest.mark.parametrize("people", ["true", "false"])
def test_the_data_of_the_stewardship_report_is_as_its_schema_says(
    program: Program, tmp_path: pathlib.Path, people: str
) -> None:
    settings = f"stewardship: true\npeople: {{data: {people}}}\nstages: [{{id: ripe, like: active}}, seed]\n"
    small.write(tmp_path, {"content/site.yaml": small.FILES["content/site.yaml"] + settings})
    run = program.run("build", "--site", tmp_path, "--today", TODAY)
    assert run.code == 0, str(run)
    folder = tmp_path / "public/stewardship"
    file = json.loads((folder / "stewardship.json").read_text("utf-8"))
    schema = json.loads((folder / file["$schema"]).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert not [error.message for error in validator.iter_errors(file)]
    assert file["communities"] and ("ownerNames" in file["communities"][0]) == (people == "true")
    # What another program must not rely on is refused.
    for change in ({"stage": "active"}, {"owners": "2"}, {"reviewedInTime": 101}, {"mood": "good"}):
        assert not validator.is_valid({**file, "communities": [{**file["communities"][0], **change}]}), change
    del file["totals"]["due"]
    assert not validator.is_valid(file)

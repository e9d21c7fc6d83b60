"""`praxis report`: how the communities are kept, on the command line."""

from __future__ import annotations

import csv
import io
import json
import pathlib

from harness.program import Program, Run


def _write(folder: pathlib.Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _community(title: str, owners: str) -> str:
    return f"---\ntitle: {title}\npurpose: We learn.\nfor: All\n{owners}\njoin: chat\nreviewed: 2026-01-01\n---\n"


def _report(program: Program, folder: pathlib.Path, *arguments: str) -> Run:
    _write(
        folder,
        {
            "site.yaml": "title: Guild\nlanguage: en\n",
            "topics.yaml": "sql: {label: SQL}\n",
            "people/anna-lind.md": "---\nname: Anna Lind\nconfirmed: 2026-01-01\nseeks: sql\n---\n",
            "communities/kept/index.md": _community("Kept", "owners: anna-lind\nmoderators: anna-lind"),
            "communities/left/index.md": _community("Left alone", "owners: {person: anna-lind, until: 2026-06-30}"),
            "communities/kept/guides/old.md": "---\ntitle: Old\nowners: anna-lind\nreviewed: 2020-01-01\n---\n",
            "communities/kept/questions/how.md": "---\ntitle: How?\nasked: 2026-10-01\nasked_by: anna-lind\n---\n",
        },
    )
    return program.run("report", "--site", str(folder), "--today", "2026-11-23", *arguments)


def test_what_is_to_be_mended_is_said_in_lines(program: Program, tmp_path: pathlib.Path) -> None:
    run = _report(program, tmp_path)
    assert run.code == 0, str(run)
    assert run.output.startswith("2 communities, 1 without an owner\n"), run.output
    lines = run.output.splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith("Community "))
    assert lines[head + 1].startswith("Left alone ") and lines[head + 1].endswith("owner, moderator"), run.output
    assert lines[head + 2].startswith("Kept ")
    assert any("content/communities/kept/guides/old.md" in line and line.endswith("Anna Lind") for line in lines)
    assert any(line.startswith("SQL ") and line.endswith(" fewer than 5") for line in lines), run.output
    assert not list(tmp_path.glob("public*"))


def test_the_same_comes_as_a_table_and_as_data_with_names(program: Program, tmp_path: pathlib.Path) -> None:
    rows = list(csv.DictReader(io.StringIO(_report(program, tmp_path, "--format", "csv").output.removeprefix("\ufeff"))))
    assert [row["community"] for row in rows] == ["Left alone", "Kept"]
    assert rows[1]["owners' names"] == "Anna Lind" and rows[1]["open questions"] == "1"
    data = json.loads(_report(program, tmp_path, "--format", "json").output)
    assert data["totals"]["withoutOwner"] == 1 and data["today"] == "2026-11-23"
    assert data["communities"][1]["ownerNames"] == ["Anna Lind"]


def test_where_there_is_no_site_it_says_so(program: Program, tmp_path: pathlib.Path) -> None:
    run = program.run("report", "--site", str(tmp_path))
    assert run.code == 3 and "there is no content/" in run.errors, str(run)

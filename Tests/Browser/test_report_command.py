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


def test_a_letter_says_what_waits_for_somebody(program: Program, tmp_path: pathlib.Path) -> None:
    letter = _report(program, tmp_path, "--for", "anna-lind")
    assert letter.code == 0, str(letter)
    assert letter.output.startswith("To: Anna Lind\nSubject: Guild: what waits for you\n\nHello Anna Lind,\n"), letter.output
    assert "- Old, since 1 January 2021\n" in letter.output and "- How? (asked on 1 October 2026)\n" in letter.output
    assert _report(program, tmp_path, "--for", "Anna Lind").output == letter.output
    (row,) = csv.DictReader(io.StringIO(_report(program, tmp_path, "--letters", "--format", "csv").output.removeprefix("\ufeff")))
    assert row["name"] == "Anna Lind" and row["letter"] in letter.output
    (entry,) = json.loads(_report(program, tmp_path, "--letters", "--format", "json").output)
    assert entry["letter"] == row["letter"]


def test_it_says_for_whom_there_is_no_letter(program: Program, tmp_path: pathlib.Path) -> None:
    run = _report(program, tmp_path, "--for", "ana-lind")
    assert run.code == 2 and 'no person "ana-lind"\n  did you mean "anna-lind"?' in run.errors, str(run)
    _write(tmp_path, {"people/bo-ek.md": "---\nname: Bo Ek\n---\n"})
    run = _report(program, tmp_path, "--for", "bo-ek")
    assert (run.code, run.output, run.errors) == (0, "", "Nothing waits for bo-ek.\n"), str(run)
    run = _report(program, tmp_path, "--letters", "--language", "fr")
    assert run.code == 2 and 'the site is not in "fr"\n  write one of en' in run.errors, str(run)


def test_what_has_changed_since_an_earlier_report_is_said(program: Program, tmp_path: pathlib.Path) -> None:
    earlier = tmp_path / "earlier.json"
    earlier.write_text(_report(program, tmp_path, "--format", "json").output, "utf-8")
    assert _report(program, tmp_path, "--since", str(earlier)).output.endswith("\n\nNo community has changed.\n")
    _write(tmp_path, {"communities/new/index.md": _community("New", "owners: anna-lind")})
    question = tmp_path / "content/communities/left/questions/why.md"
    question.parent.mkdir()
    question.write_text("---\ntitle: Why?\nasked: 2026-11-01\n---\nWhy?\n", "utf-8")
    run = _report(program, tmp_path, "--since", str(earlier))
    lines = [line.split() for line in run.output.splitlines()]
    assert run.output.startswith("Since 2026-11-23:\n") and ["Communities", "2", "3"] in lines, run.output
    assert ["New", "new"] in lines and "Left alone  pages 1 → 2, lonely 0 → 1, open questions 0 → 1" in run.output
    rows = csv.reader(io.StringIO(_report(program, tmp_path, "--since", str(earlier), "--format", "csv").output))
    assert ["Left alone", "left", "openQuestions", "0", "1"] in list(rows)
    data = json.loads(_report(program, tmp_path, "--since", str(earlier), "--format", "json").output)
    assert data["totals"]["communities"] == {"before": 2, "now": 3}


def test_a_file_that_is_no_report_is_refused(program: Program, tmp_path: pathlib.Path) -> None:
    run = _report(program, tmp_path, "--since", str(tmp_path / "nothing.json"))
    assert run.code == 3 and "cannot read" in run.errors, str(run)
    run = _report(program, tmp_path, "--since", str(tmp_path / "content/site.yaml"))
    assert run.code == 2 and "is no report" in run.errors, str(run)
    run = _report(program, tmp_path, "--since", "x.json", "--letters")
    assert run.code == 2 and "ask for one at a time" in run.errors, str(run)


def test_what_is_due_comes_alone(program: Program, tmp_path: pathlib.Path) -> None:
    lines = _report(program, tmp_path, "--due").output.splitlines()
    assert lines[0].split() == ["Due", "since", "Page", "Answers", "for", "it"]
    rows = list(csv.DictReader(io.StringIO(_report(program, tmp_path, "--due", "--format", "csv").output.removeprefix("\ufeff"))))
    assert len(rows) == len(lines) - 1
    assert rows[0]["page"] == "Old" and rows[0]["who answers"] == "Anna Lind"
    assert [row["page"] for row in json.loads(_report(program, tmp_path, "--due", "--format", "json").output)] == [
        row["page"] for row in rows
    ]

"""The program from outside: exit codes, streams, colours."""

from __future__ import annotations

import json
import os
import pathlib
import pty
import re
import subprocess

import pytest
from harness import small
from harness.program import Program, clean_environment

WRONG_KIND = {"content/communities/agile/guides/retrospective.md": "---\ntitle: Retro\nkind: how-too\n---\n\nText.\n"}


def test_a_build_ends_with_one_line_that_sums_it_up(program: Program, tmp_path: pathlib.Path) -> None:
    run = program.run("build", folder=small.write(tmp_path))
    assert run.code == 0, str(run)
    assert (tmp_path / "public" / "communities" / "agile" / "index.html").is_file()
    assert len(run.output.splitlines()) == 1, str(run)
    last = run.output.strip()
    assert "page" in last and any(character.isdigit() for character in last), str(run)


def test_a_build_sums_itself_up_for_programs(program: Program, tmp_path: pathlib.Path) -> None:
    site, file = small.write(tmp_path / "site"), tmp_path / "summary.json"
    run = program.run("build", "--json", "--summary", file, "--output", "out", "--site", site, folder=tmp_path)
    assert run.code == 0 and isinstance(json.loads(run.output), list), str(run)
    first = json.loads(file.read_text("utf-8"))
    there = [path for path in (tmp_path / "out").rglob("*") if path.is_file() and not path.name.startswith(".praxis")]
    assert first["output"] == str(tmp_path / "out")
    assert first["files"] == first["written"] == len(there) and first["kept"] == first["removed"] == 0
    assert first["pages"] == first["newPages"] == len(list((tmp_path / "out").rglob("*.html")))
    assert first["errors"] == 0 and first["advice"] == len(json.loads(run.output))
    assert first["version"] == 1 and first["seconds"] > 0
    (site / "content/people/anna-lind.md").write_text("---\nname: Anna Lind\nrole: Mentor\n---\n", "utf-8")
    again = program.run("build", "--summary", file, "--output", "out", "--site", site, folder=tmp_path)
    assert again.code == 0, str(again)
    second = json.loads(file.read_text("utf-8"))
    assert 0 < second["newPages"] < second["pages"] and 0 < second["written"] < second["files"] == first["files"]


def test_a_build_that_fails_leaves_no_summary(program: Program, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "summary.json"
    site = small.write(tmp_path / "site")
    assert program.run("build", "--summary", file, "--site", site).code == 0 and file.exists()
    small.write(site, WRONG_KIND)
    assert program.run("build", "--summary", file, "--site", site).code == 1
    assert not file.exists()
    nowhere = program.run("build", "--summary", tmp_path, "--site", small.write(tmp_path / "site"))
    assert nowhere.code == 3 and "is no file" in nowhere.errors, str(nowhere)


def test_a_summary_takes_the_place_of_no_other_file(program: Program, tmp_path: pathlib.Path) -> None:
    site = small.write(tmp_path / "site")
    page = site / "content/communities/agile/index.md"
    text = page.read_text("utf-8")
    run = program.run("build", "--summary", page, "--site", site)
    assert run.code == 3 and "no summary of a build; name another with --summary" in run.errors, str(run)
    assert page.read_text("utf-8") == text


def test_it_builds_from_any_folder(program: Program, tmp_path: pathlib.Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    run = program.run("build", "--site", small.write(tmp_path / "site"), "--output", "out", folder=elsewhere)
    assert run.code == 0, str(run)
    assert (elsewhere / "out" / "index.html").is_file()


@pytest.mark.parametrize("command", ["build", "check"])
def test_errors_found_are_exit_code_1(program: Program, tmp_path: pathlib.Path, command: str) -> None:
    run = program.run(command, folder=small.write(tmp_path, WRONG_KIND))
    assert run.code == 1, str(run)
    assert "content/communities/agile/guides/retrospective.md:3:7: error: " in run.said
    assert "│ kind: how-too" in run.said and "^^^" in run.said


def test_advice_alone_is_exit_code_0(program: Program, tmp_path: pathlib.Path) -> None:
    page = small.FILES["content/communities/agile/index.md"].replace("join: https://teams.example/x\n", "")
    run = program.run("build", folder=small.write(tmp_path, {"content/communities/agile/index.md": page}))
    assert run.code == 0, str(run)
    assert "content/communities/agile/index.md" in run.said


@pytest.mark.parametrize(
    "arguments",
    [("bild",), ("build", "--otput", "x"), ("build", "--today", "tomorrow"), ("build", "--threads", "many"), ("new",)],
    ids=" ".join,
)
def test_wrong_use_is_exit_code_2(program: Program, tmp_path: pathlib.Path, arguments: tuple[str, ...]) -> None:
    run = program.run(*arguments, folder=small.write(tmp_path))
    assert run.code == 2, str(run)
    assert run.errors and not run.output
    assert not (tmp_path / "public").exists()


def _neglected(folder: pathlib.Path) -> pathlib.Path:
    """A site with 54 guides whose review is due, the first of which leads to a page that is not there."""
    guides = {number: "Text.\n" for number in range(54)} | {0: "[Gone](gone.md) and [lost](lost.md).\n"}
    head = "---\ntitle: Old\nkind: how-to\nreviewed: 2020-01-01\n---\n\n"
    return small.write(
        folder, {f"content/communities/agile/guides/old-{number:02}.md": head + text for number, text in guides.items()}
    )


def test_of_too_much_to_read_each_rule_is_shown_and_counted(program: Program, tmp_path: pathlib.Path) -> None:
    folder = _neglected(tmp_path)
    for run in [program.run("check", folder=folder), program.run("build", folder=folder)]:
        assert run.code == 1, str(run)
        assert run.errors.count("[review.overdue]") == 10 and run.errors.count("[link.no-page]") == 2
        assert (
            "found          rule                  what it says\n"
            "    2  error   link.no-page          A link to a page of this site leads to one.\n"
            "   54  advice  review.overdue        A page is looked at again before its review is due. "
            "(praxis report --due)\n"
            "    2  advice  review.missing        Communities, guides, paths and programmes say when they were last "
            "reviewed.\n"
            "    1  advice  community.one-person  Besides its only owner, a community has somebody else in a role.\n"
            "\n"
            "Shown: 15 of 59, at most 10 of each rule. The rest is shown by\n"
            "  praxis check --rule link.no-page  all that breaks a rule\n"
            "  praxis check communities/NAME     what there is in one folder\n"
            "  praxis check --all                everything\n"
        ) in run.errors, str(run)
        assert "2 errors, 57 pieces of advice" in run.errors
    assert program.run("check", "--all", folder=folder).errors.count("[review.overdue]") == 54
    assert len(json.loads(program.run("check", "--format", "json", folder=folder).output)) == 59
    assert program.run("check", "--format", "github", folder=folder).output.count("\n::") == 58


def test_what_can_be_read_is_shown_whole(program: Program, tmp_path: pathlib.Path) -> None:
    folder = _neglected(tmp_path)
    for number in range(30, 54):
        (folder / f"content/communities/agile/guides/old-{number}.md").unlink()
    run = program.run("check", folder=folder)
    assert run.errors.count("[review.overdue]") == 30 and "Shown:" not in run.errors
    assert "\n   30  advice  review.overdue  " in run.errors, str(run)
    for number in range(5, 30):
        (folder / f"content/communities/agile/guides/old-{number:02}.md").unlink()
    assert "what it says" not in program.run("check", folder=folder).errors


def test_a_check_of_one_rule_shows_all_that_breaks_it(program: Program, tmp_path: pathlib.Path) -> None:
    folder = _neglected(tmp_path)
    run = program.run("check", "--rule", "review.overdue", folder=folder)
    assert run.code == 0 and run.errors.count("[review.overdue]") == 54 and "link.no-page" not in run.errors
    assert run.errors.endswith(": no errors, 54 pieces of advice of review.overdue\n"), str(run)
    run = program.run("check", "--rule", "link", "--rule", "image.no-text", folder=folder)
    assert run.code == 1 and run.errors.endswith(": 2 errors, no advice of link, image.no-text\n"), str(run)
    run = program.run("check", "--rule", "link", "--format", "json", folder=folder)
    assert {finding["rule"] for finding in json.loads(run.output)} == {"link.no-page"}
    run = program.run("check", "--rule", "review.overdu", folder=folder)
    assert (run.code, run.said) == (
        2, 'praxis: there is no rule "review.overdu"; did you mean "review.overdue"?\n'
    )
    assert "praxis check --rules lists them" in program.run("check", "--rule", "x", folder=folder).said


def test_a_check_of_a_folder_or_file_shows_what_is_in_it(program: Program, tmp_path: pathlib.Path) -> None:
    folder = _neglected(tmp_path / "site")
    guides = folder / "content/communities/agile/guides"
    file = "content/communities/agile/guides/old-00.md"
    for path, place in [
        (file, folder), ("communities/agile/guides/old-00.md", folder), ("old-00.md", guides),
        (f"site/{file}", tmp_path),
    ]:
        site = ["--site", "site"] if place == tmp_path else []
        run = program.run("check", path, *site, folder=place)
        assert run.code == 1 and run.errors.endswith(f": 2 errors, 1 piece of advice in {file}\n"), str(run)
    run = program.run("check", "people", "communities/agile/index.md", folder=folder)
    assert run.code == 0 and "in content/people, content/communities/agile/index.md\n" in run.errors, str(run)
    assert ": 2 errors, 57 pieces of advice\n" in program.run("check", ".", folder=folder).errors
    run = program.run("check", "communities/agil", folder=folder)
    assert (run.code, run.said) == (
        2, 'praxis: there is no "communities/agil" in the site; did you mean "communities/agile"?\n'
    )
    assert "is not in the site in" in program.run("check", "..", folder=folder).said


def test_every_command_that_a_sum_of_findings_names_is_there(program: Program) -> None:
    source = pathlib.Path(__file__, "../../../Sources/PraxisCommandLine/FindingSummary.swift").resolve().read_text("utf-8")
    rules = {rule["id"] for rule in json.loads(program.run("check", "--rules").output)}
    named = re.findall(r'"([a-z.-]+)": "praxis ([a-z]+)', source)
    assert named and not [rule for rule, _ in named if rule not in rules]
    assert not [command for _, command in named if program.run("help", command).code != 0]


@pytest.mark.parametrize(
    ("arguments", "meant"), [
        (("biuld",), "build"),
        (("theme", "chekc"), "check"),
        (("markdwon", "a.md"), "markdown"),
        (("help", "forgett"), "forget"),
        (("help", "theme", "chekc"), "check"),
        (("preview",), "serve"),
        (("help", "deploy"), "publish"),
    ],
)
def test_a_mistyped_command_is_told_what_is_near(program: Program, arguments: tuple[str, ...], meant: str) -> None:
    run = program.run(*arguments)
    assert run.code == 2, str(run)
    assert f'did you mean "{meant}"?' in run.said


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("build", "--out", "x"), "'--output'"),
        (("publish", "--dryrun"), "'--dry-run'"),
        (("check", "--fromat", "json"), "'--format'"),
    ],
)
def test_a_mistyped_option_is_told_what_is_near(program: Program, arguments: tuple[str, ...], meant: str) -> None:
    run = program.run(*arguments)
    assert run.code == 2, str(run)
    assert f"praxis: unknown option '{arguments[1]}'. Did you mean {meant}?\n" in run.said


def test_an_option_that_is_near_to_none_is_told_of_none(program: Program) -> None:
    run = program.run("publish", "--to", "x")
    assert run.code == 2 and "nknown option '--to'. Did" not in run.said, str(run)


def test_names_keep_their_capitals_where_a_message_begins(program: Program, tmp_path: pathlib.Path) -> None:
    run = program.run("check", folder=small.write(tmp_path), environment={"SOURCE_DATE_EPOCH": "soon"})
    assert run.code == 2, run
    assert run.said.startswith('praxis: SOURCE_DATE_EPOCH is "soon"; it takes whole seconds'), run


def test_a_schema_has_the_words_of_the_site_it_is_made_for(program: Program, tmp_path: pathlib.Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    settings = small.FILES["content/site.yaml"].rstrip("\n") + "\nstages: [{id: seed, like: forming}, ripe]\n"
    small.write(site, {"content/site.yaml": settings})

    def stages(*arguments: str, folder: pathlib.Path) -> list[str]:
        run = program.run("schema", "community", *arguments, folder=folder)
        assert run.code == 0, str(run)
        return json.loads(run.output)["properties"]["stage"]["enum"]

    usual = ["potential", "forming", "active", "sustaining", "closing"]
    assert stages(folder=site) == stages("--site", str(site), folder=elsewhere) == ["seed", "ripe"]
    assert stages(folder=elsewhere) == usual
    assert program.run("schema", "community", "--site", "nowhere", folder=elsewhere).code == 3


def test_a_folder_without_its_option_is_told_of_the_option(program: Program, tmp_path: pathlib.Path) -> None:
    small.write(tmp_path / "our site")
    run = program.run("build", "our site", "--threads", "1", folder=tmp_path)
    assert run.code == 2, str(run)
    assert run.said.strip() == (
        'praxis: name the site\'s folder with --site: praxis build --threads 1 --site "our site"'
    )
    run = program.run("check", "our site", folder=tmp_path)
    assert run.code == 2, str(run)
    assert run.said == 'praxis: "our site" is a site; name it with --site: praxis check --site "our site"\n'
    run = program.run("build", "about.md", folder=tmp_path / "our site")
    assert run.code == 2, str(run)
    assert run.said.strip() == 'praxis: build takes the whole site and no "about.md"; leave it out'
    run = program.run("report", "content", folder=tmp_path / "our site")
    assert 'takes the whole site and no "content"; leave it out' in run.said
    assert "name the folder of the site with --site" in program.run("build", "nowhere", folder=tmp_path).said
    run = program.run("serve", "8080", folder=tmp_path / "our site")
    assert run.code == 2 and run.said.strip() == "praxis: name the port with --port: praxis serve --port 8080"
    assert "praxis: unexpected argument" in program.run("markdown", "a.md", "b.md", folder=tmp_path).said


@pytest.mark.parametrize("below", ["content", "content/communities/agile", "drafts/deep"])
def test_the_site_is_found_from_a_folder_within_it(program: Program, tmp_path: pathlib.Path, below: str) -> None:
    small.write(tmp_path, WRONG_KIND)
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    run = program.run("check", folder=tmp_path / below)
    assert run.code == 1, str(run)
    assert "\ncontent/communities/agile/guides/retrospective.md:3:7: error: " in run.said
    small.write(tmp_path)
    run = program.run("build", folder=tmp_path / below)
    assert run.code == 0, str(run)
    assert (tmp_path / "public" / "index.html").is_file() and not (tmp_path / below / "public").exists()
    assert f"files in {tmp_path / 'public'}:" in run.output, str(run)
    run = program.run("search", "retrospective", folder=tmp_path / below)
    assert run.code == 0 and "Hold a retrospective" in run.output, str(run)


def test_a_page_is_moved_by_its_name_in_the_current_folder(program: Program, tmp_path: pathlib.Path) -> None:
    guides = small.write(tmp_path / "Söder") / "content/communities/agile/guides"
    run = program.run("move", "retrospective.md", "look-back.md", folder=guides)
    assert run.code == 0 and (guides / "look-back.md").is_file(), str(run)
    run = program.run("move", "guides/look-back.md", "content/communities/agile/guides/back.md", folder=guides.parent)
    assert run.code == 0 and (guides / "back.md").is_file(), str(run)
    run = program.run("move", "communities/agile/guides/back.md", "communities/agile/guides/b.md", folder=guides)
    assert run.code == 0 and (guides / "b.md").is_file(), str(run)


def test_a_site_that_was_named_is_not_looked_for_elsewhere(program: Program, tmp_path: pathlib.Path) -> None:
    small.write(tmp_path)
    run = program.run("check", "--site", ".", folder=tmp_path / "content")
    assert run.code == 3 and "there is no content/ in" in run.said, str(run)


def test_a_terminal_is_told_which_site_was_found(program: Program, tmp_path: pathlib.Path) -> None:
    small.write(tmp_path, WRONG_KIND)
    assert f"Working on the site in {tmp_path}." in _at_a_terminal(program, tmp_path / "content", {})
    assert "Working on" not in _at_a_terminal(program, tmp_path, {})
    assert "Working on" not in program.run("build", folder=tmp_path / "content").said


def test_help_reads_as_a_page_about_commands(program: Program) -> None:
    run = program.run("--help")
    headings = [line for line in run.output.splitlines() if line.isupper() or line.startswith(("OVERVIEW", "USAGE"))]
    assert headings == [
        "OVERVIEW: Make a site for communities of practice from Markdown files.",
        "USAGE: praxis <command>",
        "OPTIONS:",
        "WRITE:",
        "LOOK:",
        "PUBLISH:",
        "UNDER THE BONNET:",
    ]
    assert "praxis init my-site && cd my-site && praxis serve" in run.output
    assert "subcommand" not in run.output.lower()


def test_a_new_page_is_told_of_itself_alone(program: Program, tmp_path: pathlib.Path) -> None:
    small.write(tmp_path, WRONG_KIND)
    run = program.run("new", "guide", "Ask well", "--community", "agile", folder=tmp_path)
    assert run.code == 0, str(run)
    assert "retrospective" not in run.said
    run = program.run("new", "resource", "Ask better", "--set", "kind=article", folder=tmp_path)
    assert run.code == 0 and run.output == "content/communities/agile/resources/ask-better.md\n", str(run)
    assert run.errors == "Still empty there: url, curator, why. praxis check says what they take.\n", str(run)
    run = program.run("new", "guide", "Ask", "--set", "minutes=long", folder=tmp_path)
    assert run.errors.startswith("content/communities/agile/guides/ask.md:") and '"long" is not' in run.errors, str(run)
    run = program.run("new", "gide", "Ask well", folder=tmp_path)
    assert (run.code, run.said) == (2, 'praxis: there is no kind of page "gide"\n  did you mean guide?\n'), str(run)


def test_a_text_that_cannot_be_read_is_said_plainly(program: Program, tmp_path: pathlib.Path) -> None:
    for path, words in [("nope.md", 'there is no file "nope.md"'), (".", '"." is a folder')]:
        run = program.run("markdown", path, folder=tmp_path)
        assert run.code == 3, str(run)
        assert words in run.said


def test_findings_as_json_are_json(program: Program, tmp_path: pathlib.Path) -> None:
    run = program.run("check", "--format", "json", folder=small.write(tmp_path, WRONG_KIND))
    assert run.code == 1, str(run)
    finding = next(finding for finding in json.loads(run.output) if finding["severity"] == "error")
    assert finding["path"] == "content/communities/agile/guides/retrospective.md"
    assert (finding["line"], finding["column"]) == (3, 7)


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_help_and_version_go_to_standard_output(program: Program, flag: str) -> None:
    run = program.run(flag)
    assert run.code == 0 and run.output.strip() and not run.errors


def test_every_command_has_help(program: Program) -> None:
    commands = "init new import move archive leave forget build publish serve check report search markdown theme schema".split()
    runs = [program.run(command, "--help") for command in commands]
    assert not [str(run) for run in runs if run.code != 0 or "USAGE: praxis" not in run.output]


def test_a_community_is_archived_with_its_pages(program: Program, tmp_path: pathlib.Path) -> None:
    guild = {
        "content/communities/guild/index.md": (
            "---\ntitle: Guild\npurpose: We learn.\nfor: All\nowners: Anna Lind\njoin: chat\n---\n"
        ),
        "content/communities/guild/guides/ask.md": "---\ntitle: Ask\n---\n\nText.\n",
    }
    folder = small.write(tmp_path, guild)
    dry = program.run("archive", "communities/guild", "--dry-run", folder=folder)
    assert dry.code == 0 and "Nothing was changed" in dry.errors, str(dry)
    assert "archived" not in (folder / "content/communities/guild/index.md").read_text("utf-8")
    run = program.run("archive", "content/communities/guild", folder=folder)
    assert run.code == 0 and run.output == dry.output, str(run)
    for path in guild:
        assert f"{path}: archived\n" in run.output and "\nstatus: archived\n" in (folder / path).read_text("utf-8")


def test_a_spreadsheet_is_imported_whole_or_not_at_all(program: Program, tmp_path: pathlib.Path) -> None:
    folder = small.write(tmp_path / "site")
    table = tmp_path / "links.csv"
    command = ["import", "resources", table, "--community", "agile", "--by", "anna-lind"]
    table.write_bytes("Title;Link;Type;Note\nÖl;https://example.org/1;Vidio;Kort\nTe;https://example.org/2;Book;Bra\n".encode("cp1252"))
    wrong = program.run(*command, folder=folder)
    assert wrong.code == 1 and "did you mean video?" in wrong.errors and "Nothing was imported" in wrong.errors, str(wrong)
    assert f"{table}:2:" in wrong.errors and not list(folder.rglob("ol.md")), str(wrong)
    table.write_bytes(table.read_bytes().replace(b"Vidio", b"Video"))
    dry = program.run(*command, "--dry-run", folder=folder)
    assert dry.code == 0 and "Nothing was changed" in dry.errors and not list(folder.rglob("ol.md")), str(dry)
    run = program.run(*command, folder=folder)
    assert run.code == 0 and run.output == dry.output and "2 pages made." in run.errors, str(run)
    text = (folder / "content/communities/agile/resources/ol.md").read_text("utf-8")
    assert "title: Öl\nkind: video\nurl: https://example.org/1\ncurator: anna-lind\nwhy: Kort\n" in text
    again = program.run(*command, folder=folder)
    assert again.code == 0 and "0 pages made, 2 rows left" in again.errors, str(again)


def test_what_a_calendar_has_is_called_an_event(program: Program, tmp_path: pathlib.Path) -> None:
    folder = small.write(tmp_path / "site")
    calendar = tmp_path / "team.ics"
    event = "BEGIN:VEVENT\nSUMMARY:{}\nDTSTART:20270601T080000\nDURATION:PT1H\nEND:VEVENT\n"
    calendar.write_text(f"BEGIN:VCALENDAR\n{event.format('Fair')}{event.format('Talk')}END:VCALENDAR\n", encoding="utf-8")
    command = ["import", "events", calendar, "--community", "agile"]
    wrong = program.run(*command, folder=folder)
    assert wrong.code == 1 and 'a calendar does not say "host"' in wrong.errors, str(wrong)
    assert "mend the calendar" in wrong.errors and "table" not in wrong.errors, str(wrong)
    run = program.run(*command, "--by", "anna-lind", folder=folder)
    assert run.code == 0 and "2 pages made." in run.errors, str(run)
    again = program.run(*command, "--by", "anna-lind", folder=folder)
    assert again.code == 0 and "0 pages made, 2 events left" in again.errors, str(again)


def test_a_long_spreadsheet_is_not_drowned_in_advice(program: Program, tmp_path: pathlib.Path) -> None:
    folder = small.write(tmp_path / "site")
    table = tmp_path / "links.csv"
    rows = "".join(f"Number {number};https://example.org/{number};Bra;walking\n" for number in range(60))
    table.write_text(f"title;url;why;topics\n{rows}", encoding="utf-8")
    command = ["import", "resources", table, "--community", "agile", "--by", "anna-lind", "--set", "kind=article"]
    dry = program.run(*command, "--dry-run", folder=folder)
    assert dry.code == 0 and dry.errors.count("[topic.unknown]") == 10, str(dry)
    assert "Shown: 10 of 60" in dry.errors and "praxis check --rule" not in dry.errors, str(dry)
    run = program.run(*command, folder=folder)
    assert run.code == 0 and "Shown: 10 of 60" in run.errors, str(run)
    assert "praxis check --rule topic.unknown" in run.errors, str(run)


def test_import_says_what_it_cannot_read(program: Program, tmp_path: pathlib.Path) -> None:
    folder = small.write(tmp_path / "site")
    workbook = tmp_path / "members.xlsx"
    workbook.write_bytes(b"PK\x03\x04...")
    for arguments, code, said in [
        (["people", workbook], 2, "is a workbook"),
        (["people", tmp_path / "none.csv"], 3, "there is no file"),
        (["people", tmp_path], 3, "is a folder"),
        (["people", workbook, "--set", "unit"], 2, "is not a field and its value"),
        (["people", workbook, "--column", "=name"], 2, "is not a column and its field"),
    ]:
        run = program.run("import", *arguments, folder=folder)
        assert run.code == code and said in run.errors, str(run)
    piped = program.run("import", "people", "-", folder=folder, stdin=b"name,role\nDora Dahl,Coach\n")
    assert piped.code == 0 and piped.output == "content/people/dora-dahl.md\n", str(piped)


def test_somebody_leaves_and_another_takes_over(program: Program, tmp_path: pathlib.Path) -> None:
    folder = small.write(tmp_path, {"content/people/bo-ek.md": "---\nname: Bo Ek\n---\n"})
    files = [folder / "content/people/anna-lind.md", folder / "content/communities/agile/index.md"]
    before = [file.read_text("utf-8") for file in files]
    dry = program.run("leave", "Anna", "Lind", "--to", "Bo Ek", "--on", "2030-06-30", "--dry-run", folder=folder)
    assert dry.code == 0 and "Nothing was changed" in dry.errors, str(dry)
    assert [file.read_text("utf-8") for file in files] == before
    run = program.run("leave", "anna-lind", "--to", "bo-ek", "--on", "2030-06-30", folder=folder)
    assert run.code == 0 and run.output == dry.output, str(run)
    assert "\nalumni: 2030-06-30\n" in files[0].read_text("utf-8")
    owners = "owners: [{person: anna-lind, until: 2030-06-30}, {person: bo-ek, since: 2030-07-01}]\n"
    assert owners in files[1].read_text("utf-8")
    assert program.run("check", folder=folder).code == 0
    run = program.run("leave", "bo-ek", "--on", "2031-01-01", folder=folder)
    assert run.code == 0 and "nobody owns Agile practice after 2031-01-01" in run.errors, str(run)
    run = program.run("leave", "bo-ek", "--on", "soon", folder=folder)
    assert run.code == 2 and run.errors.startswith('praxis: "soon" is not a day; write --on 2026-03-31\n'), str(run)


def test_a_pipe_gets_no_colours_and_no_progress(program: Program, tmp_path: pathlib.Path) -> None:
    run = program.run("build", folder=small.write(tmp_path, WRONG_KIND), environment={"TERM": "xterm-256color"})
    assert "\x1b" not in run.said and "\r" not in run.said


def test_a_terminal_gets_colours_unless_no_color_is_set(program: Program, tmp_path: pathlib.Path) -> None:
    small.write(tmp_path, WRONG_KIND)
    assert "\x1b[" in _at_a_terminal(program, tmp_path, {})
    assert "\x1b[" not in _at_a_terminal(program, tmp_path, {"NO_COLOR": "1"}).replace("\x1b[K", "")


def test_markdown_is_read_from_standard_input(program: Program) -> None:
    run = program.run("markdown", "--profile", "commonmark", stdin="Hello *ä*\n".encode())
    assert (run.code, run.output) == (0, "<p>Hello <em>ä</em></p>\n")


def test_a_reader_that_leaves_early_is_no_crash(program: Program) -> None:
    command = f"'{program.path}' --help | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, env=clean_environment())
    assert done.returncode in (0, 141), done.stderr.decode()


def _at_a_terminal(program: Program, folder: pathlib.Path, environment: dict[str, str]) -> str:
    """What `praxis build` writes when its streams are a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [str(program.path), "build"],
        cwd=folder,
        env=clean_environment() | {"TERM": "xterm-256color"} | environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux says so when the other end is closed.
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    assert process.wait(60) == 1
    return written.decode("utf-8")

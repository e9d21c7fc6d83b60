"""`praxis init` makes a site that is whole, wherever the program lies."""

from __future__ import annotations

import os
import pathlib
import re
import shutil
import subprocess

import pytest
import yaml
from harness.program import REPOSITORY, Program
from harness.site import Site, fingerprint


@pytest.fixture
def moved(program: Program, tmp_path: pathlib.Path) -> Program:
    """The program in another folder."""
    place = tmp_path / "bin" / "praxis"
    place.parent.mkdir()
    shutil.copy2(program.path, place)
    return Program(place)


@pytest.fixture
def without_build_folder() -> tuple[str, ...]:
    """What to run a command with, so that it does not see the build folder."""
    hiding = "mount -t tmpfs none '{}' && exec \"$0\" \"$@\"".format(REPOSITORY / ".build")
    for unshare in (["unshare", "--mount"], ["unshare", "--mount", "--map-root-user"]):
        prefix = (*unshare, "sh", "-c", hiding)
        if shutil.which("unshare") and subprocess.run([*prefix, "true"], capture_output=True).returncode == 0:
            return prefix
    pytest.skip("this machine does not let a test hide a folder from a command (unshare --mount)")


def test_the_site_builds_without_a_finding(program: Program, tmp_path: pathlib.Path) -> None:
    made = program.run("init", tmp_path / "mine")
    assert made.code == 0, str(made)
    checked = program.run("check", "--format", "json", folder=tmp_path / "mine")
    assert (checked.code, checked.output.split()) == (0, ["[", "]"]) or checked.output.strip() == "[]", str(checked)
    built = program.run("build", folder=tmp_path / "mine")
    assert built.code == 0, str(built)
    assert len(Site(tmp_path / "mine" / "public").pages) > 10


def test_it_does_so_with_the_program_moved_and_the_build_folder_hidden(
    moved: Program, without_build_folder: tuple[str, ...], tmp_path: pathlib.Path
) -> None:
    for arguments in [("init", tmp_path / "mine"), ("build", "--site", tmp_path / "mine")]:
        run = moved.run(*arguments, prefix=without_build_folder, folder=tmp_path)
        assert run.code == 0, str(run)
    home = (tmp_path / "mine" / "public" / "index.html").read_text("utf-8")
    assert 'rel="stylesheet"' in home
    assert str(REPOSITORY) not in home


def test_the_theme_comes_with_it(program: Program, tmp_path: pathlib.Path) -> None:
    program.run("init", tmp_path / "mine")
    program.run("build", folder=tmp_path / "mine")
    styles = list((tmp_path / "mine" / "public").rglob("*.css"))
    assert any(style.stat().st_size > 1000 for style in styles)


def test_a_folder_that_has_content_is_left_alone(program: Program, tmp_path: pathlib.Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("Mine.\n")
    before = fingerprint(tmp_path)
    run = program.run("init", tmp_path)
    assert run.code in (2, 3) and "content" in run.errors, str(run)
    assert fingerprint(tmp_path) == before


WORKFLOWS = {"github": ".github/workflows/site.yml", "gitlab": ".gitlab-ci.yml"}


@pytest.fixture(params=WORKFLOWS)
def workflow(request: pytest.FixtureRequest, program: Program, tmp_path: pathlib.Path) -> pathlib.Path:
    """A new site's workflow, for each code host."""
    run = program.run("init", tmp_path / "mine", "--workflow", request.param)
    assert run.code == 0, str(run)
    assert "PRAXIS_REPOSITORY" in run.errors and WORKFLOWS[request.param] in run.errors
    return tmp_path / "mine" / WORKFLOWS[request.param]


def _scripts(node: object) -> list[str]:
    """Every shell script of a workflow."""
    if isinstance(node, dict):
        own = [text for key in ("run", "script", "before_script") for text in _list(node.get(key))]
        return own + [script for value in node.values() for script in _scripts(value)]
    return [script for item in node for script in _scripts(item)] if isinstance(node, list) else []


def _list(value: object) -> list[str]:
    return [value] if isinstance(value, str) else value if isinstance(value, list) else []


def test_a_workflow_checks_builds_publishes_and_has_one_thing_to_fill_in(workflow: pathlib.Path) -> None:
    text = workflow.read_text("utf-8")
    whole = yaml.safe_load(text)
    assert text.count("FILL IN") == 1 and text.count('PRAXIS_REPOSITORY: ""') == 1
    if workflow.suffix == ".yml" and workflow.parent.name == "workflows":
        # YAML 1.1 reads the key "on" as true.
        assert set(whole[True]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
        assert re.fullmatch(r"\d+ \d+ \* \* \*", whole[True]["schedule"][0]["cron"])
        assert set(whole["jobs"]) == {"site", "publish"} and whole["jobs"]["publish"]["needs"] == "site"
        for job in whole["jobs"].values():
            assert "runs-on" in job and all(("uses" in step) != ("run" in step) for step in job["steps"])
        assert whole["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    else:
        assert whole["pages"]["artifacts"]["paths"] == ["public"]
        assert "codequality" in whole["check"]["artifacts"]["reports"]
        assert all(whole[job]["extends"] == ".praxis" and whole[job]["script"] for job in ("check", "pages"))


@pytest.fixture
def source(tmp_path: pathlib.Path) -> pathlib.Path:
    """A repository with a release and a branch."""
    folder = tmp_path / "source"
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "tag.gpgsign=false"]
    for words in (
        ["init", "--quiet", "--initial-branch", "main", folder],
        ["-C", folder, *names, "commit", "--quiet", "--allow-empty", "-m", "First"],
        ["-C", folder, *names, "tag", "-a", "-m", "Release", "1.2.3"],
        ["-C", folder, *names, "commit", "--quiet", "--allow-empty", "-m", "Second"],
    ):
        subprocess.run(["git", *map(str, words)], check=True)
    return folder


def _looks(workflow: pathlib.Path, repository: object, version: str) -> tuple[int, str, str]:
    """What the step that looks for the source comes to: its code, what it says, and the commit that it found."""
    script = next(text for text in _scripts(yaml.safe_load(workflow.read_text("utf-8"))) if "ls-remote" in text)
    found = workflow.parent / "found"
    found.write_text("")
    named = {"PRAXIS_REPOSITORY": str(repository), "PRAXIS_VERSION": version, "GITHUB_OUTPUT": str(found)}
    run = subprocess.run(
        # As GitLab's runner starts it, which is stricter than GitHub's.
        ["bash", "-eo", "pipefail", "-c", f"{script}\necho \"<$commit>\""], env=os.environ | named, capture_output=True, text=True
    )
    commit = re.search(r"<(\w+)>", run.stdout)
    return run.returncode, run.stdout, commit.group(1) if commit else ""


def test_a_workflow_says_what_is_to_be_filled_in(workflow: pathlib.Path, source: pathlib.Path) -> None:
    code, said, _ = _looks(workflow, "", "1.2.3")
    assert code == 1 and "ill in PRAXIS_REPOSITORY" in said
    code, said, _ = _looks(workflow, source / "nowhere", "1.2.3")
    assert code == 1 and "git cannot read" in said
    code, said, _ = _looks(workflow, source, "0.1.0")
    assert code == 1 and "has no tag or branch 0.1.0; write one of these as PRAXIS_VERSION: main 1.2.3" in said


def test_a_workflow_takes_a_tag_or_a_branch(workflow: pathlib.Path, source: pathlib.Path) -> None:
    for name in ("1.2.3", "main"):
        known = subprocess.run(
            ["git", "-C", str(source), "rev-parse", name], capture_output=True, text=True, check=True
        ).stdout.strip()
        assert _looks(workflow, source, name)[::2] == (0, known)


def test_what_is_left_to_do_is_said(program: Program, tmp_path: pathlib.Path) -> None:
    plain = program.run("init", tmp_path / "plain")
    assert "set url: in content/site.yaml" in plain.errors, str(plain)
    for host, address in {"github": "https://OWNER.github.io/REPOSITORY/", "gitlab": "https://GROUP.gitlab.io/PROJECT/"}.items():
        run = program.run("init", tmp_path / host, "--workflow", host)
        assert f"url: {address}" in run.errors and f"host: {host}-pages" in run.errors, str(run)
        assert "has no tag 0.1.0, write a tag or branch that it has as PRAXIS_VERSION" in run.errors


def test_every_script_of_a_workflow_is_one_that_the_shell_reads(workflow: pathlib.Path) -> None:
    scripts = _scripts(yaml.safe_load(workflow.read_text("utf-8")))
    assert len(scripts) >= 6
    for script in scripts:
        run = subprocess.run(["bash", "-n"], input=script.encode(), capture_output=True)
        assert run.returncode == 0, f"{script}\n{run.stderr.decode()}"


def test_every_command_of_a_workflow_works_on_the_site(program: Program, workflow: pathlib.Path) -> None:
    site = workflow.parents[2] if workflow.parent.name == "workflows" else workflow.parent
    scripts = "\n".join(_scripts(yaml.safe_load(workflow.read_text("utf-8"))))
    commands = set(re.findall(r"(?m)^\S*praxis/praxis ((?:check|build)[^>|\n]*)|^\.praxis-program/praxis ([^>|\n]*)", scripts))
    words = sorted((one or other).split() for one, other in commands)
    assert ["build"] in words and any(line[0] == "check" and "--format" in line for line in words)
    for line in words:
        run = program.run(*line, folder=site)
        assert run.code == 0, str(run)
    assert (site / "public" / "index.html").is_file()


def test_a_workflow_is_added_to_a_site_that_is_there_and_never_overwrites(program: Program, tmp_path: pathlib.Path) -> None:
    program.run("init", tmp_path / "mine")
    (tmp_path / "mine" / "content" / "index.md").write_text("Mine.\n")
    before = fingerprint(tmp_path / "mine")
    run = program.run("init", tmp_path / "mine", "--workflow", "gitlab")
    assert run.code == 0 and "nothing else was changed" in run.output, str(run)
    after = fingerprint(tmp_path / "mine")
    assert {path for path in after if after[path] != before.get(path)} == {".gitlab-ci.yml"}
    again = program.run("init", tmp_path / "mine", "--workflow", "gitlab")
    assert again.code == 2 and ".gitlab-ci.yml is there already" in again.errors, str(again)
    assert fingerprint(tmp_path / "mine") == after


def test_a_proposals_findings_are_shown_in_plain_words(program: Program, tmp_path: pathlib.Path) -> None:
    program.run("init", tmp_path)
    (tmp_path / "content" / "people" / "noor-visser.md").unlink()
    run = program.run("check", "--format", "github", folder=tmp_path)
    assert run.code == 1
    assert re.search(r"(?m)^::error file=content/\S+,line=\d+,.*title=reference\.unknown::no person \"noor-visser\"", run.output), str(run)

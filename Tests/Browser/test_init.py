"""`praxis init` makes a site that is whole, wherever the program lies."""

from __future__ import annotations

import pathlib
import shutil
import subprocess

import pytest
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
